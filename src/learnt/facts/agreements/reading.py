"""The agreements of a text, each told whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from learnt.facts.agreements.asked import Given
from learnt.facts.agreements.nouns import Noun, nouns_in
from learnt.facts.agreements.parties import parties_of
from learnt.facts.agreements.telling import Telling
from learnt.facts.agreements.terms import duration, own_date, qualifier
from learnt.facts.events.conditions import condition_in
from learnt.facts.events.scene import Scene
from learnt.facts.values import Agreement, Event

_NEGOTIATED = "negotiate"
"""The class of verbs of negotiating."""


def read_agreements(scene: Scene, events: Sequence[Event], given: Given) -> tuple[Agreement, ...]:
    """The agreements that a text tells something of: at least a party, a date or a condition."""
    nouns = nouns_in(scene)
    if not nouns and given.agreement is None:
        return ()
    conditions = [condition_in(scene, one).text for one in scene.sentences]
    nouns = _with_asked(scene, nouns, events, conditions, given)
    telling = Telling(scene, nouns, events)
    homes = {one.name: one.home for one in scene.names.listed if one.home}
    merged: dict[str, Agreement] = {}
    for number in range(len(nouns)):
        one = _agreement(telling, number, conditions, given.subjects)
        one = _with_home(_with_states(one, homes), given)
        if one.parties or one.signed or one.negotiated or one.condition or one.duration:
            known = merged.get(one.name.lower())
            merged[one.name.lower()] = one if known is None else _filled(known, one)
    return tuple(merged.values())


def _with_asked(
    scene: Scene,
    nouns: list[Noun],
    events: Sequence[Event],
    conditions: Sequence[str | None],
    given: Given,
) -> list[Noun]:
    """The nouns; the one that the prompt asks about in the place of one that has no name."""
    asked = given.agreement
    if asked is None or any(one.named for one in nouns):
        return nouns
    if nouns:  # "What was the Pact of Steel?" "A military alliance of Germany and Italy"
        first = replace(nouns[0], name=asked.name, parties=asked.parties, dated=asked.edtf)
        return [first, *nouns[1:]]
    making = scene.words.agreements.making
    if any(conditions) or any(one.verb in making for one in events):
        return [Noun(0, 1, asked.name, asked.parties, everywhere=True, dated=asked.edtf)]
    return []


def _agreement(
    telling: Telling, number: int, conditions: Sequence[str | None], subjects: tuple[str, ...]
) -> Agreement:
    """What the text tells of the noun with that number."""
    scene, noun = telling.scene, telling.nouns[number]
    in_sentence = scene.sentence_at(noun.first)
    sentence = scene.sentences[in_sentence]
    about = telling.about.get(number, ())
    negotiated = (one.edtf for one in about if one.edtf and one.verb_class == _NEGOTIATED)
    return Agreement(
        span=scene.span(noun.first, noun.end),
        name=noun.name,
        parties=parties_of(telling, noun, sentence, about, subjects),
        negotiated=next(negotiated, None),
        signed=_signed(scene, noun, about),
        duration=duration(scene, sentence),
        condition=conditions[in_sentence],
        qualifier=qualifier(scene, noun),
    )


def _signed(scene: Scene, noun: Noun, about: Sequence[Event]) -> str | None:
    """When it was signed: by its verb, by its noun, or as the prompt says."""
    words, own = scene.words.agreements, own_date(scene, noun)
    signing = [one for one in about if one.edtf and one.verb in words.signing and one.polarity]
    if not signing:
        return own or noun.dated
    best = min(signing, key=lambda one: (one.date is None, one.verb not in words.sign))
    if best.date is None:  # the prompt's date, which says less than its own
        return own or best.edtf
    return best.edtf


def _filled(one: Agreement, other: Agreement) -> Agreement:
    """The first mention's values, and the second's where the first has none."""
    return replace(
        one,
        parties=one.parties if len(one.parties) >= len(other.parties) else other.parties,
        negotiated=one.negotiated or other.negotiated,
        signed=one.signed or other.signed,
        duration=one.duration or other.duration,
        condition=one.condition or other.condition,
        qualifier=one.qualifier or other.qualifier,
    )


def _with_states(one: Agreement, homes: Mapping[str, str]) -> Agreement:
    """Whoever signs for a state: Nixon and Brezhnev, so the United States and the Soviet Union."""
    people = [name for name in one.parties if name in homes]
    if not people:
        return one
    states = dict.fromkeys(
        [name for name in one.parties if name not in homes] + [homes[name] for name in people]
    )
    return replace(one, parties=(*states, *people))


def _with_home(one: Agreement, given: Given) -> Agreement:
    """With the state of the deck's person, where that state is the other party."""
    if given.home is None or given.home in one.parties or not 1 <= len(one.parties) <= 2:
        return one
    alone = len(one.parties) == 1 or given.whose in one.parties
    return replace(one, parties=(given.home, *one.parties)) if alone else one
