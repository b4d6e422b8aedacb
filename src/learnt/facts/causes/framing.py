"""Verbs whose last part ends the clause, with what comes of it in between: `löste … aus`."""

from collections.abc import Sequence

from learnt.facts.causes.mark import Mark
from learnt.facts.causes.signs import Frame, Sign
from learnt.facts.events.scene import Scene
from learnt.facts.tokens import NUMBER, SIGN

_FAR, _NEAR = 25, 7
"""Tokens within which the last part of a verb is looked for, and a word that belongs to it."""


def framed_mark(scene: Scene, sign: Sign, unit: range, start: int, place: int) -> Mark | None:
    """The mark that the first part of a verb is, where its last part stands as it should."""
    end = place + len(sign.words)
    if not _has_subject(scene, range(start, place)):
        return None
    if sign.later:
        found = _later(scene, sign, range(end, unit.stop))
        if found is None:
            return None
        end = found + 1
    closed = _last_part(scene, sign.frames, range(end, unit.stop))
    if closed is None:
        whole = () in sign.frames and _is_followed(scene, range(start, place), end, unit)
        denied = end < unit.stop and _denies(scene, end)
        return Mark(place, end, sign.role, place) if whole and not denied else None
    if any(_denies(scene, at) for at in range(end, closed.start)):
        return None
    return Mark(place, end, sign.role, place, closes=closed)


def _has_subject(scene: Scene, before: range) -> bool:
    """Whether who does it stands before the verb: after `im Sommer` it stands behind it.

    A pronoun that goes on about something stands behind a comma, and the verb of a clause does not.
    """
    words = scene.words
    first = next((at for at in before if scene.low(at) not in words.causes.edges), None)
    if first is None:
        return False
    low, apart = scene.low(first), scene.tokens[before.stop - 1].text == ","
    pronouns = words.causes.which | words.relative | words.determiners
    if (scene.low(before.stop) in pronouns) is not apart:
        return False
    turned = words.prepositions | words.adverbs | (words.opening - words.articles)
    return low not in turned and scene.tokens[first].kind is not NUMBER


def _later(scene: Scene, sign: Sign, part: range) -> int | None:
    """Where the "zu" of `führte 1929 in Berlin zu` stands, behind words that say when or where."""
    words = scene.words
    for at in part[:_NEAR]:
        token = scene.tokens[at]
        if token.low in sign.later and at > part.start:
            return at
        when = token.kind is NUMBER or token.low in words.prepositions | words.adverbs
        if token.kind is SIGN or _denies(scene, at) or (at == part.start and not when):
            return None
    return None


def _denies(scene: Scene, place: int) -> bool:
    words, low = scene.words, scene.low(place)
    return low in words.negators or low in words.verbs.no_subjects


def _last_part(scene: Scene, frames: Sequence[Frame], part: range) -> range | None:
    """Where the last part of the verb stands, at the end of its clause and behind something."""
    words, tokens = scene.words, scene.tokens
    behind = words.joining | words.opening
    for at in part[1:_FAR]:
        token = tokens[at]
        if token.kind is SIGN and not (token.text == "," and _goes_on(scene, at + 1, part)):
            return None
        if token.low in words.causes.breaks:
            return None
        for frame in frames:
            end = at + len(frame)
            found = frame and end <= part.stop and frame == tuple(map(scene.low, range(at, end)))
            closes = end >= part.stop or tokens[end].kind is SIGN or scene.low(end) in behind
            if found and closes:
                return range(at, end)
    return None


def _goes_on(scene: Scene, place: int, part: range) -> bool:
    """Whether a list goes on behind a comma: `Hunger, Armut und Streiks`."""
    return place < part.stop and scene.tokens[place].capital


def _is_followed(scene: Scene, before: range, end: int, unit: range) -> bool:
    """Whether a verb of one part has something behind it, and helps no other: `hat verursacht`."""
    words = scene.words
    helping = words.be | words.have | words.modal
    helped = any(scene.low(at) in helping for at in before)
    return not helped and end < unit.stop and scene.tokens[end].kind is not SIGN
