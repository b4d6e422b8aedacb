"""The odds that two pieces tell one thing, from all that they have in common."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from learnt.facts.comparing.agreeing import Agreeing, agreeing
from learnt.facts.comparing.beside import others_best
from learnt.facts.comparing.candidates import Pairs
from learnt.facts.comparing.counting import Counted
from learnt.facts.comparing.dating import Dated
from learnt.facts.comparing.known import Known, Reader
from learnt.facts.comparing.likeness import Likeness, ManyShared, Shared
from learnt.facts.comparing.meaning import MOST, meant
from learnt.facts.comparing.ragged import Doubles, Places
from learnt.facts.comparing.signs import signs_of
from learnt.facts.comparing.weighed import Stems
from learnt.facts.comparing.weights import Judgement

_MOST_LEAD = 4.0
_FARTHEST = 8.0
"""Log odds that a piece has with any other at least, so that a lone one leads as well."""
_AT_ONCE = 4096


class Scored(NamedTuple):
    """Two pieces held against each other.

    `contrast` is how much more they share than either does with any other piece; it is below 0
    where there is a better one. `alike` are the log odds that they tell one thing, whatever their
    dates and numbers say that do not agree, and `lead` is how far these lie above those of either
    with any other, 4 at most. `text` is the cosine of their sentences, 0 where nobody reads them.
    """

    pair: tuple[int, int]
    shared: Shared
    contrast: float
    dated: Dated
    counted: Counted
    alike: float
    lead: float
    text: float

    def signs(self) -> dict[str, float]:
        """What is weighed of every pair that may be in conflict or the same.

        `behind` is the lead of a pair that has none: below 0, there is a better one.
        """
        return {
            "alike": self.alike,
            "lead": self.lead,
            "behind": min(self.lead, 0.0),
            "contrast": self.contrast,
            "text": self.text,
        }


@dataclass(frozen=True)
class Odds:
    """The same of many pairs: a number each, since there are seven pairs a card."""

    pairs: Pairs
    shared: ManyShared
    agreeing: Agreeing
    contrast: Doubles
    alike: Doubles
    lead: Doubles
    text: Doubles

    def each(self, places: Places) -> Iterator[tuple[int, Scored]]:
        """Some of them with their places, in the order asked for."""
        for first in range(0, len(places), _AT_ONCE):
            yield from self._some(places[first : first + _AT_ONCE])

    def _some(self, places: Places) -> Iterator[tuple[int, Scored]]:
        pairs = zip(*(part[places].tolist() for part in self.pairs), strict=True)
        shared = zip(*(part[places].tolist() for part in self.shared), strict=True)
        numbers = (self.contrast, self.alike, self.lead, self.text)
        columns = [part[places].tolist() for part in numbers]
        for place, pair, one, contrast, *rest in zip(
            places.tolist(), pairs, shared, *columns, strict=True
        ):
            agreeing = self.agreeing.of(place)
            yield place, Scored(pair, Shared(*one), contrast, *agreeing, *rest)


def scored(stems: Stems, likeness: Likeness, pairs: Pairs, known: Known) -> Odds:
    """Each pair with its odds, in the order given."""
    shared = likeness.shared(*pairs)
    agreed = agreeing(likeness.a.pieces, likeness.b.pieces, pairs, known)
    signs = signs_of(likeness, pairs, shared, agreed)
    reader = reader_of(stems, known)
    if reader is not None:
        signs |= meant(stems, pairs, reader.sentences)
    alike = judgement_of(stems, known).alike.many(signs)
    nothing = np.zeros(len(alike))
    text = signs.get("text", nothing)
    return odds_by(Odds(pairs, shared, agreed, signs["contrast"], alike, nothing, text), alike)


def odds_by(odds: Odds, alike: Doubles) -> Odds:
    """The same pairs with these odds for each."""
    better = np.maximum(*(others_best(side, alike, -_FARTHEST) for side in odds.pairs))
    lead = np.clip(alike - better, -_MOST_LEAD, _MOST_LEAD)
    return replace(odds, alike=alike, lead=lead)


def judgement_of(stems: Stems, known: Known) -> Judgement:
    """What was learnt with vectors of sentences, where a model reads these decks; else without."""
    reader = reader_of(stems, known)
    return known.judgement if reader is None else reader.judgement


def reader_of(stems: Stems, known: Known) -> Reader | None:
    """The model of sentences, where there is one and the decks are short enough for it."""
    pieces = len(stems.a.pieces) + len(stems.b.pieces)
    return known.reader if pieces <= MOST else None
