"""Stage `sources`: what does a page say? Readers and writers over values; no files are touched.

In: the bytes of a page and the name they came under. Out: a `Reading` with a `Deck` and the
Problems of the page; and back, a deck's bytes by the ending of a file. On the way:

    decode → page → furniture → layouts propose → judge → Reading
"""

from learnt.sources.own_json import deck_from_json, deck_to_json
from learnt.sources.pipeline import read
from learnt.sources.reading import Reading
from learnt.sources.writing import endings, write

__all__ = ["Reading", "deck_from_json", "deck_to_json", "endings", "read", "write"]
