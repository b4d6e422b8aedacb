"""A log of reviews from another program, as CSV.

    log   = header row*
    header = names in any order; card_id, review_rating and review_time must be among them
    row   = a card's id (any text), the rating 1-4, the time (ISO 8601, or milliseconds since 1970)

Rows that cannot be read are listed with their lines, and the others are still read.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from learnt.clock import Instant
from learnt.deck import Problem
from learnt.errors import Unreadable

NEEDED = ("card_id", "review_rating", "review_time")
RATINGS = {"1": 1, "2": 2, "3": 3, "4": 4}
_WHAT = "A row needs a card's id, a rating from 1 to 4 and a time such as 2026-05-31T18:30:00Z."
_LATEST = 32_503_680_000_000


@dataclass(frozen=True)
class ForeignReviews:
    """Reviews in the order of the file: `cards` by their ids, ratings 1-4, instants.

    `stamps` are the times as they are written there.
    """

    cards: tuple[str, ...]
    ratings: tuple[int, ...]
    times: tuple[Instant, ...]
    stamps: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_reviews(data: bytes) -> ForeignReviews:
    """Read a log. Raises Unreadable where it is no CSV with the needed columns."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("This log is not written in UTF-8. Save it as CSV in UTF-8.") from None
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [name.strip().lower() for name in next(rows, [])]
        missing = [name for name in NEEDED if name not in header]
        if missing:
            raise Unreadable(
                f"This log has no column {', '.join(missing)}. "
                f"Its first line must name {', '.join(NEEDED)}."
            )
        return _read(rows, [header.index(name) for name in NEEDED])
    except csv.Error as error:
        raise Unreadable(f"Line {rows.line_num} of this log is no CSV ({error}).") from None


class _Rows(Protocol):
    """What `csv.reader` returns."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def _read(rows: "_Rows", places: Sequence[int]) -> ForeignReviews:
    found: list[tuple[str, int, Instant, str]] = []
    problems: list[Problem] = []
    for row in rows:
        if not row:
            continue
        try:
            card, rating, at = (row[place].strip() for place in places)
            found.append((card, RATINGS[rating], _instant(at), at))
        except (IndexError, KeyError, ValueError, OverflowError):
            problems.append(Problem(rows.line_num, ",".join(row), "This is no review. " + _WHAT))
    cards, ratings, times, stamps = zip(*found, strict=True) if found else ((), (), (), ())
    return ForeignReviews(cards, ratings, times, stamps, tuple(problems))


def _instant(text: str) -> Instant:
    """Milliseconds since 1970, from a number or from ISO 8601; without a zone it is UTC."""
    if text.isdigit():
        at = int(text)
    else:
        read = datetime.fromisoformat(text)
        at = round((read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp() * 1000)
    if not 0 <= at <= _LATEST:
        raise ValueError(text)
    return Instant(at)
