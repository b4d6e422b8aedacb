"""The links of one sentence after another: every mark with what stands on its two sides."""

from collections.abc import Sequence

from learnt.facts.causes.known import Known
from learnt.facts.causes.mark import Before, Mark
from learnt.facts.causes.marks import marks_in
from learnt.facts.causes.parting import is_verb, parted, parted_by_then, parted_by_verb
from learnt.facts.causes.sides import Statement, before_mark, behind_mark, statement
from learnt.facts.causes.signs import Role, Signs
from learnt.facts.events.scene import Scene
from learnt.facts.light import value
from learnt.facts.values import CauseKind, Span
from learnt.ids import PointId


@value(frozen=True, slots=True)
class Link:
    """A cause and its effect, what sort of sign tells it, and where that stands."""

    cause: Statement
    effect: Statement
    role: Role
    marker: Span | None

    @property
    def kind(self) -> CauseKind:
        """Whether the one is only the condition of the other."""
        return CauseKind.CONDITION if self.role is Role.CONDITION else CauseKind.CAUSE


_Read = tuple[Link | None, range]
"""The link of a mark, and the tokens that the next one goes on from."""


@value(frozen=True, slots=True)
class Links:
    """Reads the links of a text sentence by sentence."""

    scene: Scene
    signs: Signs
    point: PointId | None
    known: Known

    def of(self, unit: range, last: Statement | None) -> tuple[list[Link], Sequence[Mark]]:
        """The links of a sentence and its marks; `last` is the sentence before in this text."""
        marks = marks_in(self.scene, self.signs, unit)
        sentence = _Sentence(self.scene, self.point, self.known, unit, last)
        found: list[Link] = []
        before = range(unit.start, marks[0].before_end) if marks else unit
        for nth, mark in enumerate(marks):
            after = marks[nth + 1] if nth + 1 < len(marks) else None
            stop = unit.stop if after is None else max(mark.end, after.before_end)
            stop = mark.closes.start if mark.closes else stop
            link, before = sentence.read(mark, before, range(mark.end, stop), after)
            if link is not None:
                found.append(link)
        return found, marks


@value(frozen=True, slots=True)
class _Sentence:
    """Reads the marks of one sentence: what stands `before` each, and `behind` it."""

    scene: Scene
    point: PointId | None
    known: Known
    unit: range
    last: Statement | None

    def read(self, mark: Mark, before: range, behind: range, after: Mark | None) -> _Read:
        """The link of a mark; `after` is the one behind it."""
        if mark.before is Before.WHOLE:
            whole = self._around(mark, behind)
            link = self._made(self.last or self.known.before, whole, mark)
            return link, range(self.unit.start, behind.stop)
        own = before_mark(self.scene, self.point, before) if mark.before is Before.WORDS else None
        if mark.forward:
            return self._forward(mark, own, before, behind, after)
        if own is None:
            if mark.before is Before.WORDS and self._is_bare(before):
                return self._opening(mark, behind)
            cause = behind_mark(self.scene, self.point, behind)  # this was because …
            return self._made(cause, self._said_before(mark), mark), behind
        parts = parted_by_then(self.scene, behind) if mark.role is Role.CONDITION else None
        if parts is not None:
            return self._pair(mark, *parts), parts[1]
        goes_on = after is None or after.role is not Role.SO
        cause = behind_mark(self.scene, self.point, behind)
        return self._made(cause, own, mark), behind if goes_on else before

    def _forward(
        self, mark: Mark, own: Statement | None, before: range, behind: range, after: Mark | None
    ) -> _Read:
        """`CAUSE so EFFECT`."""
        effect = behind_mark(self.scene, self.point, behind)
        if effect is None and own is not None and after is not None:
            return None, before  # "and so this led to": the next mark links
        return self._made(own or self._said_before(mark), effect, mark), behind

    def _opening(self, mark: Mark, behind: range) -> _Read:
        """`Because CAUSE, EFFECT`, `If CONDITION then EFFECT`, and an answer: `because CAUSE`."""
        answers = self.known.asks and self.last is None and mark.role is Role.BECAUSE
        noun = self.scene.low(mark.end - 1) in self.scene.words.causes.before_noun
        parts = parted_by_verb(self.scene, behind) if noun else None
        parts = parts or parted(self.scene, behind)
        if parts is not None and answers and not any(is_verb(self.scene, at) for at in parts[1]):
            parts = None  # because CAUSE, not the other thing
        link = None if parts is None else self._pair(mark, *parts)
        if parts is not None and link is not None:
            return link, parts[1]
        if mark.role is Role.CONDITION:
            return None, behind
        if not answers and any(is_verb(self.scene, at) for at in behind):
            return None, behind  # a whole sentence, of which it is not clear where it parts
        said = self.last or self.known.before or self.known.prompt
        effect = self.known.asked if answers else said
        return self._made(behind_mark(self.scene, self.point, behind), effect, mark), behind

    def _pair(self, mark: Mark, cause: range, effect: range) -> Link | None:
        told = behind_mark(self.scene, self.point, effect)
        return self._made(statement(self.scene, self.point, cause), told, mark)

    def _is_bare(self, before: range) -> bool:
        """Whether nothing at all stands before a mark: no "this was" either."""
        words = self.scene.words
        joining = words.and_words | words.causes.edges
        return all(
            self.scene.low(at) in joining or not self.scene.tokens[at].text.isalnum()
            for at in before
        )

    def _said_before(self, mark: Mark) -> Statement | None:
        """What "this" stands for: the sentence before, the point before, or what was asked."""
        known = self.known
        if self.last is not None:
            return self.last
        if mark.before is Before.IT:
            return known.prompt or known.before
        return known.before or (None if known.asks and mark.forward else known.prompt)

    def _around(self, mark: Mark, behind: range) -> Statement | None:
        """The sentence that a mark stands in, without one at its end."""
        ends = all(not self.scene.tokens[at].text.isalnum() for at in behind)
        end = mark.place if ends else behind.stop
        return before_mark(self.scene, self.point, range(self.unit.start, end))

    def _made(self, cause: Statement | None, effect: Statement | None, mark: Mark) -> Link | None:
        if cause is None or effect is None or cause.side == effect.side:
            return None
        return Link(cause, effect, mark.role, self.scene.span(mark.place, mark.end))
