"""Ids as they are packed into the field Id."""


def packed_id(one: str) -> bytes:
    """An id as 16 bytes; raises ValueError where it is none."""
    return bytes.fromhex(one.replace("-", ""))


def id_text(packed: bytes) -> str:
    """The id of 16 bytes; raises ValueError where there are not as many."""
    if len(packed) != 16:
        raise ValueError("an id has 16 bytes")
    h = packed.hex()
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"
