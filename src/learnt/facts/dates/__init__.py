"""When: every way in which people write dates, read by a grammar to EDTF level 1.

In: the tokens of a text, the words of a language for dates, and the year that the text before
gives. Out: `Date`s. On the way:

    numbers (what is no date) → atoms (one moment) → phrases (ranges, lists, open ends) → reading
"""

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.moment import years_of
from learnt.facts.dates.reading import read_dates
from learnt.facts.words import DateWords, phrases_of

__all__ = ["Anchor", "DateWords", "phrases_of", "read_dates", "years_of"]
