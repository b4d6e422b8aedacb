"""Names beside a verb that only tell where it was, with whom, or who somebody else is."""

from collections.abc import Iterable, Sequence

from learnt.facts.events.actors.spoken import GROUPS
from learnt.facts.events.scene import Scene
from learnt.facts.events.verbs import Verb
from learnt.facts.names import Form, Mention
from learnt.facts.values import NameKind

_NEXT = 4
"""How near somebody stands whom an adjective describes: the British secretary, Eden."""
_BY_NEAR = 12
_GOING = ("move", "leave")
"""The classes of verbs whose "to" tells where."""
_SEMICOLONS = (";", ":")


def takes_part(one: Mention) -> bool:
    """Whether a name can be an actor: somebody who acts, or an agreement that names its parties."""
    return one.acts or (one.kind is NameKind.AGREEMENT and bool(one.parties))


def names_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The names, each once; an agreement is its parties."""
    found: dict[str, None] = {}
    for one in mentions:
        for name in one.parties if one.kind is NameKind.AGREEMENT else (one.name,):
            found.setdefault(name)
    return tuple(found)


def tells_who(scene: Scene, one: Mention) -> bool:
    """Whether an adjective only tells who the next name is: the British secretary, Eden."""
    if one.form is not Form.PEOPLE:
        return False
    following = scene.names.following(one.end)
    if following is None or following.kind is not NameKind.PERSON:
        return False
    between = range(one.end, following.first)
    return len(between) <= _NEXT and not any(
        scene.low(at) in scene.words.actors.between_names
        or scene.low(at) == ";"
        or at in scene.verb_at
        for at in between
    )


def is_led(scene: Scene, one: Mention, words: frozenset[str]) -> bool:
    """Whether one of these prepositions stands right before the name."""
    before = one.first - 1
    if scene.low(before) in scene.words.actors.name_articles:
        before -= 1
    return scene.low(before) in words


def is_where(scene: Scene, one: Mention, verb: Verb) -> bool:
    """Whether the name only tells where it was: at Yale, from Switzerland, fled to Greece."""
    words = scene.words
    if one.kind not in GROUPS:
        return is_led(scene, one, words.actors.under)
    if is_led(scene, one, words.actors.where):
        return True
    return verb.entry.verb_class in _GOING and is_led(scene, one, words.to)


def led_by(scene: Scene, one: Mention, end: int) -> bool:
    """Whether "by" leads to the name, over names and articles, from the verb that ends at `end`."""
    words = scene.words
    for place in range(one.first - 1, max(end, one.first - _BY_NEAR) - 1, -1):
        low = scene.low(place)
        if low in words.by:
            return True
        if low in words.prepositions or low in _SEMICOLONS:
            return False
    return False


def behind_comma(scene: Scene, left: Sequence[Mention], first: int, end: int) -> Sequence[Mention]:
    """Without what stands before the comma of an opening phrase: Despite Munich, Stalin …."""
    low, words = scene.low(first), scene.words
    if low not in words.prepositions and low not in words.opening:
        return left
    commas = (at for at in range(first, end) if scene.low(at) == "," and at not in scene.dated)
    comma = next(commas, None)
    behind = [one for one in left if comma is not None and one.first > comma]
    return behind or left
