"""Protocol Buffers, as much as packages need: numbers and pieces of bytes, by field number.

message = (key value)*      key = field number << 3 | wire type, as a varint
value   = varint | length bytes | 4 bytes | 8 bytes       by wire type 0, 2, 5, 1
"""

from collections.abc import Iterator

from learnt.errors import Unreadable

_LONGEST_VARINT = 10  # bytes
_FIXED = {1: 8, 5: 4}


def fields_of(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of a message: number and value. Raises Unreadable where it is none."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, wire = key >> 3, key & 7
        if wire == 0:
            value, at = _varint(message, at)
            yield number, value
            continue
        if wire == 2:
            length, at = _varint(message, at)
        elif wire in _FIXED:
            length = _FIXED[wire]
        else:
            raise _broken()
        if at + length > len(message):
            raise _broken()
        yield number, message[at : at + length]
        at += length


def number_in(message: bytes, field: int) -> int:
    """The number in a field; 0, as the format has it, where there is none."""
    found = [value for number, value in fields_of(message) if number == field]
    return found[-1] if found and isinstance(found[-1], int) else 0


def text_in(message: bytes, field: int) -> str:
    """The text in a field; empty where there is none."""
    found = [value for number, value in fields_of(message) if number == field]
    return found[-1].decode(errors="replace") if found and isinstance(found[-1], bytes) else ""


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place, byte in enumerate(message[at : at + _LONGEST_VARINT]):
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value, at + place + 1
    raise _broken()


def _broken() -> Unreadable:
    return Unreadable("a message in it is cut or damaged")
