"""The map as SVG."""

from pathlib import Path

import pytest

from learnt.facts.chronology import Bond
from learnt.ids import CardId
from learnt.plots.map import Tie, agreements_map, page_map
from tests.plots.data import SVG, classes, hovers, parsed

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"


def tie(
    name: str,
    *parties: str,
    when: str | None = None,
    condition: str = "",
    known: float | None = None,
) -> Tie:
    conditions = (condition,) if condition else ()
    return Tie(Bond(name, name, parties, when, conditions, None, (CardId("1"),)), "North", known)


SOME = [
    tie("Kalmar Union", "Denmark", "Norway", "Sweden", when="1397", known=0.7),
    tie("Treaty of Kiel", "Denmark", "Sweden", when="1814-01-14", known=1.0),
    tie(
        "Karlstad Treaty",
        "Norway",
        "Sweden",
        when="1905-10-26",
        condition="if all forts at the border are pulled down within the year",
    ),
    tie("pact", "Norway", "Iceland"),
]


def test_it_is_sound_and_says_everything() -> None:
    figure = agreements_map("The <North>", SOME)
    root = parsed(figure.svg)
    assert (root.attrib["role"], root[0].text, root[1].text) == (
        "img",
        "The <North>",
        figure.meaning,
    )
    assert figure.meaning == "4 agreements between 4 parties. Norway is in 3 of them."
    told = hovers(figure.svg)
    assert {one.told for one in SOME} < set(told)
    assert "Norway: 3 agreements" in told
    assert len(figure.rows) == 4
    assert figure.rows[2][:4] == (
        "Karlstad Treaty",
        "Norway, Sweden",
        "26 October 1905",
        "if all forts at the border are pulled down within the year",
    )


def test_an_agreement_in_a_sentence() -> None:
    assert SOME[0].told == (
        "Kalmar Union between Denmark, Norway and Sweden, 1397 (about 70 % known)"
    )
    assert SOME[3].told == "Pact between Norway and Iceland (not asked yet)"


def test_what_has_no_parties_is_in_the_table_alone() -> None:
    figure = agreements_map("North", [tie("Lost treaty")])
    assert figure.rows[0][0] == "Lost treaty"
    assert "map-agreement" not in classes(figure.svg)
    assert figure.meaning == "1 agreement; who made them is not told."


def test_on_a_page_agreements_and_actors_are_links() -> None:
    drawn = page_map(
        "North", SOME, lambda one: f"/cards/{one.bond.cards[0]}", lambda name: f"?{name}"
    )
    links = {one.attrib["href"]: one.attrib["aria-label"] for one in parsed(drawn).iter(f"{SVG}a")}
    assert links["?Iceland"] == "Iceland: 1 agreement"
    assert "/cards/1" in links


@pytest.mark.parametrize(("name", "found"), [("map", SOME), ("map-empty", [])])
def test_it_is_the_one_that_was_looked_at(name: str, found: list[Tie]) -> None:
    """To renew one, delete its file, run this, and look at what it wrote before it is kept."""
    path = SNAPSHOTS / f"{name}.svg"
    drawn = agreements_map("The North", found).svg.replace("><", ">\n<") + "\n"
    if not path.exists():
        path.write_text(drawn, encoding="utf-8")
        pytest.fail(f"{path.name} was not there. It is written now: look at it, then run again.")
    assert drawn == path.read_text(encoding="utf-8")
