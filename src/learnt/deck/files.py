"""The pictures and sounds that a card's text shows, by the signs that stand for them.

    picture = "<img data-card" [' alt="…"'] [' src="…"'] ">"
    sound   = "[sound:" name "]"

A picture has its `data-card` from the reader of its page, so that cards about HTML can speak of
`<img>`. Its address is written as in a page (`ox%20bow.png`), the name is what it says.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

PICTURE = r"<img data-card(?P<img>(?: [^<>]{0,2000})?)>"
SOUND = r"\[sound:(?P<sound>[^\[\]\n]{1,255})\]"

_SIGN = re.compile(f"{PICTURE}|{SOUND}", re.IGNORECASE)
_ALT = re.compile(r' alt="([^"]*)"')
_ADDRESS = re.compile(r' src="([^"]*)"')
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_ESCAPED = re.compile("(?:%[0-9a-f]{2})+", re.IGNORECASE)
_BLANKS = re.compile(" {2,}")
_UNSIGNED = re.compile('[<>"]')
_LONGEST_PART = 900  # letters of a picture's words or address


@dataclass(frozen=True, slots=True)
class File:
    """A picture or sound in a text: its name, and the words that stand for it where there are any.

    The name is '' where it has none, or is an address on the web: nothing is fetched from there.
    """

    name: str
    told: str = ""
    is_sound: bool = False

    @property
    def plain(self) -> str:
        """What stands for it where it cannot be shown: `[picture: a heart]`."""
        words = self.told or self.name
        kind = "sound" if self.is_sound else "picture"
        return f"[{kind}: {words}]" if words else f"[{kind}]"


def file_of(sign: re.Match[str]) -> File:
    """What a sign stands for, matched by `PICTURE` or `SOUND` within a larger pattern."""
    if sign["sound"] is not None:
        return File(as_name(sign["sound"]), is_sound=True)
    told, address = _ALT.search(sign["img"]), _ADDRESS.search(sign["img"])
    return File(name_in(address[1]) if address else "", told[1].strip() if told else "")


def name_in(address: str) -> str:
    """The name of a file that an address is for; '' for one on the web or within a page."""
    if _ELSEWHERE.match(address):
        return ""
    return as_name(_ESCAPED.sub(lambda one: _unescaped(one[0]), address))


def as_name(text: str) -> str:
    """A name as it is kept: letters that look the same are the same."""
    return normalize("NFC", text).strip()


def files_in(text: str) -> tuple[File, ...]:
    """The pictures and sounds of a text, in their order."""
    if not has_files(text):
        return ()
    return tuple(file_of(sign) for sign in _SIGN.finditer(text))


def with_names(text: str, names: Mapping[str, str]) -> str:
    """The text with other names for its pictures and sounds, where `names` has others."""
    if not has_files(text):
        return text
    return _SIGN.sub(lambda sign: _renamed(sign, names), text)


def without_files(text: str) -> str:
    """What of the text can be said; of pictures alone, what stands for them."""
    if not has_files(text):
        return text
    kept = _BLANKS.sub(" ", _SIGN.sub(" ", text)).strip()
    return kept or _SIGN.sub(lambda sign: file_of(sign).plain, text)


def blanked(text: str) -> str:
    """The text with blanks in the place of its pictures and sounds: as long as it was."""
    if not has_files(text):
        return text
    return _SIGN.sub(lambda sign: " " * len(sign[0]), text)


def has_files(text: str) -> bool:
    """Whether a text shows any picture or sound."""
    return ("<" in text or "[" in text) and _SIGN.search(text) is not None


def picture_sign(told: str, address: str) -> str:
    """The sign of a picture: its words and its address, less what the sign has no room for."""
    parts = [("alt", told), ("src", address)]
    kept = [
        f'{name}="{one}"'
        for name, text in parts
        if (one := " ".join(_UNSIGNED.sub(" ", text).split())) and len(one) <= _LONGEST_PART
    ]
    return " ".join(("<img data-card", *kept)) + ">"


def _renamed(sign: re.Match[str], names: Mapping[str, str]) -> str:
    file = file_of(sign)
    new = names.get(file.name)
    if new is None or new == file.name:
        return sign[0]
    return f"[sound:{new}]" if file.is_sound else picture_sign(file.told, new.replace("%", "%25"))


def _unescaped(text: str) -> str:
    return bytes.fromhex(text.replace("%", "")).decode("utf-8", "replace")
