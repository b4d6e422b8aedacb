"""Transit, as Mochi writes it into JSON → plain values.

    "~:name" keyword, "~t1694628450954" time, "~~text" text      as a text; a time in milliseconds
    {"~#list": […]}, {"~#set": […]}, {"~#dt": 1694628450954}      the value within

JSON without any of these signs, as other programs write it for Mochi, is read as it is.
"""

import msgspec

_DEEPEST = 60
_TAG = "~#"


def from_transit(data: bytes) -> object:
    """The value of a file. Raises ValueError where it is no JSON, or nested too deeply."""
    try:
        return _plain(msgspec.json.decode(data), 0)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(str(error)) from None


def _plain(value: object, depth: int) -> object:
    if depth > _DEEPEST:
        raise ValueError("it is nested too deeply")
    if isinstance(value, str):
        return _text(value) if value.startswith("~") else value
    if isinstance(value, list):
        return [_plain(one, depth + 1) for one in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1 and (tag := next(iter(value))).startswith(_TAG):
        return _plain(value[tag], depth + 1)
    return {_text(key): _plain(one, depth + 1) for key, one in value.items()}


def _text(value: str) -> str:
    return value[2:] if value[:2] in ("~:", "~t", "~m", "~$", "~u") else value.removeprefix("~")
