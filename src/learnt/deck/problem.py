"""A problem in a learner's material: a value that is listed, never an exception."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read as it stands.

    `line` counts from 1 and is None where the problem is the whole page's; `text` is the line
    (shortened); `why` says in a sentence what is wrong and what to do.
    """

    line: int | None
    text: str
    why: str

    def __post_init__(self) -> None:
        if len(self.text) > 200:
            object.__setattr__(self, "text", self.text[:199] + "…")
