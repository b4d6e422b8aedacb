"""What comparing knows of English, from the tables of marking and of facts, and what it learnt."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from learnt.facts.comparing import About
from learnt.facts.comparing.known import Known, Reader
from learnt.facts.comparing.weights import Judgement, Weights
from learnt.facts.events.inflection import forms_of
from learnt.facts.words.comparing import CompareWords
from learnt.facts.words.phrases import phrases_of
from learnt.weights.languages import language
from learnt.weights.lexicon import lexicon
from learnt.weights.made import made
from learnt.weights.sentences import SentenceVectors, chosen

_HOME = files("learnt.weights") / "comparison"


@cache
def known() -> Known:
    """The words of English. Decks in other languages are compared by names, dates and numbers.

    Where the model of sentences is chosen, it reads short decks as well. Raises UsageError for a
    model that was asked for and is not there.
    """
    learnt = json.loads((_HOME / "judgement.json").read_bytes())
    model = chosen()
    reader = None
    if model is not None:
        reader = Reader(SentenceVectors(model), judgement(learnt["sentences"]))
    abbreviations = language("en").dates.abbreviations
    return Known(lexicon(), words(), abbreviations, judgement(learnt["words"]), reader)


def words() -> CompareWords:
    """The words by which two cards are known to speak of two things."""
    table = tomllib.loads((_HOME / "en.toml").read_text("utf-8"))
    steps = tuple(frozenset(_in_all_forms(group)) for group in table["steps"])
    endings = tuple(
        (phrases_of(_in_all_forms(one, other)), phrases_of(_in_all_forms(other, one)))
        for one, other in table["endings"]
    )
    return made(CompareWords, table, steps=steps, endings=endings)


def _in_all_forms(listed: Iterable[str], against: Iterable[str] = ()) -> Iterator[str]:
    """Phrases as they stand, and the other forms of single verbs.

    Not those that stand in the list `against` it: who beat has won, and who is beaten has lost.
    """
    verbs = language("en").verbs.forms
    for phrase in listed:
        yield phrase
        for read in verbs.get(phrase, ()):
            if read.entry.lemma == phrase:
                forms = forms_of(phrase, read.entry.irregular)
                yield from (form for form in forms if form not in against)


def judgement(learnt: Mapping[str, Any]) -> Judgement:
    """What was learnt, from what benchmarks/learn_comparing.py has written."""
    clashes = {About(about): _weights(one) for about, one in learnt["clashes"].items()}
    return Judgement(_weights(learnt["alike"]), _weights(learnt["same"]), clashes)


def _weights(learnt: Mapping[str, Any]) -> Weights:
    return Weights(learnt["bias"], learnt["signs"])
