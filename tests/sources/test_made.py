"""The maker of pages that other tests read: its pages hold their cards and their defects."""

import pytest

from tests.sources.made import DEFECTS, SETTERS, made_page, made_pages
from tests.sources.made.mutations import mutated_page


def words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text).casefold().split()


@pytest.mark.parametrize("layout", SETTERS)
def test_a_healthy_page_holds_its_cards(layout: str) -> None:
    for seed in range(5):
        page = made_page(seed, layout, ())
        assert page.defects == ()
        held = set(words(page.text))
        for card in page.gold["cards"]:
            assert held >= set(words(f"{card['front'] or ''} {card['back']}"))


def test_the_same_seed_makes_the_same_page() -> None:
    assert made_page(7) == made_page(7)
    assert made_page(7) != made_page(8)
    assert mutated_page(7) == mutated_page(7)


def test_every_layout_and_every_defect_is_made() -> None:
    pages = made_pages(8 * len(SETTERS))
    assert {page.layout for page in pages} == set(SETTERS)
    assert {one for page in pages for one in page.defects} == set(DEFECTS)


def test_an_unseen_site_keeps_its_cards_and_no_button() -> None:
    known = made_page(3, "brainscape q and a", ())
    strange = made_page(3, "brainscape q and a", (), unseen=True)
    assert strange.gold == known.gold
    assert "How well did you know this?" in known.text
    assert "How well did you know this?" not in strange.text
    assert not strange.decidable


def test_a_cut_page_says_so() -> None:
    page = made_page(5, "q and a lines", ("cut",))
    whole = made_page(5, "q and a lines", ())
    assert page.gold["truncated"]
    assert len(page.gold["cards"]) < len(whole.gold["cards"])
    assert whole.text.startswith(page.text)
