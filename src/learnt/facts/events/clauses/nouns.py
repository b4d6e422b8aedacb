"""Dates that say which thing is meant and not when: the 1935 pact, Plessy v Ferguson (1896)."""

from learnt.facts.events.scene import PlacedDate, Scene
from learnt.facts.events.verbs import Verb
from learnt.facts.names import Mention
from learnt.facts.tokens import Token
from learnt.facts.values import NameKind

_CITED = (NameKind.CASE, NameKind.LAW, NameKind.STUDY, NameKind.AGREEMENT, NameKind.CONFERENCE)
_BRACKETS = ("(", "[")
_A_DAY = len("1938-09-30")


def belongs_to_noun(scene: Scene, one: PlacedDate) -> bool:
    """Whether the date tells which thing is meant: the 1935 pact, the treaty of 1935."""
    before, words = scene.low(one.first - 1), scene.words
    has_article = scene.low(one.first) in words.articles
    led = has_article or before in words.determiners
    if led and "/" not in one.date.edtf and _describes_noun(scene, one.end):
        lead = scene.low(one.first - 1 if has_article else one.first - 2)
        return lead not in words.dating.dating
    if before not in words.of or one.first - 1 in scene.names.by_end:
        return False  # what hangs on a name is looked at with its verb (`cites`)
    noun = scene.low(one.first - 2)
    return noun.isalpha() and noun not in words.dating.time_nouns and len(one.date.edtf) < _A_DAY


def _describes_noun(scene: Scene, place: int) -> bool:
    """Whether the word behind a date is a noun: no verb, no name and no function word."""
    if place >= len(scene.tokens) or place in scene.verb_at or place in scene.names.by_first:
        return False
    return _is_noun(scene, scene.tokens[place])


def _is_noun(scene: Scene, token: Token) -> bool:
    """Whether a word is in none of the lists of small words."""
    words, low = scene.words, token.low
    small = (words.prepositions, words.opening, words.joining, words.be, words.have)
    return (
        token.text.isalpha()
        and low not in words.dating.no_nouns
        and low not in words.determiners
        and not any(low in them for them in small)
        and not low.endswith(words.adverb_endings)
    )


def cites(scene: Scene, verb: Verb, one: PlacedDate) -> bool:
    """Whether the date only belongs to the case or statute that the verb is done to.

    "Overruled Plessy v Ferguson (1896)" was later; what is signed, passed or published is so on
    its date.
    """
    if verb.place > one.first or verb.lemma in scene.words.dating.publishing:
        return False
    return any(
        name.kind in _CITED and name.first > verb.place and not _tells_where(scene, name)
        for name in _names_at(scene, one)
    )


def _names_at(scene: Scene, one: PlacedDate) -> list[Mention]:
    """The names that a date is within, or stands behind, with a bracket or "of" between at most."""
    before = one.first - 1
    joint = scene.low(before) in _BRACKETS or scene.low(before) in scene.words.of
    found = [scene.names.covering.get(one.first), scene.names.by_end.get(one.first)]
    found += [scene.names.by_end.get(before)] if joint else []
    return [name for name in found if name is not None]


def _tells_where(scene: Scene, name: Mention) -> bool:
    """`held in Donoghue v Stevenson (1932)`, `lost by the Treaty of Schönbrunn of 1809`."""
    before = name.first - 1
    before -= scene.low(before) in scene.words.articles
    return scene.low(before) in scene.words.dating.citing
