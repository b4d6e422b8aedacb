"""Definition lists. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards


def test_terms_and_meanings(page: Reading) -> None:
    """Geometry
    chord
    : a line from point to point of a circle
    sector
    : the part between two radii
      and the arc
    : a slice, in plain words
    tangent
    : a line that only touches
    """
    assert page.layout == "defined"
    assert page.deck.title == "Geometry"
    assert page.problems == ()
    assert cards(page) == [
        ("chord", ["a line from point to point of a circle"]),
        ("sector", ["the part between two radii and the arc", "a slice, in plain words"]),
        ("tangent", ["a line that only touches"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(2, 3), (4, 7), (8, 9)]


def test_as_wikis_write_them(page: Reading) -> None:
    """;stalactite
    :hangs from the roof of a cave
    ;stalagmite
    :grows from its floor
    """
    assert cards(page) == [
        ("stalactite", ["hangs from the roof of a cave"]),
        ("stalagmite", ["grows from its floor"]),
    ]


def test_a_line_that_belongs_to_no_term(page: Reading) -> None:
    """Cloth
    warp
    : the threads along the loom
    weft
    : the threads across it
    see the drawing
    selvage
    : the edge of the cloth
    """
    found = [(prompt, points) for prompt, points in cards(page)]
    assert ("warp", ["the threads along the loom"]) in found
    assert ("selvage", ["the edge of the cloth"]) in found
    texts = [problem.text for problem in page.problems]
    assert "see the drawing" in [*texts, *(text for _, points in found for text in points)]


def test_one_colon_line_is_no_list(page: Reading) -> None:
    """What is a ratio?
    : as in 3 : 4
    What is a root of nine?
    3
    What is a proof?
    An argument that leaves no doubt
    """
    assert page.layout != "defined"
