"""Ids for what comes from a package: always the same, so that a second import finds the first.

They are made of what Anki keeps wherever a note goes, its guid, never of a text that is edited;
a point's is made of its text as it came, since Anki knows no points, and stays when we edit it.
"""

from hashlib import sha256

from learnt.clock import Instant
from learnt.deck import Card
from learnt.ids import CardId, DeckId, EventId, LearnerId, PointId, uuid7_of_digits
from learnt.journal import Hold
from learnt.sources.packages.guids import card_with_guid
from learnt.sources.packages.values import AnkiCard, AnkiDeck, Note

_NEVER = 0
"""Ids of things that have no time begin with this one, and so come before all that were made."""
_SHORTEST_GUID = 8  # Anki's own have ten letters; "0001" of some program is no name for the world
_SUSPENDED, _BURIED, _RELEASED = "suspended", "buried", "released"
_FIRST_MS = 10**12  # ids of Anki are the time they were made at; a smaller one is somebody's choice


def key_of(note: Note, place: int) -> str:
    """What a card of ours is known by."""
    own = note.guid if len(note.guid) >= _SHORTEST_GUID else f"{note.guid}\x1f{note.id}"
    return f"{own}\x1f{place}"


def card_id(note: Note, place: int) -> CardId:
    """The id of a card of a note: one that its guid leads back from, where that can be."""
    if len(note.guid) >= _SHORTEST_GUID and (known := card_with_guid(note.guid, place)):
        return known
    return CardId(_id(_NEVER, "anki card", key_of(note, place)))


def point_id(key: str, text: str) -> PointId:
    """The id of a point of it."""
    return PointId(_id(_NEVER, "anki point", key, text))


def deck_id(deck: AnkiDeck) -> DeckId:
    """The id of a deck, which stays when the deck is renamed."""
    name = "" if deck.id >= _FIRST_MS else deck.name
    return DeckId(_id(_NEVER, "anki deck", str(deck.id), name))


def answers_id(learner: LearnerId, card: Card, anki: AnkiCard) -> EventId:
    """What the ids of the answers that the log has of a card are, but for their time."""
    return EventId(_id(_NEVER, "anki review", learner, card.id, str(anki.id)))


def hold_id(learner: LearnerId, card: Card, anki: AnkiCard, at: Instant) -> EventId:
    """The id of a card's being set aside."""
    return _hold_id(learner, card.id, at, _SUSPENDED if anki.suspended else _BURIED)


def release_id(learner: LearnerId, card: Card, at: Instant) -> EventId:
    """The id of a card's being taken back in Anki."""
    return _hold_id(learner, card.id, at, _RELEASED)


def is_of_anki(hold: Hold) -> bool:
    """Whether a card's being set aside, or taken back, came with a package: its id says so."""
    of_what = (_SUSPENDED, _BURIED, _RELEASED)
    return any(hold.id == _hold_id(hold.learner, hold.card, hold.at, one) for one in of_what)


def known_id(learner: LearnerId, card: Card, anki: AnkiCard, at: Instant) -> EventId:
    """The id of what Anki knew of a card when it was last asked."""
    return EventId(_id(at, "anki known", learner, card.id, str(anki.ord)))


def _hold_id(learner: LearnerId, card: CardId, at: Instant, what: str) -> EventId:
    return EventId(_id(at, "anki hold", learner, card, what))


def _id(at: int, *parts: str) -> str:
    written = "\x1e".join(parts).encode(errors="surrogatepass")
    return uuid7_of_digits(at, sha256(written).hexdigest())
