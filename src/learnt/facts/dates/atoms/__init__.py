"""One moment at one place of a text: `30 September 1938`, `the 1930s`, `44 BC`, `summer`, `'36`.

In: a place among the tokens, and whether the word before leads to a date. Out: a `Moment` and the
place after it. Each file reads one sort of moment and builds on those before it:

    years → centuries (with decades), months → days, seasons, numeric → reading (whichever it is)
"""

from learnt.facts.dates.atoms.reading import Atoms, with_year_of

__all__ = ["Atoms", "with_year_of"]
