"""The signs of one sentence that do link, in order."""

from collections.abc import Sequence

from learnt.facts.causes.context import links_here
from learnt.facts.causes.framing import framed_mark
from learnt.facts.causes.mark import Mark
from learnt.facts.causes.signs import Signs, sign_at
from learnt.facts.causes.verbs import verb_links
from learnt.facts.events.scene import Scene


def marks_in(scene: Scene, signs: Signs, unit: range) -> Sequence[Mark]:
    """The marks among the tokens of a unit; none begins before the one before it ends."""
    found: list[Mark] = []
    start = place = unit.start
    tokens = scene.tokens
    while place < unit.stop:
        low = tokens[place].low
        if low in signs:
            mark = _mark_at(scene, signs, unit, start, place)
            if mark is not None:
                found.append(mark)
                start = place = mark.past
                continue
        if low in scene.words.causes.breaks:
            start = place + 1
        place += 1
    return found


def _mark_at(scene: Scene, signs: Signs, unit: range, start: int, place: int) -> Mark | None:
    for sign in sign_at(signs, scene.tokens, place, unit.stop):
        read = verb_links if sign.forms else framed_mark if sign.frames else links_here
        mark = read(scene, sign, unit, start, place)
        if mark is not None:
            return mark
    return None
