"""For each wording of each point: the stretch that speaks of it, and what is weighed there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np

from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import Word
from learnt.marking.beside import Beside
from learnt.marking.features import ASKED, WHOLE, Side, features, most, whole_features
from learnt.marking.features import NAMES as WINDOW_NAMES
from learnt.marking.likeness import Floats, word_likeness
from learnt.marking.manner import exchanged, manner, names_turned, rival
from learnt.marking.placing import NAMES as PLACED
from learnt.marking.placing import placing
from learnt.marking.reading import Read, Reference
from learnt.marking.segments import Segment
from learnt.marking.slots.clash import Clash, ClashKind
from learnt.marking.slots.clashes import clashes_of
from learnt.marking.slots.contraries import NAMES as CONTRARY
from learnt.marking.slots.contraries import contraries
from learnt.marking.slots.counts import NAMES as COUNTED
from learnt.marking.slots.counts import counts
from learnt.marking.slots.frames import intruders
from learnt.marking.verbs import verbs_in

_STYLE = (
    "small_share",
    "has_verb",
    "commas",
    "window_share",
    "points",
    "wordings",
    "contest",
    "taken",
    "rival",
    "intruders",
    "exchanged",
    "exchanged_near",
    "answer_small",
    "answer_verbs",
    "answer_commas",
    "answer_signs",
    "others",
    "names_turned",
)
_HEAT = 0.15
"""By how much more a clause says of the point to which it belongs than of another, as a rule."""
NAMES = (
    *WINDOW_NAMES,
    *(f"whole_{name}" for name in WHOLE),
    *_STYLE,
    *COUNTED,
    *CONTRARY,
    *(f"words_{name}" for name in PLACED),
    *(f"clash_{kind.value}" for kind in ClashKind),
)


@dataclass(frozen=True)
class Evidence:
    """A wording beside its best stretch; `features` are in the order of NAMES."""

    reference: Reference
    beside: Beside
    features: Floats
    clashes: tuple[Clash, ...]


def evidence_of(read: Read, lexicon: Lexicon) -> tuple[tuple[Evidence, ...], ...]:
    """For each point, for each of its wordings: its evidence. The answer must have words."""
    search = _Search(read, lexicon)
    return tuple(
        tuple(search.evidence(reference) for reference in references)
        for references in read.references
    )


class _Search:
    """Looks for the stretch of the answer that speaks of each wording."""

    def __init__(self, read: Read, lexicon: Lexicon) -> None:
        self.read, self.lexicon = read, lexicon
        content = read.answer.content
        self.all = [one for references in read.references for one in references]
        self.places = {id(one): place for place, one in enumerate(self.all)}
        self.like = self._likeness(content)
        self.asked = self._likeness(read.question.content)
        self.echoed = word_likeness(content, read.question.content, lexicon)
        words = read.answer.words
        before = list(accumulate((word.weight > 0 for word in words), initial=0))
        self.spans = [slice(before[one.first], before[one.end]) for one in read.segments]
        self.clauses = tuple(
            (words[one.first].start, words[one.end - 1].end)
            for one in read.segments
            if one.clauses == 1
        )
        self.manner = manner(read)
        self.quick = self._quick()
        self.best = [int(row.argmax()) for row in self.quick]
        self.numbers = np.array([one.number for one in self.all], dtype=np.int32)
        self.stems = self._stems()
        self.placed = self._placed()

    def evidence(self, reference: Reference) -> Evidence:
        """The evidence for one wording."""
        place = self.places[id(reference)]
        segment = self.read.segments[self.best[place]]
        beside = self._beside(place, segment)
        clashes = clashes_of(beside)
        columns = self.spans[self.best[place]]
        side, like, asked = reference.side, self.like[place], self.asked[place]
        there, echoed = self._side(segment), self.echoed[columns]
        window = features(side, there, beside.like, asked, echoed, self.lexicon)
        whole = whole_features(side, self.read.whole, like, asked, self.echoed, self.lexicon)
        style = self._style(place, segment, beside)
        flags = [float(any(one.kind is kind for one in clashes)) for kind in ClashKind]
        weighed = np.concatenate([window, whole, style, flags])
        return Evidence(reference, beside, weighed, clashes)

    def _likeness(self, words: Sequence[Word]) -> list[Floats]:
        """For each wording: how alike its words are to these ones, looked up for all at once."""
        contents = [one.told.content for one in self.all]
        like = word_likeness(list(chain.from_iterable(contents)), words, self.lexicon)
        return np.split(like, np.cumsum([len(one) for one in contents])[:-1])

    def _stems(self) -> dict[int, set[str]]:
        """By the number of a point: the stems of all its wordings."""
        found: dict[int, set[str]] = {}
        for one in self.all:
            found.setdefault(one.number, set()).update(word.stem for word in one.told.content)
        return found

    def _placed(self) -> Floats:
        """Where in the answer the points stand, by their words."""
        single = [n for n, one in enumerate(self.read.segments) if one.clauses == 1]
        sizes = np.array([self.read.segments[n].size for n in single], dtype=np.float64)
        return placing(self.quick[:, single], self.numbers, sizes, _HEAT)

    def _others(self, number: int) -> float:
        """How much the answer says of the other points: how near the card's words it keeps."""
        best = self.quick.max(axis=1)[self.numbers != number]
        return float(np.mean(best)) if best.size else 0.5

    def _quick(self) -> Floats:
        """How much each segment says of each wording, by the likeness of words alone.

        An array (wordings, segments); nothing for a wording or a segment without content.
        """
        segments, own = self.read.segments, self.read.whole.weights
        there = np.array([span.stop > span.start for span in self.spans])
        backed = np.array([most(like, 0) for like in self.like]) * own
        precision = np.zeros((len(self.all), len(segments)))
        for place, span in enumerate(self.spans):
            if there[place]:
                precision[:, place] = backed[:, span].sum(axis=1) / own[span].sum()
        size = 0.01 * np.array([segment.clauses for segment in segments])
        found = np.zeros_like(precision)
        for place, one in enumerate(self.all):
            if len(one.told.content) and there.any():
                recall, recall_new = self._recalls(place)
                told = 0.6 * recall_new + 0.15 * recall + 0.25 * precision[place] - size
                found[place] = np.where(there, told, 0.0)
        return found

    def _recalls(self, place: int) -> tuple[Floats, Floats]:
        """How much of a wording each segment has, and how much of what the prompt had not."""
        weights = self.all[place].side.weights
        new = weights * (most(self.asked[place], 1) < ASKED)
        new = new if new.any() else weights
        heard = self._heard(self.like[place])
        return (heard * weights).sum(axis=1) / weights.sum(), (heard * new).sum(axis=1) / new.sum()

    def _heard(self, like: Floats) -> Floats:
        """How well each segment has each word of a wording: an array (segments, words)."""
        ends = [end for span in self.spans for end in (span.start, span.stop)]
        closed = np.hstack([like, np.zeros((len(like), 1))])  # a segment may end where all ends
        return np.ascontiguousarray(np.maximum.reduceat(closed, ends, axis=1)[:, ::2].T)

    def _side(self, segment: Segment) -> Side:
        words = self.read.answer.words[segment.first : segment.end]
        text = self.read.answer.text[words[0].start : words[-1].end]
        return Side.of(text, words, self.lexicon)

    def _beside(self, place: int, segment: Segment) -> Beside:
        columns = self.spans[self.best[place]]
        return Beside(
            self.all[place].told,
            self.read.answer,
            segment.first,
            segment.end,
            self.like[place][:, columns],
            self.read.given,
            self.lexicon,
            self.clauses,
            self._elsewhere(self.all[place].number),
        )

    def _elsewhere(self, number: int) -> frozenset[str]:
        """The stems of the other points that this one has not."""
        others = (stems for one, stems in self.stems.items() if one != number)
        return frozenset(set().union(*others) - self.stems[number])

    def _style(self, place: int, segment: Segment, beside: Beside) -> Floats:
        read, best = self.read, self.best[place]
        words = read.answer.words[segment.first : segment.end]
        mine = self.all[place].number
        others = self.numbers != mine
        rivals = self.quick[:, best] - self.quick[place, best]
        taken = others & (np.array(self.best) == best)
        text = read.answer.text[words[0].start : words[-1].end]
        return np.array([
            sum(word.weight == 0 for word in words) / len(words),
            bool(verbs_in(words, self.lexicon)),
            text.count(",") / len(words),
            len(words) / len(read.answer.words),
            np.log(len(read.references)),
            np.log(len(read.references[mine])),
            rivals[others].max() if others.any() else -1.0,
            rivals[taken].max() if taken.any() else -1.0,
            rival(beside),
            intruders(beside),
            *exchanged(beside),
            *self.manner,
            self._others(mine),
            names_turned(beside),
            *counts(beside),
            *contraries(beside),
            *self.placed[place],
        ])  # fmt: skip
