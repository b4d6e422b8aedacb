"""What was expected of answers and what came, as dots about the line of agreement."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.plots import Group, agreement
from tests.plots.data import SVG, classes, hovers, parsed
from tests.plots.test_figures import sound

shares = st.floats(0, 1)
groups = st.lists(st.builds(Group, st.integers(1, 1_000_000), shares, shares), max_size=12)
SOME = [Group(40, 0.712, 0.65), Group(40, 0.85, 0.875), Group(1_234, 0.9449, 1.0)]
LEFT, RIGHT, TOP, BOTTOM = 72.0, 650.0, 16.0, 376.0


@given(groups)
def test_it_is_drawn_soundly_and_each_group_is_a_dot_inside(found: list[Group]) -> None:
    figure = agreement(found)
    sound(figure)
    assert classes(figure.svg).count("plot-dot") == len(found)
    assert classes(figure.svg).count("plot-target") == 1
    for one in parsed(figure.svg).iter(f"{SVG}circle"):
        assert LEFT <= float(one.attrib["cx"]) <= RIGHT
        assert TOP <= float(one.attrib["cy"]) <= BOTTOM
        assert float(one.attrib["r"]) <= TOP  # nothing of it is cut off at the top
    assert len(figure.rows) == len(found)
    assert not re.search(r"nan|inf|e[-+]\d", figure.svg + figure.meaning)


@given(groups, groups)
def test_who_was_expected_to_know_more_stands_to_the_right(
    some: list[Group], others: list[Group]
) -> None:
    found = [*some, *others]
    circles = list(parsed(agreement(found).svg).iter(f"{SVG}circle"))[::2]
    places = [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in circles]
    by_expected = sorted(zip(found, places, strict=True), key=lambda one: one[0].expected)
    assert [place[0] for _, place in by_expected] == sorted(place[0] for place in places)
    by_recalled = sorted(zip(found, places, strict=True), key=lambda one: -one[0].recalled)
    assert [place[1] for _, place in by_recalled] == sorted(place[1] for place in places)


def test_a_group_that_agrees_is_on_the_line() -> None:
    for share in (0.0, 0.3, 0.5, 0.8, 1.0):
        svg = agreement([Group(100, share, share)]).svg
        dot = next(parsed(svg).iter(f"{SVG}circle"))
        line = next(
            one for one in parsed(svg).iter(f"{SVG}line") if one.attrib["class"] == "plot-target"
        )
        x1, y1, x2, y2 = (float(line.attrib[name]) for name in ("x1", "y1", "x2", "y2"))
        x, y = float(dot.attrib["cx"]), float(dot.attrib["cy"])
        assert (x - x1) / (x2 - x1) == pytest.approx((y - y1) / (y2 - y1), abs=0.001)


def test_the_table_and_the_tips_say_the_numbers() -> None:
    figure = agreement(SOME)
    assert (figure.name, figure.title) == ("agreement", "Expected and recalled")
    assert figure.columns == ("Expected percent", "Recalled percent", "Answers")
    assert figure.rows == ((71, 65, 40), (85, 88, 40), (94, 100, 1234))
    assert hovers(figure.svg) == [
        "As much recalled as expected",
        "40 answers: 71% expected, 65% recalled",
        "40 answers: 85% expected, 88% recalled",
        "1,234 answers: 94% expected, 100% recalled",
    ]
    assert ">expected →<" in figure.svg
    assert ">↑ recalled<" in figure.svg


def test_the_scale_begins_at_half_unless_a_group_is_below() -> None:
    assert ">50%<" in agreement(SOME).svg
    assert ">0%<" not in agreement(SOME).svg
    assert ">0%<" in agreement([*SOME, Group(1, 0.9, 0.49)]).svg
    assert ">0%<" in agreement([*SOME, Group(1, 0.49, 0.9)]).svg


@pytest.mark.parametrize("found", [[], SOME])
def test_no_label_is_cut_off(found: list[Group]) -> None:
    """A sign is some two thirds as wide as it is high; the picture ends where it ends."""
    for one in parsed(agreement(found).svg).iter(f"{SVG}text"):
        wide = len(one.text or "") * 20 * 0.66
        x, share = float(one.attrib["x"]), {"start": 0, "middle": 0.5, "end": 1}
        left = x - wide * share[one.attrib["text-anchor"]]
        assert left >= 0
        assert left + wide <= 680


def test_a_larger_group_is_a_larger_dot() -> None:
    sizes = re.findall(r'r="([\d.]+)" fill="currentColor"', agreement(SOME).svg)
    assert float(sizes[0]) == float(sizes[1]) < float(sizes[2])


@pytest.mark.parametrize(
    ("found", "meaning"),
    [
        (
            [],
            (
                "There are not enough answers on later days yet to say how well your memory is "
                "foreseen: 0 of 60."
            ),
        ),
        (
            [Group(30, 0.9, 0.9), Group(29, 0.9, 1.0)],
            (
                "There are not enough answers on later days yet to say how well your memory is "
                "foreseen: 59 of 60."
            ),
        ),
        (
            [Group(30, 0.8, 0.7), Group(30, 0.9, 1.0)],
            (
                "Of 60 answers you were expected to recall 85%, and you recalled 85%. "
                "Group by group, what was expected is off by 10 in 100."
            ),
        ),
        (
            [Group(9_000, 0.9, 0.9), Group(1_000, 0.5, 0.2)],
            (
                "Of 10,000 answers you were expected to recall 86%, and you recalled 83%. "
                "Group by group, what was expected is off by 3 in 100."
            ),
        ),
    ],
)
def test_what_it_says(found: list[Group], meaning: str) -> None:
    figure = agreement(found)
    assert figure.meaning == meaning
    assert parsed(figure.svg)[1].text == meaning
