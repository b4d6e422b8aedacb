"""What a layout's numbers are worth: probabilities, and signs that pull the right way."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.sources import layouts
from learnt.sources.judging.confidence import confidences, signs_of
from learnt.sources.judging.confidence_weights import WEIGHTS
from learnt.sources.layouts import Draft, Proposal
from learnt.sources.page import Page, page_of

TEXT = "Cells\nribosome\nmakes proteins\nnucleus\nholds the DNA\nmembrane\nlets some things in\n"
CARDS = (
    Draft("ribosome", ("makes proteins",), 2, 3),
    Draft("nucleus", ("holds the DNA",), 4, 5),
    Draft("membrane", ("lets some things in",), 6, 7),
    Draft("vacuole", ("stores water",), 8, 9),
)
PROPOSAL = Proposal("alternating", 0.8, CARDS)


def page(declared: int | None = None) -> Page:
    return replace(page_of(TEXT, "cells.txt"), declared=declared)


def sure(*cards: Draft, fit: float = 0.8, declared: int | None = None) -> list[float]:
    proposal = replace(PROPOSAL, cards=cards, fit=fit)
    agrees = declared == len(cards)
    return confidences(page(declared), proposal, cards, agrees=agrees)


def test_nothing_read_is_nothing_to_be_sure_of() -> None:
    assert sure() == []


def test_the_layout_is_believed_more_the_surer_it_is() -> None:
    doubtful = [replace(card, confidence=0.4) for card in CARDS]
    assert max(sure(*doubtful)) < min(sure(*CARDS))


def test_a_count_that_agrees_makes_surer() -> None:
    assert sure(*CARDS, declared=4) > sure(*CARDS) >= sure(*CARDS, declared=9)


@pytest.mark.parametrize(
    "text", ["Answer:", "Question", "Card 3", "3 of 12", "Tap to reveal", "| x |", "(correct)"]
)
def test_what_belongs_to_a_site_makes_doubtful(text: str) -> None:
    card = replace(CARDS[1], points=("holds the DNA", text))
    plain = replace(CARDS[1], points=("holds the DNA", "and the genes"))
    assert sure(CARDS[0], card, *CARDS[2:])[1] < sure(CARDS[0], plain, *CARDS[2:])[1]


def test_a_line_in_every_answer_makes_doubtful() -> None:
    cards = [replace(card, points=(*card.points, "Rate this")) for card in CARDS]
    others = [replace(card, points=(*card.points, f"part {n}")) for n, card in enumerate(CARDS)]
    assert max(sure(*cards)) < min(sure(*others))


texts = st.text(max_size=40)
drafts = st.builds(
    Draft,
    st.one_of(st.none(), texts),
    st.lists(texts, min_size=1, max_size=4).map(tuple),
    st.just(1),
    st.just(1),
    st.floats(0, 1),
)


@given(cards=st.lists(drafts, max_size=6), fit=st.floats(0, 1), agrees=st.booleans())
def test_it_is_a_probability_whatever_was_read(
    cards: list[Draft], fit: float, *, agrees: bool
) -> None:
    proposal = Proposal("alternating", fit, tuple(cards))
    found = confidences(page(3), proposal, cards, agrees=agrees)
    assert len(found) == len(cards)
    assert all(0 <= one <= 1 for one in found)


def test_every_sign_has_its_weight() -> None:
    given = signs_of(page(4), PROPOSAL, CARDS, agrees=True)
    unknown = {name for signs in given for name, value in signs.items() if value} - set(WEIGHTS)
    assert unknown == set()


def test_every_weighed_layout_exists() -> None:
    folder = Path(layouts.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    named = set(re.findall(r'^NAME = "(.+)"', source, re.MULTILINE))
    weighed = {name.removeprefix("layout ") for name in WEIGHTS if name.startswith("layout ")}
    assert weighed <= named
