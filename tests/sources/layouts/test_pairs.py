"""Where the two sides on a line come apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.layouts.pairs import SURE, Pair, best_sign, split_pair

PLAIN = st.text("abcdefgzäßéж", min_size=1, max_size=20)
BETWEEN = {
    "colon": ": ", "dash": " - ", "long dash": " — ", "equals": " = ", "arrow": " → ",
    "spaces": "     ", "dots": " ........ ",
}  # fmt: skip


@given(front=PLAIN, back=PLAIN, sign=st.sampled_from(sorted(BETWEEN)))
def test_plain_sides_come_back(front: str, back: str, sign: str) -> None:
    assert split_pair(front + BETWEEN[sign] + back, sign) == Pair(front, back, SURE)


@pytest.mark.parametrize(
    ("text", "sign", "sides"),
    [
        ("What is pH? - a scale - from 0 to 14", "dash", ("What is pH?", "a scale - from 0 to 14")),
        ("well-being - how one fares", "dash", ("well-being", "how one fares")),
        ("ratio 3:4: three to four", "colon", ("ratio 3:4", "three to four")),
        ("**cell wall** outside the membrane", "bold", ("cell wall", "outside the membrane")),
        ("**pH:** a scale", "bold", ("pH", "a scale")),
        ("E = mc²", "equals", ("E", "mc²")),
        ("atom- smallest part", "loose dash", ("atom", "smallest part")),
        ("anode -> loses", "arrow", ("anode", "loses")),
        ("月： moon", "colon", ("月", "moon")),
        ("atom--smallest part", "dash", ("atom", "smallest part")),
    ],
)
def test_where_they_part(text: str, sign: str, sides: tuple[str, str]) -> None:
    pair = split_pair(text, sign)
    assert pair is not None
    assert (pair.front, pair.back) == sides


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("well-being", "dash"), ("at 10:30", "colon"), ("x=3", "equals"), ("a title:", "colon"),
        (": nothing before", "colon"), ("and so on... and on", "dots"), ("**bold**", "bold"),
        ("anode -> loses", "loose dash"), ("at -5 degrees", "loose dash"),
    ],
)  # fmt: skip
def test_what_does_not_part(text: str, sign: str) -> None:
    assert split_pair(text, sign) is None


def test_several_signs_leave_a_doubt() -> None:
    pair = split_pair("red - green - blue", "dash")
    assert pair is not None
    assert pair.confidence < SURE


def test_the_sign_of_a_page() -> None:
    assert best_sign(["a: b", "c: d - e", "f: g"])[0] == "colon"
    assert best_sign(["a – b-c", "d – e", "f – g"]) == ("dash", 1.0, True)
    assert best_sign(["no sign", "nowhere"])[0] == ""
