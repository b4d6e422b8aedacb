"""What every picture is made of besides the picture."""

from dataclasses import dataclass

Cell = str | int | None
"""What stands in a table: a text, a number, or nothing where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, and the same for those who do not see it.

    `meaning` is one plain sentence or two of what the data says to the learner. `columns` and
    `rows` are the data as a table, for screen readers, the terminal and programs.
    """

    name: str
    title: str
    meaning: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    svg: str
