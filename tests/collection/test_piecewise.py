"""A long page is saved piece by piece as it would be at once: all of it, or nothing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from learnt import Collection
from learnt.errors import Unreadable, UsageError
from learnt.sources import Reading
from learnt.sources.long.streaming import read_in_pieces

SIZE = 4_000
ROWS = [f"What is tree {number}?\tAn oak of the {number}th row\n" for number in range(400)]


def pieces(collection: Collection, text: str, name: str = "trees.txt") -> Iterator[Reading]:
    data = text.encode()
    chunks = (data[start : start + 500] for start in range(0, len(data), 500))
    return read_in_pieces(chunks, name, collection.make_id, SIZE)


def texts(collection: Collection) -> list[tuple[str | None, str]]:
    return [(card.prompt, card.back) for card in collection.deck("trees").cards]


def test_a_long_page_is_one_deck(collection: Collection) -> None:
    added = collection.add_pieces(pieces(collection, "".join(ROWS)))
    assert (added.title, added.new, added.updated, added.same, added.others) == (
        "trees", 400, 0, 0, 0,
    )  # fmt: skip
    deck = collection.deck("trees")
    assert texts(collection) == [tuple(row.rstrip("\n").split("\t")) for row in ROWS]
    assert [card.source_lines for card in deck.cards] == [(n, n) for n in range(1, 401)]


def test_added_again_nothing_is_doubled(collection: Collection) -> None:
    first = collection.add_pieces(pieces(collection, "".join(ROWS)))
    before = collection.deck("trees")
    again = collection.add_pieces(pieces(collection, "".join(ROWS)))
    assert (again.deck, again.new, again.updated, again.same) == (first.deck, 0, 0, 400)
    assert collection.deck("trees") == before
    assert collection.trash() == ()


def test_what_changed_is_changed_under_its_id(collection: Collection) -> None:
    collection.add_pieces(pieces(collection, "".join(ROWS)))
    ids = {card.prompt: card.id for card in collection.deck("trees").cards}
    changed = [
        row.replace("An oak", "A tall oak") if n % 50 == 0 else row for n, row in enumerate(ROWS)
    ]
    more = [*changed[:-10], "What is moss?\tNo tree\n"]
    again = collection.add_pieces(pieces(collection, "".join(more)))
    assert (again.new, again.updated, again.same, again.others) == (1, 8, 382, 10)
    deck = collection.deck("trees")
    assert {card.prompt: card.id for card in deck.cards if card.prompt in ids} == ids
    assert deck.cards[50].back == "A tall oak of the 50th row"


def test_cards_that_share_a_prompt_are_never_written_over(collection: Collection) -> None:
    """Those of a later piece are new, as they are where a page is added at once."""
    collection.add_pieces(pieces(collection, "".join(ROWS)))
    first = "What is tree 7?\tA first answer\n"
    second = "What is tree 7?\tA second answer\n"
    page = "".join([first, *ROWS[8:], second])
    again = collection.add_pieces(pieces(collection, page))
    assert (again.new, again.updated) == (1, 1)
    backs = [back for prompt, back in texts(collection) if prompt == "What is tree 7?"]
    assert backs == ["A first answer", "A second answer"]


def test_it_goes_into_the_deck_that_was_named(collection: Collection) -> None:
    added = collection.add_pieces(pieces(collection, "".join(ROWS)), "Woods::Trees")
    assert added.title == "Woods::Trees"
    assert collection.decks()[0].title == "Woods::Trees"


def test_where_a_piece_cannot_be_read_nothing_is_saved(collection: Collection) -> None:
    page = "".join(ROWS) + "word " * SIZE
    with pytest.raises(Unreadable, match="line ends"):
        collection.add_pieces(pieces(collection, page))
    assert collection.decks() == ()


def test_a_page_without_cards_is_refused(collection: Collection) -> None:
    empty = [replace(one, deck=replace(one.deck, cards=())) for one in pieces(collection, ROWS[0])]
    with pytest.raises(UsageError, match="nothing was saved"):
        collection.add_pieces(empty)
    assert collection.decks() == ()
