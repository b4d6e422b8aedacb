"""Where a clause that opens a sentence ends, and the main clause begins."""

from collections.abc import Iterator

from learnt.facts.events.scene import Scene
from learnt.facts.tokens import NUMBER, SIGN

_COMPARING = "<>=≤≥"
"""Signs that are as good as a verb: as long as MR > MC."""
_NEAR = 3
"""Tokens within which the verb follows its subject: "the tax has"."""

Parted = tuple[range, range]
"""The tokens of the opening clause, and of the main one."""


def parted_by_then(scene: Scene, part: range) -> Parted | None:
    """`if A then B`."""
    then = scene.words.causes.then
    place = next((at for at in part if scene.low(at) in then), None)
    return None if place is None else (range(part.start, place), range(place + 1, part.stop))


def parted(scene: Scene, part: range) -> Parted | None:
    """`A, B`, `A then B`, and without any sign: `unless it has stored starch it will die`."""
    found = parted_by_then(scene, part)
    if found is not None:
        return found
    comma = next((at for at in part if scene.tokens[at].text == ","), None)
    if comma is not None:
        return range(part.start, comma), range(comma + 1, part.stop)
    subject = next(_subjects(scene, part), None)
    return None if subject is None else (range(part.start, subject), range(subject, part.stop))


def parted_by_verb(scene: Scene, part: range) -> Parted | None:
    """`wegen der Kälte im Winter starben viele`: the verb is the first small word behind a noun.

    For a language that writes its nouns with a capital.
    """
    words = scene.words
    within = words.prepositions | words.articles | words.determiners | words.and_words
    opened = True  # a noun is to come
    for at in part:
        token = scene.tokens[at]
        if token.kind is SIGN:
            return None
        if token.capital or token.kind is NUMBER:
            opened = False
        elif token.low in within:
            opened = True
        elif not opened:
            return range(part.start, at), range(at, part.stop)
    return None


def is_verb(scene: Scene, place: int) -> bool:
    """Whether a verb stands there, auxiliaries among them."""
    words, low = scene.words, scene.low(place)
    helps = low in words.be or low in words.have or low in words.modal
    return helps or place in scene.verb_at


def _subjects(scene: Scene, part: range) -> Iterator[int]:
    """Where a second clause begins, by its subject behind the first clause's verb."""
    words = scene.words
    pronouns = words.causes.persons | words.causes.it
    told = False
    for at in part[1:-1]:
        low = scene.low(at)
        if told and low in pronouns and is_verb(scene, at + 1):
            yield at
        elif told and low in words.articles | words.causes.clause_subjects:
            soon = range(at + 2, min(at + 2 + _NEAR, part.stop))
            if not _takes_object(scene, at - 1) and any(is_verb(scene, one) for one in soon):
                yield at
        told = told or is_verb(scene, at) or scene.tokens[at].text in _COMPARING


def _takes_object(scene: Scene, place: int) -> bool:
    """Whether what stands behind a word belongs to it: to a verb, or to a preposition."""
    words, low = scene.words, scene.low(place)
    small = low in words.prepositions or low in words.and_words or low in words.articles
    return small or is_verb(scene, place)
