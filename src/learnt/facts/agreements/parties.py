"""Who made an agreement."""

from collections.abc import Sequence

from learnt.facts.agreements.nouns import PARTIES, Noun
from learnt.facts.agreements.telling import Telling
from learnt.facts.agreements.terms import own_date
from learnt.facts.events.scene import Scene
from learnt.facts.names import Mention
from learnt.facts.values import Event

_WITH_NEAR = 12


def parties_of(
    telling: Telling,
    noun: Noun,
    sentence: range,
    about: Sequence[Event],
    subjects: tuple[str, ...],
) -> tuple[str, ...]:
    """Who made it: names joined by with or between, and who signs with them.

    Where there is none, all who act in the sentence; else whom the prompt asks about.
    """
    if noun.parties:
        return noun.parties
    scene, words = telling.scene, telling.scene.words.agreements
    making = [one for one in about if one.verb in words.making]
    nearest = _nearest(scene, noun, making)
    joined, found = _joined_and_acting(scene, noun, sentence, nearest)
    later = [one for one in about if one.verb in words.taking_up and one.polarity]
    found |= dict.fromkeys(name for one in later for name in one.actors)
    if len(found) == 1 and joined and not subjects:
        found = dict.fromkeys((*telling.subject_before(noun, sentence), *found))
    if not found:
        if not making and own_date(scene, noun) is None:
            return subjects if noun.named and len(subjects) == 1 else ()
        found = dict.fromkeys(_acting_in(scene, sentence))
    unsaid = nearest is None or not nearest.actors
    if len(found) == 1 or (not found and unsaid):
        found = dict.fromkeys((*subjects, *found))
    return tuple(found)


def _nearest(scene: Scene, noun: Noun, making: Sequence[Event]) -> Event | None:
    """The verb of making that stands nearest to the noun."""
    start = scene.tokens[noun.first].start
    return min(making, key=lambda one: abs((one.word or one.span).start - start), default=None)


def _joined_and_acting(
    scene: Scene, noun: Noun, sentence: range, nearest: Event | None
) -> tuple[list[str], dict[str, None]]:
    """The names that "with" leads to; and who acts in the nearest verb, then those names."""
    after = [one for one in scene.names.within(noun.first, sentence.stop) if one.kind in PARTIES]
    joined = [one.name for one in after if _is_with(scene, noun, one)]
    acting = nearest.actors if nearest else ()
    if joined:  # what stands behind without "with" is no party: a pact with Poland on Danzig
        behind = {one.name for one in after}.difference(joined)
        acting = tuple(one for one in acting if one not in behind)
    return joined, dict.fromkeys((*acting, *joined))


def _acting_in(scene: Scene, sentence: range) -> list[str]:
    """All who could be parties in a sentence, and are no mere place."""
    return [
        one.name
        for one in scene.names.within(sentence.start, sentence.stop)
        if one.kind in PARTIES
        and scene.low(one.first - 1) not in scene.words.agreements.not_parties
    ]


def _is_with(scene: Scene, noun: Noun, one: Mention) -> bool:
    """Whether with, between or by leads from the agreement to the name, over names alone."""
    words, agreements = scene.words, scene.words.agreements
    for place in range(one.first - 1, max(noun.first, one.first - _WITH_NEAR) - 1, -1):
        low = scene.low(place)
        of_noun = low in words.of and scene.low(place - 1) in words.linking_nouns
        if of_noun or low in agreements.leading:
            return True
        among = (agreements.with_parties, words.articles, agreements.both)
        if place not in scene.names.covering and not any(low in them for them in among):
            return False
    return False
