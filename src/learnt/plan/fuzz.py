"""Chance without randomness: numbers that look drawn, made from what they belong to."""

from hashlib import blake2b

_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


def unit(*parts: object) -> float:
    """A number in [0, 1) that is always the same for the same parts."""
    key = "\0".join(map(str, parts)).encode()
    return int.from_bytes(blake2b(key, digest_size=7).digest()) / 2**56


def fuzz_days(days: float, share: float) -> float:
    """The interval moved within Anki's fuzz range, so that cards learnt together part ways.

    `share` in [0, 1) says where in the range. Intervals under 2.5 days are left alone; above,
    the range is a day and 15, 10 and 5 % of the parts between 2.5, 7 and 20 days and beyond.
    """
    if days < _RANGES[0][0]:
        return days
    reach = 0.0
    for start, end, rate in _RANGES:
        if days <= start:
            break
        reach += rate * (min(days, end) - start)
    return max(2.0, days + (1 + reach) * (2 * share - 1))
