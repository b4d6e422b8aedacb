"""From numbers to places on the picture."""

from dataclasses import dataclass

WIDTH = 680.0
"""Units across a picture: about the pixels of a page's column."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `low` to `high`, drawn from the height `bottom` up to `top`."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """How far down a number is drawn."""
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)


def steps(most: int) -> tuple[int, ...]:
    """Round numbers from 0 to the first that is not below `most`: three or four, far apart."""
    unit = 1
    while True:
        for each in (unit, 2 * unit, 5 * unit):
            if each * 3 >= most:
                last = max(2, -(-most // each))
                return tuple(each * one for one in range(last + 1))
        unit *= 10
