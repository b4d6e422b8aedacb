"""Guids and ids, both ways: by its guid Anki knows a note wherever it goes, by its id we a card.

    guid of Anki  = a number below 2^64 in 91 signs        → an id that has the number within
    guid of ours  = "learnt-" letters of the id (base 64)  ↔ the id

So a card that came from Anki goes back under the guid it came with, and one of ours comes back as
the card it is, though no table keeps them. Guids that other programs make up are not so; ids are
then made of them (see `identity`), and lead back to none.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from uuid import UUID

from learnt.ids import CardId, uuid7

_SIGNS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}~"
)
_MOST_SIGNS = 10
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}
_OURS = "learnt-"
_AT = 1
"""The time of ids that have a guid within: before all that were made, and not that of others."""
_PLACE_BITS = 10
_LOW_BITS = 62


def guid_of(card: CardId) -> str:
    """The guid of the note that a card is written as."""
    number = _number_of(card)
    random = (number >> 64 & 0xFFF) << _LOW_BITS | number & (1 << _LOW_BITS) - 1
    if number >> 80 == _AT and not random & (1 << _PLACE_BITS) - 1:
        return _as_guid(random >> _PLACE_BITS)
    return _OURS + urlsafe_b64encode(number.to_bytes(16)).rstrip(b"=").decode()


def card_with_guid(guid: str, place: int) -> CardId | None:
    """The card that a note's guid leads to; None where it is no guid of Anki's or of ours.

    `place` is 0, or that of one of several cards of the note, which is the number of its cloze less
    one.
    """
    if guid.startswith(_OURS):
        return _card_of_ours(guid) if place == 0 else None
    number = _number(guid)
    if number is None or not 0 <= place < 1 << _PLACE_BITS:
        return None
    return CardId(uuid7(_AT, number << _PLACE_BITS | place))


def is_later_gap(card: CardId) -> bool:
    """Whether a card came from a note of Anki's, and not as the first of its cards."""
    number = _number_of(card)
    return number >> 80 == _AT and number & (1 << _PLACE_BITS) - 1 > 0


def _card_of_ours(guid: str) -> CardId | None:
    try:
        packed = urlsafe_b64decode(guid.removeprefix(_OURS) + "==")
    except (Base64Error, ValueError):
        return None
    if len(packed) != 16:
        return None
    found = CardId(str(UUID(bytes=packed)))
    return found if guid_of(found) == guid else None


def _number_of(card: CardId) -> int:
    return int(card.replace("-", ""), 16)


def _as_guid(number: int) -> str:
    signs = ""
    while number:
        number, value = divmod(number, len(_SIGNS))
        signs = _SIGNS[value] + signs
    return signs


def _number(guid: str) -> int | None:
    """The number that a guid is; None for what Anki would not have written so."""
    if len(guid) > _MOST_SIGNS or guid.startswith(_SIGNS[0]):
        return None  # it writes no zeros in front
    number = 0
    try:
        for sign in guid:
            number = number * 91 + _VALUES[sign]
    except KeyError:
        return None
    return number if number < 1 << 64 else None
