r"""EDN, in which Mochi wrote its older files → the values that Transit gives as well.

    value   = "nil" | "true" | "false" | number | string | character | keyword | symbol
            | "[" value* "]" | "(" value* ")" | "#{" value* "}" | "{" (value value)* "}"
            | "#" tag value                     the value alone: a time is the text it is written as
    between values: white space, commas, "; comment", "#_" and a value that is left out

Read without recursion and in one walk; no library for it is kept up.
"""

import re
from collections.abc import Iterator

_DEEPEST = 60
_TOKEN = re.compile(
    r"""(?P<between>[\s,]+|;[^\n]*)|(?P<string>"(?:[^"\\]|\\.)*")|(?P<omit>\#_)|(?P<open>\#\{|[\[({])"""
    r"""|(?P<close>[\])}])|(?P<character>\\(?:[a-z]{2,12}|u[0-9a-fA-F]{4}|.))"""
    r"""|\#(?P<tag>:{0,2}[A-Za-z][\w.*+!?/-]{0,100})|(?P<word>[^\s,;"()\[\]{}\\\#]+)""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_NAMED = {"newline": "\n", "space": " ", "tab": "\t", "return": "\r"}
_CLOSERS = {"[": "]", "(": ")", "{": "}", "#{": "}"}
_WORDS: dict[str, object] = {"nil": None, "true": True, "false": False}
_LONGEST_NUMBER = 40


def from_edn(text: str) -> object:
    """The first value of a text; keywords are texts without their colon. Raises ValueError."""
    opened = [_Level("")]
    for kind, token in _tokens(text):
        if kind == "open":
            if len(opened) > _DEEPEST:
                raise ValueError("it is nested too deeply")
            opened.append(_Level(token))
        elif kind == "omit":
            opened[-1].omits += 1
        elif kind != "close":
            opened[-1].add(_atom(kind, token))
        elif len(opened) < 2 or _CLOSERS[opened[-1].sign] != token:
            raise ValueError(f"there is a “{token}” too many")
        else:
            whole = opened.pop().value()
            opened[-1].add(whole)
        if len(opened) == 1 and opened[0].values:
            return opened[0].values[0]
    raise ValueError("it ends too early")


class _Level:
    """What is open: its sign, its values, and how many of the next are left out."""

    def __init__(self, sign: str) -> None:
        self.sign = sign
        self.values: list[object] = []
        self.omits = 0

    def add(self, value: object) -> None:
        if self.omits:
            self.omits -= 1
        else:
            self.values.append(value)

    def value(self) -> object:
        if self.sign != "{":
            return self.values
        if len(self.values) % 2:
            raise ValueError("a key has no value")
        return {_key(key): one for key, one in zip(*[iter(self.values)] * 2, strict=True)}


def _key(value: object) -> str:
    return value if isinstance(value, str) else repr(value)[:100]


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            line = text.count("\n", 0, at) + 1
            raise ValueError(f"line {line} has “{text[at : at + 20]}”, which is not EDN")
        at = found.end()
        kind = found.lastgroup or ""
        if kind not in ("between", "tag"):
            yield kind, found[0]


def _atom(kind: str, token: str) -> object:
    if kind == "string":
        return _whole(_ESCAPE.sub(_unescaped, token[1:-1])) if "\\" in token else token[1:-1]
    if kind == "character":
        named = token[1:]
        code = named[1:] if len(named) == 5 and named[0] == "u" else ""
        return _whole(chr(int(code, 16))) if code else _NAMED.get(named, named)
    if token in _WORDS:
        return _WORDS[token]
    if token.startswith(":"):
        return token[1:]
    return _number(token)


def _number(token: str) -> object:
    """A number, or the word itself."""
    if (
        len(token) <= _LONGEST_NUMBER
        and token[-1] in "0123456789NM."
        and token[0] in "+-0123456789"
    ):
        try:
            return int(token.rstrip("N"))
        except ValueError:
            pass
        try:
            return float(token.rstrip("M"))
        except ValueError:
            pass
    return token


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _ESCAPED.get(found[2], found[2])


def _whole(text: str) -> str:
    """A text whose rarer letters may be written as two halves each."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
