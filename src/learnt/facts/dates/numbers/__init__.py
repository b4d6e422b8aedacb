"""Which numbers are no dates: counts and measures, labels (page 1945), codes, sums, prices.

In: the tokens of a text and a place among them. Out: whether the number there is none, by

    codes (what hangs on it) → labels (the words before it) → counts (the words behind it)
"""

from learnt.facts.dates.numbers.codes import DASHES, is_code, is_number, is_year, number_at
from learnt.facts.dates.numbers.counts import counted_years, is_count
from learnt.facts.dates.numbers.labels import Labels, is_title

__all__ = [
    "DASHES",
    "Labels",
    "counted_years",
    "is_code",
    "is_count",
    "is_number",
    "is_title",
    "is_year",
    "number_at",
]
