"""Marks a typed answer point by point."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from learnt.deck import Card, Deck, Point
from learnt.deck.showing import as_plain
from learnt.deck.tidy import tidy
from learnt.facts import Language, read_facts
from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.values import Date, Span
from learnt.ids import CardId, DeckId, PointId
from learnt.journal import VerdictKind
from learnt.marking.company import company
from learnt.marking.deciding import Thresholds, clash_of, decided, is_sure
from learnt.marking.evidence import Evidence, evidence_of
from learnt.marking.forest import Scorer
from learnt.marking.nearness import Sentences, weighed
from learnt.marking.question import Question
from learnt.marking.reading import Read, as_said, read
from learnt.marking.reasons import ACCEPTED, NOTHING, OWN, REFUSED, of_short
from learnt.marking.retraining import Trial
from learnt.marking.short.judge import Stand, stands
from learnt.marking.strictness import Strictness
from learnt.marking.verdict import Verdict
from learnt.marking.whereabouts import spans_in

_MOST = 20_000
"""Letters of an answer that are read; nobody types more, and a pasted book need not be marked."""
_LONG = 4_000
"""Letters from which on an answer is long: some 650 words."""


@dataclass(frozen=True)
class Marker:
    """Marks answers; pure and deterministic, with all that is learnt from data passed in.

    `languages` are those that facts are read in, `thresholds` say from which score on a point
    counts as said. `together` scores a point by how all points of its answer were scored, which
    then is half of its score; `alone` scores the points that are all of their card. Without them
    `scorer` decides by itself.
    `sentences` are vectors of stretches of text, for scorers that weigh them; then `for_long`
    gives what marks the answers for which they would take too long.
    """

    lexicon: Lexicon
    languages: Sequence[Language]
    scorer: Scorer
    thresholds: Thresholds
    alone: Scorer | None = None
    together: Scorer | None = None
    sentences: Sentences | None = None
    for_long: "Callable[[], Marker] | None" = None

    def mark(
        self, question: Question, answer: str, strictness: Strictness = Strictness.NORMAL
    ) -> tuple[Verdict, ...]:
        """A verdict for every point of the question, in its order.

        Evidence counts the letters of `answer` as it was given. Any text can be marked; nothing
        is covered by an answer without words.
        """
        if self.for_long and len(answer) > _LONG:
            return self.for_long().mark(question, answer, strictness)
        both = self._read(question, answer)
        if both is None:
            return tuple(_missing(point) for point in question.points)
        short = self._stands(question, both)
        long = self._long(both) if None in short else ()
        verdicts = [
            self._verdict(point, both, short[n], long[n] if long else None, strictness)
            for n, point in enumerate(question.points)
        ]
        return tuple(
            replace(one, evidence=spans_in(answer, both.answer.text, one.evidence))
            for one in verdicts
        )

    def bounded(self, missing: float, covered: float) -> "Marker":
        """The marker with other bounds, such as a learner's own."""
        return replace(self, thresholds=replace(self.thresholds, missing=missing, covered=covered))

    def trials(self, question: Question, answer: str, said: Sequence[bool]) -> list[Trial]:
        """How the statements of a question were marked, each with whether it was `said`.

        Short points, and those whose own text or known wording is the answer, are left out: no
        bound decides them.
        """
        if self.for_long and len(answer) > _LONG:
            return []  # other bounds decide there
        both = self._read(question, answer)
        short = () if both is None else self._stands(question, both)
        if both is None or None not in short:
            return []
        found = []
        scored = zip(question.points, short, said, self._long(both), strict=True)
        for point, stand, was_said, (score, evidence) in scored:
            known = (*point.accepted, *point.refused, as_plain(point.text))
            if stand is None and not _said_as(known, both):
                clash = clash_of(evidence, self.thresholds)
                found.append(Trial(score, is_sure(clash), was_said))
        return found

    def _read(self, question: Question, answer: str) -> Read | None:
        """Both sides read; None for an answer without a word."""
        plain = tidy(answer[:_MOST])
        both = read(question, plain, self.lexicon, self.languages) if plain else None
        return both if both and both.answer.words else None

    def _stands(self, question: Question, both: Read) -> tuple[Stand | None, ...]:
        """How the short points stand; None for each statement."""
        return stands(question.points, both, self.lexicon, self._dates_of, ordered=question.ordered)

    def _long(self, both: Read) -> list[tuple[float, Evidence]]:
        """By point: the score of its likest wording, and the evidence for it."""
        if self.sentences:
            self.sentences.begin(both.answer.text)
        evidence = evidence_of(both, self.lexicon)
        scorer = self.alone if self.alone and len(evidence) == 1 else self.scorer
        scores = iter(scorer.score(weighed(both, evidence, self.sentences)).tolist())
        scored = [[(next(scores), one) for one in them] for them in evidence]
        return self._in_company([max(them, key=lambda pair: pair[0]) for them in scored])

    def _in_company(self, found: list[tuple[float, Evidence]]) -> list[tuple[float, Evidence]]:
        """The points as they are scored beside each other."""
        if self.together is None or len(found) < 2:
            return found
        scores = np.array([score for score, _ in found])
        clashes = [is_sure(clash_of(one, self.thresholds)) for _, one in found]
        scores = (scores + self.together.score(company(scores, clashes))) / 2
        return [(score, one) for score, (_, one) in zip(scores.tolist(), found, strict=True)]

    def _verdict(
        self,
        point: Point,
        both: Read,
        short: Stand | None,
        long: tuple[float, Evidence] | None,
        strictness: Strictness,
    ) -> Verdict:
        if wording := _said_as(point.accepted, both):
            return Verdict(point.id, VerdictKind.COVERED, 1.0, (wording,), ACCEPTED)
        if (wording := _said_as(point.refused, both)) and _is_all(wording, long):
            return Verdict(point.id, VerdictKind.MISSING, 0.0, (), REFUSED)
        if short is not None:
            return of_short(point, short, both.answer.text)
        if wording := _said_as([as_plain(point.text)], both):
            return Verdict(point.id, VerdictKind.COVERED, 1.0, (wording,), OWN)
        assert long is not None  # noqa: S101 - a point that is not short was scored
        return decided(point, long[0], long[1], self.thresholds, strictness)

    def _dates_of(self, text: str) -> tuple[Date, ...]:
        """The dates of a text by itself."""
        if not tidy(text):
            return ()
        point = Point(PointId("dates"), text)
        deck = Deck(DeckId("dates"), "", (Card(CardId("dates"), None, (point,)),))
        told = read_facts(deck, self.languages, linked=False)[0].texts[0]
        where = spans_in(text, told.text, [one.span for one in told.dates])
        return tuple(replace(one, span=span) for one, span in zip(told.dates, where, strict=True))


def _missing(point: Point) -> Verdict:
    return Verdict(point.id, VerdictKind.MISSING, 0.0, (), NOTHING)


def _said_as(wordings: Sequence[str], both: Read) -> Span | None:
    """Where the answer, or one of its clauses or sentences, is one of these wordings."""
    keys = {as_said(wording) for wording in wordings} - {""}
    return next((span for said, span in both.said if said in keys), None) if keys else None


def _is_all(wording: Span, long: tuple[float, Evidence] | None) -> bool:
    """Whether no more of the answer speaks of the point than a wording that was refused."""
    return long is None or wording.covers(long[1].beside.window)
