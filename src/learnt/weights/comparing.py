"""What comparing knows of English, from the tables of marking and of facts."""

import tomllib
from functools import cache
from importlib.resources import files

from learnt.facts.comparing.known import Known
from learnt.facts.words.comparing import CompareWords
from learnt.facts.words.phrases import phrases_of
from learnt.weights.languages import language
from learnt.weights.lexicon import lexicon
from learnt.weights.made import made


@cache
def known() -> Known:
    """The words of English. Decks in other languages are compared by names, dates and numbers."""
    text = (files("learnt.weights") / "comparison" / "en.toml").read_text("utf-8")
    table = tomllib.loads(text)
    steps = tuple(frozenset(group) for group in table["steps"])
    endings = tuple((phrases_of(one), phrases_of(other)) for one, other in table["endings"])
    words = made(CompareWords, table, steps=steps, endings=endings)
    return Known(lexicon(), words, language("en").dates.abbreviations)
