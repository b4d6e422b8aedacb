"""The time that reading takes grows with the text and with nothing worse.

Four times the text may take ten times the time; what grows as the square takes sixteen times. It
is the processor's time that is compared, the best of three, of sizes that take long enough to
measure; no second is asserted.
"""

import gc
from collections.abc import Callable
from time import process_time

import pytest

from learnt.deck import Deck
from learnt.facts import read_facts
from learnt.weights.languages import language
from tests.facts.made import deck_of

PIECES = {
    "eras": "1.000.000 BC-AD 99999 ",
    "articles": "the ",
    "open ranges": "1914-18-",
    "digits": "1",
    "digits and points": "1.",
    "numbers": "1934 ",
    "letters": "a",
    "capitals": "A",
    "prepositions": "in ",
    "states": "and France ",
    "brackets": "(",
    "quotes": '"',
    "apostrophes": "'",
    "dashes": "-",
    "stops": ". ",
    "commas": "a, ",
    "lines": "a\n",
    "questions": "1923? ",
    "lists of days": "1, 2 and 3 ",
    "months": "May - ",
    "parts": "the end of the early ",
    "not until": "not until ",
    "capital words": "Zorb Tarn ",
    "cases": "Zorb v ",
    "dashed names": "Franco-",
    "treaties": "Treaty of ",
    "heads": "Zorb treaty ",
    "studies": "Zorb (1963) and ",
    "people and roles": "Lord Zorb, the foreign minister, ",
    "verbs": "signed ",
    "not": "was not ",
    "deeds": "France signed a pact with Spain in 1934 and ",
    "clauses": "which France signed, ",
    "conditions": "if France signed ",
    "causes": "because ",
    "so": "so ",
    "this": "this led to it; ",
    "this much": "so much that ",
    "ongoing": "a, weakening the ",
    "if then": "if a then b ",
    "if without a sign": "if a is the ",
    "as": "as it was ",
    "since then": "since a was ",
    "bracketed": "( because a ",
    "but": "but so ",
    "quantities": "over two hundred thousand men ",
    "scales": "million ",
    "pronouns": "he met them and ",
    "half": "half of ",
}
IN_GERMAN = ("eras", "open ranges", "numbers", "lists of days", "quotes")


MOST = 10
"""Four times the text may take this many times as long."""


def took(work: Callable[[], object]) -> float:
    """The processor's seconds for some work, without the collector of garbage.

    What a collection costs grows with all that the tests before this one have left in memory.
    """
    gc.disable()
    try:
        began = process_time()
        work()
        return process_time() - began
    finally:
        gc.enable()


def grows_by(small: Callable[[], object], large: Callable[[], object]) -> float:
    """How many times as long the large work takes; tried again where that is too much."""
    base = max(0.002, min(took(small) for _ in range(3)))
    found = took(large) / base
    for _ in range(4):
        if found > MOST:  # the machine was busy, perhaps
            found = min(found, took(large) / base)
    return found


def grows(small: Deck, large: Deck, code: str = "en") -> float:
    """The same of the reading of two decks."""
    known = (language(code),)
    return grows_by(lambda: read_facts(small, known), lambda: read_facts(large, known))


def repeated(name: str, letters: int) -> str:
    piece = PIECES[name]
    return (piece * (letters // len(piece) + 1)).strip()


@pytest.mark.parametrize(
    ("name", "code"), [*((name, "en") for name in PIECES), *((name, "de") for name in IN_GERMAN)]
)
def test_four_times_the_text_takes_about_four_times_as_long(
    name: str, code: str, campaign: Callable[[int, int], int]
) -> None:
    letters = campaign(4_000, 12_000)
    small, large = (deck_of((None, repeated(name, size))) for size in (letters, 4 * letters))
    assert grows(small, large, code) < MOST


@pytest.mark.parametrize("letter", ["a", "A", "1", "(", "'", "é"])
def test_a_hundred_thousand_letters_without_a_space(letter: str) -> None:
    """A square of this length would run into the time at which pytest gives up on a test."""
    read_facts(deck_of((None, letter * 100_000)), (language("en"),))


def test_a_deck_takes_time_for_its_cards_and_not_for_their_pairs(
    campaign: Callable[[int, int], int],
) -> None:
    def of(cards: int) -> Deck:
        return deck_of(
            *(
                (f"Who met king Zorb {n}?", f"In {1000 + n % 900} Ivo Tarn{n} met him.")
                for n in range(cards)
            )
        )

    size = campaign(150, 1500)
    assert grows(of(size), of(4 * size)) < MOST
