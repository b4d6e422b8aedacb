"""How many and how much: `over 100,000 troops`, `75 %`, `£1.5 million`, `ten years`.

In: the tokens of a text, the words of its language, and where its dates and names are. Out:
`Quantity`s. On the way:

    numbers (in digits and words) → units (what is counted) → reading (with comparisons and ranges)
"""

from learnt.facts.quantities.reading import read_quantities

__all__ = ["read_quantities"]
