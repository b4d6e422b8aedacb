"""What a learner says of how a page was read, so that it is read again as they mean it.

A correction is about one line of the page, or about the whole page. About the whole page one can
say that its sides are swapped, that it holds statements, and that lines of a form are furniture;
these are the lasting ones, which hold for the next page of the same shape as well.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from learnt.deck.tidy import same_text
from learnt.errors import UsageError


class Said(StrEnum):
    """What can be said of a page, of a card by its first line, or of a line.

    SWAPPED: front and back have changed places. STATEMENTS: nothing is asked here. SPLIT: a card
    begins at this line. JOIN: no card begins at this line. FURNITURE: this line, and each of the
    same form, belongs to the site. KEPT: this line belongs to the cards.
    """

    SWAPPED = "swapped"
    STATEMENTS = "statements"
    SPLIT = "split"
    JOIN = "join"
    FURNITURE = "furniture"
    KEPT = "kept"


OF_PAGES = frozenset({Said.SWAPPED, Said.STATEMENTS})
"""What can be said without a line."""

_OPPOSITES = {
    Said.SPLIT: Said.JOIN,
    Said.JOIN: Said.SPLIT,
    Said.FURNITURE: Said.KEPT,
    Said.KEPT: Said.FURNITURE,
}
_MOST = 50
"""Things that are remembered of one shape; the oldest are forgotten first."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing said of a page.

    `line` counts from 1, None is the whole page; `text` is that line's text, by which it is found
    again after the page was changed. FURNITURE without a line is about every line like `text`.
    """

    said: Said
    line: int | None = None
    text: str = ""

    def is_of(self, other: "Correction") -> bool:
        """Whether the two are about the same line, or both about the whole page."""
        return (self.line, self.text if self.line is None else "") == (
            other.line,
            other.text if other.line is None else "",
        )


def checked(one: Correction, raw: Sequence[str]) -> Correction:
    """The correction with the text of its line; `raw` are the lines of the page.

    Raises UsageError where there is no such line, or where a line is needed and not named.
    """
    if one.line is None:
        if one.said in OF_PAGES or (one.said is Said.FURNITURE and one.text):
            return one
        raise UsageError("Say which line of the page you mean.")
    if not 1 <= one.line <= len(raw):
        raise UsageError(f"There is no line {one.line} on this page; it has {len(raw)}.")
    text = raw[one.line - 1].strip()
    if not text:
        raise UsageError(f"Line {one.line} of this page is empty.")
    return replace(one, text=text)


def say(corrections: Sequence[Correction], new: Correction) -> tuple[Correction, ...]:
    """The corrections with one more.

    What is said again is taken back, and of two that contradict each other the later one stays.
    """
    if any(one.said is new.said and one.is_of(new) for one in corrections):
        return take_back(corrections, new)
    opposite = _OPPOSITES.get(new.said)
    kept = (one for one in corrections if not (one.said is opposite and one.is_of(new)))
    return (*kept, new)


def take_back(corrections: Sequence[Correction], old: Correction) -> tuple[Correction, ...]:
    """The corrections without one of them, if it is among them."""
    return tuple(one for one in corrections if not (one.said is old.said and one.is_of(old)))


def lasting(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """What of it is true of the next page of this shape, too: each once, and of no line."""
    return tuple(_lasting(corrections).values())


def _lasting(corrections: Iterable[Correction]) -> dict[tuple[Said, str], Correction]:
    found: dict[tuple[Said, str], Correction] = {}
    for one in corrections:
        if one.said is Said.FURNITURE:
            form = form_of(one.text)
            found.setdefault((one.said, form), Correction(Said.FURNITURE, None, one.text.strip()))
        elif one.line is None and one.said in OF_PAGES:
            found.setdefault((one.said, ""), one)
    return found


def merged(
    there: Sequence[Correction], before: Iterable[Correction], now: Iterable[Correction]
) -> tuple[Correction, ...]:
    """What is remembered of a shape after a page of it was saved.

    `there` is what was remembered until then, `before` what of it the page was read with, `now`
    what was said of the page in the end.
    """
    known, wanted = _lasting(before), _lasting(now)
    gone = known.keys() - wanted.keys()
    kept = {key: one for key, one in _lasting(there).items() if key not in gone}
    new = {key: one for key, one in wanted.items() if key not in known}
    return tuple((kept | new).values())[-_MOST:]


def anchored(corrections: Iterable[Correction], raw: Sequence[str]) -> tuple[Correction, ...]:
    """The corrections at the lines they are about, which may have moved; `raw` are the lines.

    One whose line is gone is dropped, and so is one said of the whole page that needs a line.
    """
    where: dict[str, list[int]] | None = None
    found: list[Correction] = []
    for one in corrections:
        if one.line is None:
            if one.said in OF_PAGES or (one.said is Said.FURNITURE and one.text.strip()):
                found.append(one)
            continue
        there = raw[one.line - 1].strip() if 1 <= one.line <= len(raw) else None
        text = one.text.strip() or there
        if text and text != there:
            where = where or _places(raw)
            near = where.get(text, ())
            line = min(near, key=lambda place, of=one.line: abs(place - of), default=None)
            if line is not None:
                found.append(Correction(one.said, line, text))
        elif text:
            found.append(Correction(one.said, one.line, text))
    return tuple(dict.fromkeys(found))


def _places(raw: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for number, line in enumerate(raw, 1):
        places.setdefault(line.strip(), []).append(number)
    return places


def lines_said(corrections: Iterable[Correction], *said: Said) -> frozenset[int]:
    """The numbers of the lines of which one of these was said."""
    return frozenset(one.line for one in corrections if one.said in said and one.line is not None)


def whole_page(corrections: Iterable[Correction], said: Said) -> bool:
    """Whether this was said of the whole page."""
    return any(one.said is said and one.line is None for one in corrections)


def form_of(text: str) -> str:
    """What lines of one form have in common: `Page 3` and `page 14` are alike."""
    return _DIGITS.sub("0", same_text(text))
