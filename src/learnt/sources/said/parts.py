"""Which lines each text of a card stands on, so that a card can be cut between two of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.sources.layouts.base import Draft
from learnt.sources.line import Line
from learnt.sources.points import points_of
from learnt.sources.wrapping import Wrapping

_BLANKS = re.compile(r"[\s\u00ad]+")


@dataclass(frozen=True, slots=True)
class Part:
    """Texts of a card and the lines that they stand on; `asks` is true of the prompt."""

    lines: tuple[Line, ...]
    texts: tuple[str, ...]
    asks: bool = False

    @property
    def text(self) -> str:
        """The texts, a line each."""
        return "\n".join(self.texts)


def parts_of(draft: Draft, lines: Sequence[Line]) -> list[Part]:
    """The prompt and the points of a draft, each with its lines; all of `lines` are in a part.

    Where a point is found on none of them, the lines after the prompt are one part without texts.
    """
    asked = _lines_of_prompt(draft.prompt, lines) if draft.prompt else 0
    parts = [Part(tuple(lines[:asked]), (draft.prompt,), asks=True)] if draft.prompt else []
    rest = lines[asked:]
    starts: list[int] = []
    for point in draft.points:
        after = starts[-1] + 1 if starts else 0
        found = next((at for at in range(after, len(rest)) if _begins(rest[at], point)), None)
        if found is None:
            return [*parts, Part(tuple(rest), ())] if rest else parts
        starts.append(found)
    if starts and starts[0]:
        parts.append(Part(tuple(rest[: starts[0]]), ()))
    for point, start, end in zip(draft.points, starts, [*starts[1:], len(rest)], strict=True):
        parts.append(Part(tuple(rest[start:end]), (point,)))
    return parts


def cut(parts: Sequence[Part], lines: Sequence[Line], wrapping: Wrapping) -> list[Part]:
    """What of the parts stands on `lines`; of one that is cut through, its lines are read anew."""
    wanted = {line.number for line in lines}
    found: list[Part] = []
    for part in parts:
        kept = tuple(line for line in part.lines if line.number in wanted)
        if kept and len(kept) == len(part.lines) and part.texts:
            found.append(part)
        elif kept:
            found.append(Part(kept, points_of(kept, wrapping)))
    return found


def _lines_of_prompt(prompt: str, lines: Sequence[Line]) -> int:
    """How many of the first lines the prompt stands on; one where it is not found."""
    wanted, seen = _squeezed(prompt), ""
    for count, line in enumerate(lines[:20], 1):
        seen += _squeezed(line.text)
        if wanted in seen:
            return count
        if len(seen) > 2 * len(wanted) + 40:
            break
    return 1


def _begins(line: Line, point: str) -> bool:
    """Whether the point begins on this line: one of them may be broken, or carry a sign."""
    body, text = _squeezed(line.body), _squeezed(line.text)
    first = _squeezed(point.split("\n", 1)[0])
    if not body or not first:
        return False
    return first in text or _squeezed(point).startswith(body)


def _squeezed(text: str) -> str:
    return _BLANKS.sub("", text)
