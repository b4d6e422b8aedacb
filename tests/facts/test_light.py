"""A light value is as one that is frozen, and what is lazy is found out once."""

from learnt.facts.light import lazy, value


@value(frozen=True, slots=True)
class Pair:
    first: int
    second: int = 0


@value(frozen=True)
class Counted:
    asked: list[str]

    @lazy
    def length(self) -> int:
        """How many times it was asked."""
        self.asked.append("length")
        return len(self.asked)


def test_values_are_compared_and_hashed_by_their_fields() -> None:
    assert Pair(1, 2) == Pair(1, 2) != Pair(1)
    assert len({Pair(1, 2), Pair(1, 2), Pair(1)}) == 2


def test_what_is_lazy_is_found_out_once_for_each() -> None:
    one, other = Counted([]), Counted(["before"])
    assert (one.length, one.length, other.length) == (1, 1, 2)
    assert one.asked == ["length"]
