"""A map on which nothing overlaps, that is the same each time, and that grows without moving."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.facts.chronology import Bond
from learnt.plots.letters import width
from learnt.plots.map import Tie, placed
from learnt.plots.map.boxes import COLUMN, HIGH, LINE_UP, WIDE, box_height, lines_of
from learnt.plots.map.lines import held_at
from learnt.plots.map.places import BOX, touches

PARTIES = ("Norway", "Sweden", "Denmark", "Hansa", "Lübeck", "Novgorod", "Scotland")


def tie(number: int, *parties: str, condition: str = "") -> Tie:
    conditions = (condition,) if condition else ()
    name = f"Treaty {number}"
    return Tie(Bond(name, name, parties, "1397", conditions, None, ()), "The North")


ties = st.lists(st.lists(st.sampled_from(PARTIES), max_size=4, unique=True), max_size=12).map(
    lambda found: [tie(number, *parties) for number, parties in enumerate(found)]
)


@given(ties)
def test_everything_is_placed_in_a_cell_of_its_own(found: list[Tie]) -> None:
    places = placed(found)
    bound = [one for one in found if one.bond.parties]
    assert set(places.bonds) == {one.bond.key for one in bound}
    assert set(places.actors) == {party for one in bound for party in one.bond.parties}
    cells = [*places.actors.values(), *places.bonds.values()]
    assert len(cells) == len(set(cells))
    assert len(places.lines) == sum(len(one.bond.parties) for one in bound)


@given(ties)
def test_what_is_added_moves_nothing(found: list[Tie]) -> None:
    before, after = placed(found[:-1]), placed(found)
    assert after == placed(list(found))
    for name, cell in before.actors.items():
        assert after.actors[name] == cell
    for key, cell in before.bonds.items():
        assert after.bonds[key] == cell


def test_boxes_fit_in_their_cells() -> None:
    assert 2 * BOX[0] * COLUMN >= WIDE
    assert 2 * BOX[1] * LINE_UP >= HIGH - 2


@given(st.text("treaty of WMil ", min_size=1, max_size=60), st.text("if Wwmi ", max_size=90))
def test_the_words_of_an_agreement_fit_in_its_box(name: str, condition: str) -> None:
    bond = Bond("one", name, ("Norway", "Sweden"), "1397-06-17", (condition,), None, ())
    lines = lines_of(Tie(bond, ""))
    assert box_height(lines) <= HIGH
    assert all(line.x + width(line.text, line.size) <= WIDE for line in lines)


def test_a_line_bends_around_what_lies_between_its_ends() -> None:
    straight = held_at((0, 0), (0, 2), {})
    assert straight[1] == 1.0
    bent = held_at((0, 0), (0, 2), {(0, 1): BOX})
    assert abs(bent[0]) > 0.5


def test_a_line_runs_behind_a_box_or_past_it() -> None:
    assert touches(((0, 0), (2, 2)), (1, 1))
    assert touches(((0, 1), (2, 1)), (1, 1))
    assert not touches(((0, 0), (2, 0)), (1, 1))
    assert not touches(((0, 0), (0, 2)), (1, 1))
