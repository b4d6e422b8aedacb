"""Numbers and times as a learner reads them, the same in every face."""

_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 card`, `2 cards`, `1,200 cards`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def span(milliseconds: int) -> str:
    """A length of time as it stands on a button: 10 min, 5 h, 3 days, 2.5 months, 1.2 years."""
    if milliseconds < _HOUR - _MINUTE / 2:
        return f"{max(1, round(milliseconds / _MINUTE))} min"
    if milliseconds < _DAY - _HOUR / 2:
        return f"{round(milliseconds / _HOUR)} h"
    days = milliseconds / _DAY
    if round(days) < 30:
        return count(round(days), "day")
    if days < 365:
        return _tenths(days / 30.4, "month")
    return _tenths(days / 365.25, "year")


def _tenths(number: float, one: str) -> str:
    said = f"{number:.1f}".removesuffix(".0")
    return f"{said} {one if said == '1' else one + 's'}"
