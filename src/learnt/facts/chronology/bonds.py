"""Agreements, each by all the cards that speak of it: who was bound, when, on what condition."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from learnt.deck.tidy import each_once
from learnt.facts.values import ACTORS, Agreement, CardFacts, Event, Name, NameKind, TextFacts
from learnt.ids import CardId

_SMALL = frozenset("of the a an with between and for on".split())
_WITH = re.compile(r"\s(?:with|between|zwischen|mit)\s.*")
_SEVERAL = 2
_NEAR = 6
"""Letters between the name of an agreement and its date: "Triple Alliance of May 1882"."""


@dataclass(frozen=True, slots=True)
class Bond:
    """An agreement: `key` knows it again, `when` is its date as EDTF (signed before negotiated)."""

    key: str
    name: str
    parties: tuple[str, ...]
    when: str | None
    conditions: tuple[str, ...]
    duration: str | None
    cards: tuple[CardId, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    """What one text says of an agreement."""

    card: CardId
    name: str
    parties: tuple[str, ...]
    signed: str | None = None
    negotiated: str | None = None
    condition: str | None = None
    duration: str | None = None
    sure: bool = False  # the text itself says who and when


def bonds_of(cards: Sequence[CardFacts]) -> tuple[Bond, ...]:
    """The agreements of these cards, in the order in which the cards first speak of them.

    One that has no name of its own ("a pact") is another one for other parties.
    """
    kinds = {name.name: name.kind for card in cards for text in card.texts for name in text.names}
    mentions = [one for card in cards for one in _mentions(card, kinds)]
    proper = {key_of(one.name) for one in mentions if any(map(str.isupper, one.name))}
    found: dict[str, list[_Mention]] = {}
    for one in mentions:
        key = key_of(one.name)
        with_whom = "" if key in proper else " ".join(sorted(one.parties))
        found.setdefault(f"{key} {with_whom}".strip(), []).append(one)
    return tuple(_joined(key, mentions) for key, mentions in found.items())


def key_of(name: str) -> str:
    """The same for “treaty of Berlin” and “Berlin Treaty”."""
    words = re.findall(r"\w+", name.casefold())
    return " ".join(sorted(word for word in words if word not in _SMALL))


def _bare(name: str) -> str:
    """Without those who made it, who are told apart: "pact with France"."""
    return _WITH.sub("", name) or name


def _joined(key: str, mentions: Sequence[_Mention]) -> Bond:
    """One agreement from all that is said of it; who signed it says best who was bound."""
    most = max(mentions, key=lambda one: (one.sure, len(one.parties)))
    parties = [most] if len(most.parties) > 1 else mentions
    signed = next((one.signed for one in mentions if one.signed), None)
    return Bond(
        key,
        mentions[0].name,
        tuple(dict.fromkeys(party for one in parties for party in one.parties)),
        signed or next((one.negotiated for one in mentions if one.negotiated), None),
        each_once(one.condition for one in mentions if one.condition),
        next((one.duration for one in mentions if one.duration), None),
        tuple(dict.fromkeys(one.card for one in mentions)),
    )


def _mentions(card: CardFacts, kinds: Mapping[str, NameKind]) -> Iterator[_Mention]:
    """The agreements that were read, and those which only the prompt names."""
    known = {key_of(_bare(one.name)) for text in card.texts for one in text.agreements}
    for text in card.texts:
        for one in text.agreements:
            parties, sure = _parties(one, text, kinds)
            yield _Mention(
                card.card,
                _bare(one.name),
                parties,
                one.signed,
                one.negotiated,
                one.condition,
                one.duration,
                sure,
            )
    prompt = card.texts[0] if card.texts and card.texts[0].point is None else None
    for name in prompt.names if prompt else ():
        if prompt and name.kind is NameKind.AGREEMENT:
            yield from _asked(card, prompt, name, kinds, key_of(name.name) in known)


def _parties(
    one: Agreement, text: TextFacts, kinds: Mapping[str, NameKind]
) -> tuple[tuple[str, ...], bool]:
    """Who made it: as it is said, and else those who do something in the text about it.

    And whether it was said, with its date.
    """
    said = _bound([party for party in one.parties if not _is_part(party, one.name)], kinds)
    if len(said) >= _SEVERAL:
        return said, bool(one.signed or one.negotiated)
    names = [name.name for name in text.names if one.span.covers(name.span)]
    within = _bound([party for party in names if not _is_part(party, one.name)], kinds)
    return tuple(dict.fromkeys((*within, *_doing(text.events, kinds)))) or said, False


def _is_part(party: str, name: str) -> bool:
    """Whether it is only a half of a word: of Anti-Hitler neither made the alliance."""
    return f"{party}-" in name or f"-{party}" in name


def _asked(
    card: CardFacts,
    prompt: TextFacts,
    name: Name,
    kinds: Mapping[str, NameKind],
    known: bool,  # noqa: FBT001 - whether a point tells of it
) -> Iterator[_Mention]:
    """An agreement that a prompt dates, or of which no point says anything."""
    near = (one for one in prompt.dates if 0 <= one.span.start - name.span.end <= _NEAR)
    date = next(near, None)
    if known and date is None:
        return
    parties: tuple[str, ...] = ()
    if not known:
        parties = _bound([one.name for one in prompt.names], kinds)
    if not known and len(parties) < _SEVERAL:
        parties = _doing([event for text in card.texts for event in text.events], kinds)
    yield _Mention(card.card, name.name, parties, date.edtf if date else None)


def _bound(parties: Sequence[str], kinds: Mapping[str, NameKind]) -> tuple[str, ...]:
    """States and organisations; who acted for them is left out where two of those are named."""
    acting = tuple(one for one in parties if kinds.get(one, NameKind.STATE) in ACTORS)
    states = tuple(one for one in acting if kinds.get(one) is not NameKind.PERSON)
    return states if len(states) > 1 else acting


def _doing(events: Sequence[Event], kinds: Mapping[str, NameKind]) -> tuple[str, ...]:
    """Those who do what the agreement says: the first that are several, and no persons."""
    for event in events:
        states = [
            one
            for one in event.actors
            if kinds.get(one) in ACTORS and kinds.get(one) is not NameKind.PERSON
        ]
        if event.polarity and len(states) > 1:
            return tuple(states)
    return ()
