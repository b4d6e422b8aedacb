"""Slides: titles are headings, boxes of text lists."""

from learnt.ids import MakeId
from learnt.sources import read
from tests.sources.documents.made import shape, slides

TITLE = shape("ctrTitle", (0, "Plate tectonics"))
TOWARDS = (
    shape("title", (0, "Convergent margins"))
    + shape("body", (0, "plates move towards each other"), (1, "one goes under"))
    + shape("sldNum", (0, "2"))
)
APART = shape("title", (0, "Divergent margins")) + shape("body", (0, "new crust is made"))


def test_slides_are_cards(make_id: MakeId) -> None:
    reading = read(slides(TITLE, TOWARDS, APART), "talk.pptx", make_id)
    assert reading.lines == (
        *("# Plate tectonics", "", "## Convergent margins", ""),
        *("• plates move towards each other", "  • one goes under", ""),
        *("## Divergent margins", "", "• new crust is made"),
    )
    assert [card.prompt for card in reading.deck.cards] == [
        "Convergent margins",
        "Divergent margins",
    ]


def test_they_come_as_they_are_shown(make_id: MakeId) -> None:
    reading = read(slides(APART, TOWARDS, TITLE, order=(3, 1, 2)), "talk.pptx", make_id)
    headings = [line for line in reading.lines if line.startswith("#")]
    assert headings == ["# Plate tectonics", "## Divergent margins", "## Convergent margins"]
