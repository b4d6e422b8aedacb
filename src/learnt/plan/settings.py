"""What a learner may choose about how much and how well."""

from dataclasses import dataclass, fields, replace

from learnt.clock import is_zone

THEMES = ("system", "light", "dark")
"""How pages may look; `system` is as the learner's device does."""

MARKINGS = ("lenient", "normal", "strict")
"""How much of a point a typed answer must say for it to be proposed as said."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A learner's choices; the defaults are the field's.

    `desired_retention` is the expected mark below which a card is due, between 0.7 and 0.99;
    `theme` is one of THEMES, `marking` one of MARKINGS. `missing_below` and
    `covered_from` are bounds of marking fitted to the learner, between 0 and 1; None for those
    that ship with the program.
    Raises ValueError for a choice out of range.
    """

    time_zone: str = "UTC"
    new_a_day: int = 20
    reviews_a_day: int = 200
    desired_retention: float = 0.9
    theme: str = "system"
    marking: str = "normal"
    missing_below: float | None = None
    covered_from: float | None = None

    def __post_init__(self) -> None:
        if not is_zone(self.time_zone):
            raise ValueError(f"“{self.time_zone}” is no time zone; write one like Europe/London")
        if not 0.7 <= self.desired_retention <= 0.99:
            raise ValueError("desired retention is between 0.70 and 0.99")
        if self.new_a_day < 0 or self.reviews_a_day < 0:
            raise ValueError("cards a day are 0 or more")
        if self.theme not in THEMES:
            raise ValueError(f"“{self.theme}” is no theme; choose one of {', '.join(THEMES)}")
        fitted = (self.missing_below, self.covered_from)
        if fitted != (None, None) and not 0 <= (fitted[0] or 0) < (fitted[1] or 0) <= 1:
            raise ValueError("bounds of marking are between 0 and 1, the lower one first")
        if self.marking not in MARKINGS:
            raise ValueError(
                f"“{self.marking}” is no way of marking; choose one of {', '.join(MARKINGS)}"
            )

    def with_changes(self, before: "Settings", after: "Settings") -> "Settings":
        """These settings with what differs between two others; all else is as it is here."""
        changed = {
            one.name: getattr(after, one.name)
            for one in fields(after)
            if getattr(after, one.name) != getattr(before, one.name)
        }
        if changed.keys() & _BOUNDS:  # the two are one choice
            changed |= {name: getattr(after, name) for name in _BOUNDS}
        return replace(self, **changed)


_BOUNDS = frozenset({"missing_below", "covered_from"})
