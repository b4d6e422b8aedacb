"""The links of one text, in the light of its prompt and of the point before it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from learnt.facts.causes.answers import Answer, answer_in
from learnt.facts.causes.known import Known
from learnt.facts.causes.links import Link, Links
from learnt.facts.causes.sides import Statement, statement
from learnt.facts.causes.signs import Signs
from learnt.facts.events.scene import Scene
from learnt.facts.values import Cause, Span
from learnt.ids import PointId

if TYPE_CHECKING:
    from learnt.facts.causes.mark import Mark


def read_causes(
    scene: Scene, signs: Signs, known: Known, point: PointId | None
) -> tuple[tuple[Cause, ...], Known]:
    """The links that a text tells, and what is known after it."""
    links = Links(scene, signs, point, known)
    found: list[Link] = []
    marks: list[Mark] = []
    last: Statement | None = None
    for unit in _units(scene):
        made, of_unit = links.of(unit, last)
        found += made
        marks += of_unit
        last = statement(scene, point, unit) or last
    answer = Answer() if point is None else answer_in(scene, known, marks, found, point)
    found += [] if answer.link is None else [answer.link]
    return _causes(scene, found, point), known.after(last, story=answer.story)


def _units(scene: Scene) -> Sequence[range]:
    """The sentences, cut at semicolons as well."""
    found: list[range] = []
    for sentence in scene.sentences:
        first = sentence.start
        for place in sentence:
            if scene.tokens[place].text == ";":
                found.append(range(first, place))
                first = place + 1
        found.append(range(first, sentence.stop))
    return [one for one in found if one]


def _causes(scene: Scene, links: Sequence[Link], point: PointId | None) -> tuple[Cause, ...]:
    """The links as facts, in the order of the text; each is known by a phrase of its own.

    That is the sentence it stands in, which the learner saw when there was one link in each, or a
    part of that.
    """
    found: dict[Span, Cause] = {}
    for one in links:
        sides = (one.cause.side, one.effect.side)
        here = [side.span for side in sides if side.point == point]
        whole = Span(min(span.start for span in here), max(span.end for span in here))
        options = (_sentences_of(scene, whole), whole, *reversed(here))
        others = _within(links, whole) if one.marker is None else ()
        phrase = next((each for each in (*options, *others) if each not in found), None)
        if phrase is not None:
            found[phrase] = Cause(
                phrase, one.cause.text, one.effect.text, one.kind, one.marker, *sides
            )
    return tuple(sorted(found.values(), key=lambda one: one.span))


def _sentences_of(scene: Scene, span: Span) -> Span:
    """The sentences that a span begins and ends in."""
    first, last = (scene.sentence_at(scene.place_of(at)) for at in (span.start, span.end - 1))
    return scene.span(scene.sentences[first].start, scene.sentences[last].stop)


def _within(links: Sequence[Link], whole: Span) -> Sequence[Span]:
    """The sides within a span, the last first: one of them stands for a point that answers."""
    sides = [side for one in links for side in (one.cause.side, one.effect.side)]
    return [side.span for side in reversed(sides) if whole.covers(side.span)]
