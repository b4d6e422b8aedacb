"""Decks on paper, as Chromium prints them: sizes, pages, and that nothing is cut off."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from learnt import Collection
from learnt.deck import Card, Deck, Point
from learnt.ids import CardId, DeckId, PointId
from tests.web.browser.conftest import Open
from tests.web.browser.material import TWO_CARDS, add
from tests.web.browser.program import Program

POINTS = {"a4": (595, 842), "letter": (612, 792)}
LONG = "The treaty took land and money, and said that the war was her fault. "

CLIPPED = """() => [...document.querySelectorAll('.cutout > div')].filter(one => {
  const outer = one.getBoundingClientRect();
  return [...one.children].some(inner => {
    const its = inner.getBoundingClientRect();
    return its.height > outer.height + 1 || its.width > outer.width + 1;
  });
}).map(one => one.textContent.slice(0, 80))"""
"""The cells whose text is larger than they are."""

MIRRORED = """() => [...document.querySelectorAll('.fronts')].flatMap(fronts => {
  const backs = fronts.nextElementSibling;
  const side = (leaf) => {
    const page = leaf.getBoundingClientRect();
    return [...leaf.querySelectorAll('.cutout')].map(one => {
      const box = one.getBoundingClientRect();
      return [one.querySelector('small').textContent, box.left - page.left, page.right - box.right,
        box.top - page.top, box.height].map(value => isNaN(value) ? value : Math.round(value));
    });
  };
  const behind = Object.fromEntries(side(backs).map(([name, ...box]) => [name, box]));
  return side(fronts).filter(([name, left, right, top, height]) => {
    const [its_left, its_right, its_top, its_height] = behind[name];
    return left !== its_right || right !== its_left || top !== its_top || height !== its_height;
  });
})"""
"""The cards whose back does not lie behind their front."""


def card(prompt: str | None, *points: str) -> Card:
    made = tuple(Point(PointId(""), one) for one in points)
    return Card(CardId(""), prompt, made)


DECK = Deck(
    DeckId(""),
    "On paper",
    (
        card("ما هي عاصمة مصر؟", "القاهرة، على نهر النيل", "الإسكندرية"),
        card("光合作用とは何ですか", "植物が光のエネルギーを使って糖を作ること。" * 8),
        card("A long one", *(f"{number}. {LONG * 2}" for number in range(4))),
        card("A very long one", *(f"{number}. {LONG * 5}" for number in range(9))),
        card("One that no page holds", LONG * 400),
        card("Donaudampfschifffahrt" * 12, "x" * 300, "def f(x):\n    return x"),
        card(None, f"A statement. {LONG}"),
        *(card(f"Question {number}: {LONG}?", LONG, "short", LONG * 2) for number in range(30)),
        *(card(f"Word {number}", f"meaning {number}") for number in range(163)),
    ),
)


@pytest.fixture
def address(program: Program) -> str:
    with Collection.open(program.home) as collection:
        return f"/decks/{collection.add(DECK).deck}/print"


@pytest.fixture
def page(open_page: Open, program: Program) -> Page:
    return open_page("desktop", program)


def pages_of(page: Page, path: Path) -> list[tuple[int, int]]:
    """The sizes of the pages that come out of the printer."""
    page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    with pypdfium2.PdfDocument(path) as document:
        return [tuple(map(round, one.get_size())) for one in document]


@pytest.mark.parametrize("paper", POINTS)
def test_cards_to_cut(page: Page, address: str, paper: str, tmp_path: Path) -> None:
    page.goto(f"{address}?kind=cards&paper={paper}")
    leaves = page.locator(".leaf").count()
    sizes = pages_of(page, tmp_path / "cards.pdf")
    assert set(sizes) == {POINTS[paper]}
    assert len(sizes) == leaves
    assert leaves % 2 == 0
    page.emulate_media(media="print")
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(MIRRORED) == []


def test_cards_where_the_letters_are_wide(page: Page, address: str) -> None:
    """Where there is no serif but DejaVu's, which is a fifth wider than cards are measured for."""
    page.goto(f"{address}?kind=cards")
    page.emulate_media(media="print")
    printed = page.locator(".printed")
    chosen: str = printed.evaluate("one => getComputedStyle(one).fontFamily")
    *_, ours, generic = chosen.split(", ")
    assert generic == "serif"
    use = "(one, families) => { one.style.fontFamily = families; }"
    printed.evaluate(use, "'DejaVu Serif'")
    if page.evaluate(CLIPPED) == []:
        pytest.skip("no DejaVu Serif: install it, such as Debian's package fonts-dejavu-core")
    printed.evaluate(use, ours)
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("paper", POINTS)
@pytest.mark.parametrize("kind", ["sheet", "test"])
def test_sheets(page: Page, address: str, kind: str, paper: str, tmp_path: Path) -> None:
    page.goto(f"{address}?kind={kind}&paper={paper}")
    sizes = pages_of(page, tmp_path / "sheet.pdf")
    assert set(sizes) == {POINTS[paper]}
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as document:
        texts = [one.get_textpage().get_text_bounded() for one in document]
    assert "On paper" in texts[0]
    assert "Today" not in texts[0]  # the head of our pages stays on the screen
    everything = "".join("".join(texts).split())  # spaces are where the letters' places say
    assert all(f"Word{number}" in everything for number in range(163))
    if kind == "test":
        first = next(place for place, text in enumerate(texts) if "On paper: answers" in text)
        assert "meaning 7" not in " ".join(texts[:first])
        assert "meaning 7" in " ".join(texts[first:])


def test_the_button_prints(page: Page, address: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(address)
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")


def test_on_a_phone_whole_sheets_are_shown(open_page: Open, program: Program) -> None:
    """Smaller than their paper: nothing has to be moved sideways to be looked at."""
    page = open_page("phone")
    add(page, TWO_CARDS)
    for paper in POINTS:
        page.goto(
            f"{page.url.partition('?')[0].removesuffix('/print')}/print?kind=cards&paper={paper}"
        )
        hidden = page.locator(".printed").evaluate("one => one.scrollWidth - one.clientWidth")
        assert hidden <= 1, paper
