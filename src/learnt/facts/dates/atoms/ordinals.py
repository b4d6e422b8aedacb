"""Numbers that say which: `17th`, `seventeenth`, `3.` (German), `twenty-first`."""

from learnt.facts.dates.reader import Reader

_ABBREVIATING = "£$€.,:/"
_LAST_DAY = 31


class Ordinals(Reader):
    """Reads ordinals, as the day of a month or the number of a century."""

    def ordinal(self, place: int) -> tuple[int, int] | None:
        """`17th` or `seventeenth`: a number that says which, and the place after it."""
        number = self.number(place)
        if number is None:
            return self.spelled_ordinal(place)
        return (number, place + 2) if self.is_suffix(place + 1) else None

    def day_number(self, place: int) -> tuple[int, int] | None:
        """`3`, `3rd`, `3.` (German), `third`, and the place after."""
        number = self.number(place)
        if number is None:
            return self.spelled_ordinal(place)
        if not 1 <= number <= _LAST_DAY or len(self.tokens[place].text) > 2:
            return None
        if place and self.tokens[place].glued and self.tokens[place - 1].text in _ABBREVIATING:
            return None if self.tokens[max(0, place - 2)].text != "." else (number, place + 2)
        return number, place + (2 if self.is_suffix(place + 1) else 1)

    def spelled_ordinal(self, place: int) -> tuple[int, int] | None:
        """`seventeenth`, `twenty-first`, and the place after."""
        first = self.words.ordinals.get(self.low(place))
        if first is not None:
            return first, place + 1
        tens = self.words.tens.get(self.low(place))
        if tens is None or self.low(place + 1) != "-" or place + 2 >= len(self.tokens):
            return None
        ones = self.words.ordinals.get(self.low(place + 2), 99)
        return (tens + ones, place + 3) if ones < 10 else None
