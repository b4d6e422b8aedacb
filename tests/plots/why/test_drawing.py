"""Chains as SVG: sound, everything told, nothing over another, nothing off the edge."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.facts import CauseKind
from learnt.facts.chains import Arrow, Chain, Step
from learnt.facts.chains.columns import columns_of, untangled, without_rounds
from learnt.ids import CardId, PointId
from learnt.plots.why import across, chain_picture, down, why_chains
from learnt.plots.why.across import Drawn
from learnt.plots.why.spread import spread
from tests.plots.data import SVG, hovers, parsed

TEXTS = st.text(min_size=1, max_size=300).filter(str.strip)
PAIRS = st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda two: two[0] != two[1])


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Any arrows between up to 13 steps, and whatever hangs together with them."""
    pairs = draw(st.lists(PAIRS, min_size=1, max_size=20, unique=True))
    numbers = sorted({end for one in pairs for end in one})
    forward = without_rounds(numbers, pairs)
    columns = columns_of(numbers, forward)
    order = untangled(columns, forward)
    place = {number: nth for nth, number in enumerate(order)}
    asked = draw(st.booleans())
    steps = tuple(
        Step(
            draw(TEXTS),
            CardId(str(one)),
            None if asked and one == order[-1] else PointId("1"),
            "Why?",
            columns[one],
        )
        for one in order
    )
    arrows = tuple(
        Arrow(
            place[a],
            place[b],
            draw(st.sampled_from(CauseKind)),
            draw(st.sampled_from(("", "so", "which led to", "W" * 80))),
            draw(st.booleans()),
            columns[a] >= columns[b],
        )
        for a, b in pairs
    )
    return Chain(steps, arrows)


@given(st.lists(chains(), max_size=3), TEXTS)
def test_it_is_sound_and_says_everything(found: list[Chain], name: str) -> None:
    figure = why_chains(name, found)
    assert figure == why_chains(name, found)
    root = parsed(figure.svg)
    assert root.attrib["role"] == "img"
    assert root[1].text == figure.meaning
    assert figure.meaning.endswith(".")
    assert len(figure.rows) == sum(len(one.arrows) for one in found)
    assert all(len(row) == len(figure.columns) for row in figure.rows)
    boxes = [one for one in root.iter() if "chain-box" in one.attrib.get("class", "")]
    assert len(boxes) == sum(len(one.steps) for one in found)


@given(chains())
def test_no_box_lies_over_another_nor_off_the_edge(chain: Chain) -> None:
    for drawn in (across(chain), down(chain)):
        for one in drawn.boxes:
            assert one.x >= 0
            assert one.y >= -0.01
            assert one.right <= drawn.width + 0.01
            assert one.bottom <= drawn.height + 0.01
        for nth, one in enumerate(drawn.boxes):
            for other in drawn.boxes[:nth]:
                apart = one.right <= other.x or other.right <= one.x
                assert apart or one.bottom <= other.y or other.bottom <= one.y


@given(chains())
def test_causes_stand_left_of_effects_and_above_them(chain: Chain) -> None:
    drawn = across(chain)
    for arrow in chain.arrows:
        cause, effect = drawn.boxes[arrow.cause], drawn.boxes[arrow.effect]
        assert arrow.back or cause.right < effect.x
    places = {id(box.step): box.y for box in down(chain).boxes}
    for arrow in chain.arrows:
        above = places[id(chain.steps[arrow.cause])] < places[id(chain.steps[arrow.effect])]
        assert arrow.back or above


@given(chains())
def test_no_arrow_goes_through_a_box_it_does_not_belong_to(chain: Chain) -> None:
    """Where it runs level from one gap to the next, no box of the column stands in its way."""
    drawn = across(chain)
    for y, first, end in _level(drawn):
        for box in drawn.boxes:
            inside = box.y + 0.5 < y < box.bottom - 0.5
            assert not (inside and first < box.right - 0.5 and box.x + 0.5 < end)


def _level(drawn: Drawn) -> list[tuple[float, float, float]]:
    """The level stretches of arrows to the right: how far down, from where to where."""
    found = []
    forward = r'class="chain-arrow(?: chain-if)?" d="([^"]+)"'
    for path in re.findall(forward, drawn.arrows):
        x = y = 0.0
        for sign, numbers in re.findall(r"([MCH])([^MCHZ]*)", path):
            values = [float(one) for one in numbers.split()]
            if sign == "H":
                found.append((y, min(x, values[0]), max(x, values[0])))
                x = values[0]
            else:
                x, y = values[-2:]
    return found


@given(chains())
def test_on_a_page_every_box_leads_to_its_card(chain: Chain) -> None:
    drawn = down(chain)
    root = parsed(chain_picture(drawn, "about", lambda step: f"/cards/{step.card}"))
    assert root.attrib["role"] == "group"
    assert root.attrib["aria-labelledby"] == "about"
    links = [one.attrib["href"] for one in root.iter(f"{SVG}a")]
    assert links == [f"/cards/{box.step.card}" for box in drawn.boxes]


def test_the_whole_text_is_told_where_the_mouse_rests() -> None:
    long = "word " * 200
    chain = Chain(
        (
            Step(long.strip(), CardId("1"), PointId("1"), None),
            Step("war", CardId("1"), PointId("1"), None, 1),
        ),
        (Arrow(0, 1, CauseKind.CONDITION, "Unless", leads=False),),
    )
    figure = why_chains("<Causes> & more", [chain])
    assert long.strip() in hovers(figure.svg)
    assert "…" in figure.svg
    assert ">unless</text>" in figure.svg
    assert figure.rows == ((long.strip(), "war", "Unless", ""),)


def test_nothing_is_said_kindly() -> None:
    figure = why_chains("Rivers", [])
    assert figure.meaning == "Nothing on these cards says yet what led to what."
    assert figure.meaning in figure.svg.replace("</text>", "")


@pytest.mark.parametrize("size", [2, 3, 5, 9])
def test_a_chain_of_any_length_is_as_wide_as_the_page_if_it_can_be(size: int) -> None:
    steps = tuple(
        Step("Something happened", CardId("1"), PointId("1"), None, nth) for nth in range(size)
    )
    arrows = tuple(Arrow(nth, nth + 1, CauseKind.CAUSE, "so", True) for nth in range(size - 1))
    width = across(Chain(steps, arrows)).width
    assert width <= 1180 or size > 5
    assert down(Chain(steps, arrows)).width == 340


@given(
    st.lists(st.tuples(st.floats(-1000, 1000), st.floats(1, 300)), min_size=1, max_size=20),
    st.floats(0, 50),
)
def test_spread_keeps_the_order_and_the_gap(them: list[tuple[float, float]], gap: float) -> None:
    wanted, sizes = zip(*them, strict=True)
    tops = spread(wanted, sizes, gap)
    for nth in range(len(tops) - 1):
        assert tops[nth + 1] >= tops[nth] + sizes[nth] + gap - 1e-6


def test_spread_leaves_alone_what_has_room() -> None:
    assert spread([50, 200], [20, 20], 10) == [40, 190]
    assert spread([50, 50], [20, 20], 10) == [25, 55]
