"""For each wording of each point: the stretch that speaks of it, and what is weighed there."""

from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from learnt.facts.lexical.lexicon import Lexicon
from learnt.marking.beside import Beside
from learnt.marking.features import NAMES as WINDOW_NAMES
from learnt.marking.features import Side, features
from learnt.marking.likeness import Floats, word_likeness
from learnt.marking.manner import exchanged, manner, names_turned, rival
from learnt.marking.reading import Read, Reference
from learnt.marking.segments import Segment
from learnt.marking.slots.clash import Clash, ClashKind
from learnt.marking.slots.clashes import clashes_of
from learnt.marking.slots.counts import NAMES as COUNTED
from learnt.marking.slots.counts import counts
from learnt.marking.slots.frames import intruders
from learnt.marking.verbs import verbs_in

_WHOLE = (
    "recall",
    "recall_new",
    "cosine",
    "cosine_new",
    "precision_new",
    "f_new",
    "unheard_new",
    "token_set",
)
_WHOLE_AT = [WINDOW_NAMES.index(name) for name in _WHOLE]
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
NAMES = (
    *WINDOW_NAMES,
    *(f"whole_{name}" for name in _WHOLE),
    *_STYLE,
    *COUNTED,
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
        self.like = [word_likeness(one.told.content, content, lexicon) for one in self.all]
        self.asked = [
            word_likeness(one.told.content, read.question.content, lexicon) for one in self.all
        ]
        self.echoed = word_likeness(content, read.question.content, lexicon)
        words = read.answer.words
        before = list(accumulate((word.weight > 0 for word in words), initial=0))
        self.spans = [slice(before[one.first], before[one.end]) for one in read.segments]
        self.clauses = tuple(
            (words[one.first].start, words[one.end - 1].end)
            for one in read.segments
            if one.clauses == 1
        )
        self.manner = manner(read, lexicon)
        self.quick = np.array([self._quick(n) for n in range(len(self.all))])
        self.best = [int(row.argmax()) for row in self.quick]

    def evidence(self, reference: Reference) -> Evidence:
        """The evidence for one wording."""
        place = next(n for n, one in enumerate(self.all) if one is reference)
        segment = self.read.segments[self.best[place]]
        beside = self._beside(place, segment)
        clashes = clashes_of(beside)
        window = self._features(place, self._side(segment), self.spans[self.best[place]])
        whole = self._features(place, self.read.whole, slice(None))
        style = self._style(place, segment, beside)
        flags = [float(any(one.kind is kind for one in clashes)) for kind in ClashKind]
        features = np.concatenate([window, whole[_WHOLE_AT], style, flags])
        return Evidence(reference, beside, features, clashes)

    def _others(self, number: int) -> float:
        """How much the answer says of the other points: how near the card's words it keeps."""
        best = [
            row.max() for row, one in zip(self.quick, self.all, strict=True) if one.number != number
        ]
        return float(np.mean(best)) if best else 0.5

    def _quick(self, place: int) -> Floats:
        """How much each segment says of a wording, by the likeness of words alone."""
        reference, like = self.all[place], self.like[place]
        weights = reference.side.weights
        asked = self.asked[place].max(axis=1, initial=0.0)
        new = weights * (asked < 0.8)
        new = new if new.any() else weights
        found = []
        for columns, segment in zip(self.spans, self.read.segments, strict=True):
            part = like[:, columns]
            if not part.size:
                found.append(0.0)
                continue
            heard, backed = part.max(axis=1), part.max(axis=0)
            own = self.read.whole.weights[columns]
            recall_new = (heard * new).sum() / new.sum() if new.any() else 0.0
            recall = (heard * weights).sum() / weights.sum() if weights.any() else 0.0
            precision = (backed * own).sum() / own.sum() if own.any() else 0.0
            found.append(
                0.6 * recall_new + 0.15 * recall + 0.25 * precision - 0.01 * segment.clauses
            )
        return np.array(found)

    def _side(self, segment: Segment) -> Side:
        words = self.read.answer.words[segment.first : segment.end]
        text = self.read.answer.text[words[0].start : words[-1].end]
        return Side.of(text, words, self.lexicon)

    def _features(self, place: int, answer: Side, columns: slice) -> Floats:
        reference = self.all[place]
        return features(
            reference.side,
            answer,
            self.like[place][:, columns],
            self.asked[place],
            self.echoed[columns],
            self.lexicon,
        )

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
        own = {w.stem for one in self.all if one.number == number for w in one.told.content}
        others = {w.stem for one in self.all if one.number != number for w in one.told.content}
        return frozenset(others - own)

    def _style(self, place: int, segment: Segment, beside: Beside) -> Floats:
        read, best = self.read, self.best[place]
        words = read.answer.words[segment.first : segment.end]
        mine = self.all[place].number
        others = [n for n, one in enumerate(self.all) if one.number != mine]
        rivals = [self.quick[n, best] - self.quick[place, best] for n in others]
        taken = [n for n in others if self.best[n] == best]
        text = read.answer.text[words[0].start : words[-1].end]
        return np.array([
            sum(word.weight == 0 for word in words) / len(words),
            bool(verbs_in(words, self.lexicon)),
            text.count(",") / len(words),
            len(words) / len(read.answer.words),
            np.log(len(read.references)),
            np.log(len(read.references[mine])),
            max(rivals, default=-1.0),
            max((self.quick[n, best] - self.quick[place, best] for n in taken), default=-1.0),
            rival(beside),
            intruders(beside),
            *exchanged(beside),
            *self.manner,
            self._others(mine),
            names_turned(beside),
            *counts(beside),
        ])  # fmt: skip
