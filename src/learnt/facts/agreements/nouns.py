"""The agreements that a text speaks of: names, and nouns with what describes them."""

from learnt.facts.events.scene import Scene
from learnt.facts.light import value
from learnt.facts.names import Mention
from learnt.facts.tokens import WORD
from learnt.facts.values import NameKind

PARTIES = (NameKind.STATE, NameKind.ORGANISATION, NameKind.PERSON)
"""The kinds of names that make agreements."""

_MOST_ADJECTIVES = 3
_PARTNER_NEAR = 6


@value(frozen=True, slots=True)
class Noun:
    """An agreement where it stands, in tokens: a name, or a noun with what describes it.

    One that only the prompt names is `everywhere`: the whole text is about it. `dated` is the date
    that the prompt gives.
    """

    first: int
    end: int
    name: str
    parties: tuple[str, ...] = ()
    everywhere: bool = False
    named: bool = False
    dated: str | None = None


def named_noun(one: Mention) -> Noun:
    """The noun of an agreement that has a name."""
    return Noun(one.first, one.end, one.name, one.parties, named=True)


def nouns_in(scene: Scene) -> list[Noun]:
    """The agreements of a text, in order."""
    words = scene.words
    found = [named_noun(one) for one in scene.names.listed if one.kind is NameKind.AGREEMENT]
    for place, token in enumerate(scene.tokens):
        peace = token.low in words.agreements.peace and _has_partner(scene, place + 1)
        if (peace or token.low in words.linking_nouns) and place not in scene.names.covering:
            found.append(_unnamed(scene, place))
    return sorted(found, key=lambda one: one.first)


def _has_partner(scene: Scene, place: int) -> bool:
    return scene.low(place) in scene.words.agreements.partners


def _unnamed(scene: Scene, place: int) -> Noun:
    """`a non-aggression pact with Poland`: the noun, its adjectives, and who it is with."""
    first = place
    while place - first < _MOST_ADJECTIVES and _describes(scene, first - 1):
        first -= 1
    end = place + 1
    if _has_partner(scene, end) or scene.low(end) in scene.words.of:
        end = _last_joined(scene, end)
    return Noun(first, end, scene.words_of(first, end))


def _describes(scene: Scene, place: int) -> bool:
    """Whether a word before the noun belongs to it: "non-aggression", "mutual assistance"."""
    if place < 0:
        return False
    if scene.tokens[place].kind is not WORD:
        return place > 0 and scene.tokens[place].text == "-"
    words, low = scene.words, scene.low(place)
    small = (words.determiners, words.prepositions, words.joining, words.be)
    return place not in scene.verb_at and not any(low in them for them in small)


def _last_joined(scene: Scene, end: int) -> int:
    """The place after the last of the names behind "with" that "and" and commas join.

    `end` where no party stands near enough behind it.
    """
    near = scene.names.beginning(end + 1, end + 1 + _PARTNER_NEAR)
    names = [one for one in near if one.kind in PARTIES]
    last = end
    for one in names:
        joined = all(_is_joining(scene, at) for at in range(last, one.first))
        if one is not names[0] and not joined:
            break
        last = one.end
    return last


def _is_joining(scene: Scene, place: int) -> bool:
    low, words = scene.low(place), scene.words
    return low in (",", "&") or low in words.and_words or low in words.articles
