"""What marking an answer costs grows with the answer and with nothing worse.

Counted are the segments and the letters that are embedded, for no clock is the same twice.
"""

import pytest

from learnt.marking.segments import segments_of
from learnt.weights.marking import marker
from tests.marking.made import a_question, words

PIECES = [
    "the river froze, ",
    "word ",
    "a. ",
    "1934 ",
    "not ",
    "or ",
    "France signed ",
    "- x\n",
    "(",
]


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_answer_has_four_times_the_segments(piece: str) -> None:
    def of(times: int) -> int:
        text = piece * times
        return len(segments_of(text, words(text)))

    assert of(400) <= 4 * of(100) + 8


@pytest.mark.parametrize("piece", PIECES)
def test_a_pasted_book_is_marked(piece: str) -> None:
    """A square of this length would run into the time at which pytest gives up on a test."""
    question = a_question("What happened?", "The river froze in 1935", "France signed", "1934")
    found = marker().mark(question, piece * (20_000 // len(piece)))
    assert len(found) == 3
