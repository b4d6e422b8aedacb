"""Where cards stand on paper: none on two pages, none over another, backs behind their fronts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.printing.choice import Paper
from learnt.sources.printing.cutting import COLUMNS, ROWS, SIZES, Cell, Face, pages_of
from learnt.sources.printing.measure import ems, height, lines

SIDE = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=30)
    | st.sampled_from(["word " * 40, "word " * 300, "x" * 400, "水" * 200, "a\nb"]),
    min_size=1,
    max_size=6,
).map(tuple)
FACES = st.lists(st.tuples(SIDE, SIDE), max_size=12)


def places(cell: Cell) -> set[tuple[int, int]]:
    return {
        (cell.column + right, cell.row + down)
        for right in range(cell.wide)
        for down in range(cell.high)
    }


@given(FACES, st.sampled_from(list(Paper)))
def test_every_card_has_a_place_of_its_own(
    sides: list[tuple[tuple[str, ...], tuple[str, ...]]], paper: Paper
) -> None:
    faces = [Face(number, front, back) for number, (front, back) in enumerate(sides, 1)]
    pages = pages_of(faces, paper)
    for cells in pages:
        taken = [place for cell in cells for place in places(cell)]
        assert len(taken) == len(set(taken))
        assert all(1 <= column <= COLUMNS and 1 <= row <= ROWS for column, row in taken)
        mirrored = {(COLUMNS + 1 - column, row) for column, row in taken}
        behind = {
            (cell.mirrored + right, cell.row + down)
            for cell in cells
            for right in range(cell.wide)
            for down in range(cell.high)
        }
        assert behind == mirrored
        assert {cell.front_size for cell in cells} <= set(SIZES)
    seen = {cell.face.number for cells in pages for cell in cells}
    assert seen == set(range(1, len(faces) + 1))


@given(SIDE, st.sampled_from(list(Paper)))
def test_what_no_cell_holds_goes_on_without_loss(side: tuple[str, ...], paper: Paper) -> None:
    long = side * 20
    said = [
        one
        for cells in pages_of([Face(1, ("?",), long)], paper)
        for cell in cells
        for one in cell.face.back
    ]
    assert "".join("".join(said).split()) == "".join("".join(long).split())


def one_card(back: tuple[str, ...]) -> Cell:
    ((cell,),) = pages_of([Face(1, ("What?",), back)], Paper.A4)
    return cell


@pytest.mark.parametrize(
    ("back", "shape", "size"),
    [
        (("short",), (1, 1), 13),
        (("a sentence of some length, as points are " * 6,), (1, 1), 13),
        (("a sentence of some length, as points are " * 10,), (1, 1), 11),
        (("a sentence of some length, as points are " * 14,), (2, 1), 13),
        (("a sentence of some length, as points are " * 80,), (2, 3), 11),
        (("a sentence of some length, as points are " * 200,), (2, 4), 8),
    ],
)
def test_a_long_card_shrinks_and_then_takes_more_cells(
    back: tuple[str, ...], shape: tuple[int, int], size: int
) -> None:
    cell = one_card(back)
    assert (cell.wide, cell.high) == shape
    assert cell.back_size == size


def test_the_parts_of_a_card_are_counted() -> None:
    pages = pages_of([Face(7, ("What?",), ("word " * 6_000,))], Paper.LETTER)
    parts = [cell.face for cells in pages for cell in cells]
    assert [one.part for one in parts] == [
        f"{place} of {len(parts)}" for place in range(1, len(parts) + 1)
    ]
    assert {one.front for one in parts} == {("What?",)}


def test_a_later_card_fills_a_hole() -> None:
    wide = Face(2, ("What?",), ("a sentence of some length, as points are " * 14,))
    (cells,) = pages_of([Face(1, ("a",), ("b",)), wide, Face(3, ("c",), ("d",))], Paper.A4)
    assert [(cell.face.number, cell.column, cell.row) for cell in cells] == [
        (1, 1, 1),
        (2, 1, 2),
        (3, 2, 1),
    ]


def test_measures() -> None:
    assert ems("水") > ems("M") > ems("a") > ems("i")
    assert ems("e\u0301") == ems("e")
    assert lines("a\nb", 100, 4) == 2
    assert lines("word " * 20, 50, 4) == lines("word " * 20, 100, 8)
    assert lines("x" * 100, 10, 4) > 20
    assert height(["a", "b"], 50, 4) > 2 * height(["a"], 50, 4)
