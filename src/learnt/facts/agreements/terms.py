"""The date, duration and sort of an agreement, as they stand beside its noun."""

from learnt.facts.agreements.nouns import Noun
from learnt.facts.events.scene import PlacedDate, Scene
from learnt.facts.words import phrases_among

_LINKS = ("(", ",")


def own_date(scene: Scene, noun: Noun) -> str | None:
    """`the 1935 pact`, `the Munich Agreement of 1938`, `Rapallo treaty (1922)`."""
    before = scene.date_ending.get(noun.first)
    found = [before] if before else []
    found += [
        one
        for one in scene.dates_within(noun.first, noun.end + 2)
        if one.first >= noun.end or one.end <= noun.end
    ]
    return next((one.date.edtf for one in found if _is_linked(scene, noun, one)), None)


def _is_linked(scene: Scene, noun: Noun, one: PlacedDate) -> bool:
    """Whether the date is in the noun or beside it, or a word that hangs it on stands between."""
    if one.first != noun.end + 1:
        return True
    joint, words = scene.low(noun.end), scene.words
    if joint in _LINKS or joint in words.of:
        return True
    return not scene.verbs and joint in words.agreements.in_year


def duration(scene: Scene, sentence: range) -> str | None:
    """`for ten years`, `a ten-year pact`."""
    for one in scene.quantities_within(sentence.start, sentence.stop):
        if one.unit.split(" ")[0].lower() in scene.words.agreements.periods:
            return one.span.of(scene.text)
    return None


def qualifier(scene: Scene, noun: Noun) -> str | None:
    """`non-aggression`, `mutual assistance`: what sort of agreement it is."""
    places = range(noun.first, noun.end)
    for place, count in phrases_among(scene.words.qualifiers, scene.tokens, places):
        return scene.words_of(place, place + count).lower()
    return None
