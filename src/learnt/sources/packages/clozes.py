"""Clozes in a field: `{{c1::hidden::hint}}`, one in another where the writer did so.

    cloze = "{{c" number ("," number)* "::" (text | cloze)* ("::" hint)? "}}"

Read on the HTML, before it becomes text, as Anki does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

GAP = "[…]"
_TOKEN = re.compile(r"\{\{c(?P<numbers>\d{1,4}(?:,\d{1,4})*)::|\}\}")
_DEEPEST = 8
_OCCLUSION = "image-occlusion:"


@dataclass(slots=True)
class _Cloze:
    numbers: frozenset[int]
    parts: list["str | _Cloze"] = field(default_factory=list)
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Gaps:
    """A field with the gaps of one number: what is asked, what belongs in them, and the hints."""

    asked: str
    hidden: tuple[str, ...]
    hints: tuple[str, ...]


def numbers_in(html: str) -> frozenset[int]:
    """The numbers of the clozes in a field."""
    return frozenset(number for one in _within(_parsed(html)) for number in one.numbers)


def gaps_of(html: str, number: int) -> Gaps:
    """The field as the card of this number asks it."""
    tree = _parsed(html)
    chosen = [one for one in _within(tree) if number in one.numbers]
    hidden = tuple(_revealed(one) for one in chosen)
    hints = tuple(one.hint for one in chosen if one.hint)
    return Gaps(_asked(tree, number), hidden, hints)


def is_occlusion(html: str) -> bool:
    """Whether what is hidden are places on a picture, and no words."""
    return _OCCLUSION in html


def _parsed(html: str) -> _Cloze:
    root = _Cloze(frozenset())
    stack = [root]
    end = 0
    for token in _TOKEN.finditer(html):
        _add(stack[-1], html[end : token.start()])
        end = token.end()
        if token["numbers"] and len(stack) <= _DEEPEST:
            cloze = _Cloze(frozenset(int(one) for one in token["numbers"].split(",")))
            stack[-1].parts.append(cloze)
            stack.append(cloze)
        elif not token["numbers"] and len(stack) > 1:
            _settle_hint(stack.pop())
        else:
            _add(stack[-1], token[0])
    _add(stack[-1], html[end:])
    return root


def _add(cloze: _Cloze, text: str) -> None:
    if text:
        cloze.parts.append(text)


def _settle_hint(cloze: _Cloze) -> None:
    """Take what stands behind the first `::` of its last text off, as Anki does."""
    last = cloze.parts[-1] if cloze.parts else ""
    if isinstance(last, str) and "::" in last:
        cloze.parts[-1], cloze.hint = last.split("::", 1)


def _within(tree: _Cloze) -> Iterator[_Cloze]:
    for part in tree.parts:
        if isinstance(part, _Cloze):
            yield part
            yield from _within(part)


def _revealed(tree: _Cloze) -> str:
    return "".join(part if isinstance(part, str) else _revealed(part) for part in tree.parts)


def _asked(tree: _Cloze, number: int) -> str:
    return "".join(
        part if isinstance(part, str) else GAP if number in part.numbers else _asked(part, number)
        for part in tree.parts
    )
