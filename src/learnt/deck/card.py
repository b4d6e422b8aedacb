"""A card is a prompt and its points. Values only; texts are kept tidy (see `tidy`)."""

import math
from dataclasses import dataclass
from enum import StrEnum

from learnt.deck.showing import as_plain
from learnt.deck.tidy import as_tags, each_once, one_line, tidy
from learnt.ids import CardId, PointId


class Direction(StrEnum):
    """Which side is shown: FORWARD asks for the points, BACKWARD for the prompt."""

    FORWARD = "forward"
    BACKWARD = "backward"


_FORWARD = (Direction.FORWARD,)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing the answer must say.

    `accepted` and `refused` are other wordings that do and do not say it; `weight` (> 0) is
    its share of the card's mark. Raises ValueError for an empty text or an impossible weight.
    """

    id: PointId
    text: str
    accepted: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    weight: float = 1.0

    def __post_init__(self) -> None:
        # Most values are as they should be, and decks have many: only the others are set.
        if (text := tidy(self.text)) is not self.text:
            object.__setattr__(self, "text", text)
        if self.accepted != ():
            object.__setattr__(self, "accepted", each_once(self.accepted))
        if self.refused != ():
            object.__setattr__(self, "refused", each_once(self.refused))
        if type(self.weight) is not float:
            object.__setattr__(self, "weight", float(self.weight))
        if not text:
            raise ValueError("a point needs a text")
        if not 0 < self.weight < math.inf:
            raise ValueError("a point's weight is a number above 0")


@dataclass(frozen=True, slots=True)
class Card:
    """A prompt (None for a bare statement) and one or more points.

    `source_lines` are the first and last line it was read from; `confidence` (0-1) is how sure
    the reader was. Raises ValueError where there is no point or a number is out of range.
    """

    id: CardId
    prompt: str | None
    points: tuple[Point, ...]
    ordered: bool = False
    directions: tuple[Direction, ...] = (Direction.FORWARD,)
    wrong_options: tuple[str, ...] = ()
    hint: str | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    source_lines: tuple[int, int] | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        self._settle_texts()
        if type(self.confidence) is not float:
            object.__setattr__(self, "confidence", float(self.confidence))
        if type(self.points) is not tuple:
            object.__setattr__(self, "points", tuple(self.points))
        self._settle_directions()
        if not self.points:
            raise ValueError("a card needs a point")
        if not self.directions:
            raise ValueError("a card is asked in one direction or in both")
        if self.source_lines is not None and not 1 <= self.source_lines[0] <= self.source_lines[1]:
            raise ValueError("source lines count from 1, the first before the last")
        if not 0 <= self.confidence <= 1:
            raise ValueError("confidence is between 0 and 1")

    def _settle_texts(self) -> None:
        if self.prompt is not None:
            self._settle_text("prompt", self.prompt)
        if self.hint is not None:
            self._settle_text("hint", self.hint)
        if self.note is not None:
            self._settle_text("note", self.note)
        if self.wrong_options != ():
            object.__setattr__(self, "wrong_options", each_once(self.wrong_options))
        if self.media != ():
            object.__setattr__(self, "media", each_once(self.media))
        if self.tags != ():
            object.__setattr__(self, "tags", as_tags(self.tags))

    def _settle_text(self, name: str, text: str) -> None:
        tidied = tidy(text)
        if tidied is not text or not text:
            object.__setattr__(self, name, tidied or None)

    def _settle_directions(self) -> None:
        asked = self.directions
        if asked == _FORWARD and type(asked) is tuple:
            return
        asked = tuple(one for one in Direction if one in asked) if len(asked) > 1 else tuple(asked)
        if self.prompt is None:  # there is nothing to ask for the other way round
            asked = _FORWARD
        object.__setattr__(self, "directions", asked)

    @property
    def back(self) -> str:
        """The points, a line each."""
        return "\n".join(point.text for point in self.points)

    @property
    def label(self) -> str:
        """A short name for lists: the prompt, or the statement where there is none."""
        return one_line(as_plain(self.prompt or self.points[0].text))

    def asked(self, direction: Direction) -> tuple[Point, ...]:
        """The points to be said when the card is asked in `direction`.

        Asked backwards, the prompt itself is the one point, and it is remembered under the
        card's own id: knowing a term from its meaning is another memory than the reverse.
        """
        if direction is Direction.FORWARD or self.prompt is None:
            return self.points
        return (Point(PointId(self.id), self.prompt),)
