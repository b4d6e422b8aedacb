"""Answer lines → points."""

import pytest

from learnt.sources.page import page_of
from learnt.sources.points import points_of
from learnt.sources.wrapping import Wrapping, wrapping_of


def points(text: str, upper: bool = True) -> list[str]:
    lines = page_of(text, "x").lines
    return list(points_of(lines, Wrapping(None, upper)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", ["a", "b"]),
        ("-a\n-50 tanks\n-b", ["a", "50 tanks", "b"]),
        ("-50 degrees", ["-50 degrees"]),
        ("one\ntwo", ["one", "two"]),
        ("1.First\n2.Second", ["First", "Second"]),
        ("1. only", ["1. only"]),
        ("a) x\nb) y", ["x", "y"]),
        ("(1) x\n(2) y", ["x", "y"]),
        ("1914. A year", ["1914. A year"]),
        ("*not* a bullet", ["*not* a bullet"]),
        ("- a\n  - b\n- c", ["a", "b", "c"]),
        ("1. x\na) y\nb) z\n2. w", ["x", "y", "z", "w"]),
        ("•\nfirst\n•\nsecond", ["first", "second"]),
        ("- [ ] to do\n- [x] done", ["to do", "done"]),
        (
            "- The army was loyal to\nits generals\n- Sulla",
            ["The army was loyal to its generals", "Sulla"],
        ),
    ],
)
def test_points(text: str, expected: list[str]) -> None:
    assert points(text) == expected


def test_prose_is_one_point() -> None:
    text = (
        "The assembly met in the church because the palace hall was locked and\n"
        "guarded, and there they swore that they would not part before the kingdom\n"
        "had a constitution. The oath was taken on 20 June, and all but one of the\n"
        "deputies signed it.\n"
    )
    lines = page_of(text, "x").lines
    assert len(points_of(lines, wrapping_of(lines))) == 1
