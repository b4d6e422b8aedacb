"""Time grows with the length of a text and with nothing else.

No clock is read: a square of these lengths runs into the time at which pytest gives up on a test.
"""

from itertools import count

import pytest

from learnt.deck.plain import looks_like, parse, write
from learnt.ids import uuid7
from tests.strategies import no_new_id

LONG = 100_000
PAGES = {
    "cards": "# T\n\n" + "Why?\n- a\n  also: b\n  c\n\n" * (LONG // 5),
    "one long point": "# T\n\n- a\n" + "  b\n" * LONG,
    "one long prompt": "# T\n\n" + "a\n" * LONG,
    "blank lines": "# T\n- a\n" + "\n" * LONG + "  b\n" + "\n" * LONG + "  c",
    "deep points": "# T\nWhy?\n" + "\n".join(" " * n + "- a" for n in range(3000, 0, -1)),
    **{
        f"endless {name}": f"# T\n\nWhy?\n- a\n  {piece * LONG}\n{piece * LONG}\n{piece * LONG} x"
        for name, piece in {
            "backslashes": "\\",
            "dashes": "-",
            "digits": "1",
            "carets": "^",
            "hashes": "#",
            "spaces": " ",
            "tabs": "\t",
            "fields": "also: ",
            "ids": f" ^{uuid7(1, 1)}",
            "weights": "\n  weight: 1",
            "headings": "\n# a",
        }.items()
    },
    "endless number": "# T\n\nWhy?\n- a\n  weight: " + "9" * LONG,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_long_page_is_read_and_written_in_linear_time(name: str) -> None:
    numbers = count(1)
    looks_like(PAGES[name])
    deck, _ = parse(PAGES[name], lambda: uuid7(2, next(numbers)))
    assert parse(write(deck), no_new_id) == (deck, ())
