"""The timeline and the map in a browser: by keys alone, by wheel, drag and fingers, without script."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browser.conftest import PATIENCE_MS, Open
from tests.web.browser.material import add
from tests.web.browser.program import Program
from tests.web.browser.test_keyboard import tab_to

UNION = """The union

When was the Treaty of Kiel signed?
- 14 January 1814

What did Norway and Sweden promise in the Karlstad Treaty of October 1905?
- Norway and Sweden would pull down forts if Norway kept the peace

What did Norway do?
- Norway made a constitution in May 1814
- Norway got a flag of its own around 1821
- Norway and Sweden had one king from 1814 to 1905
- Norway chose a king in November 1905

Who lost Finland?
- Sweden lost Finland to Russia in 1809 after a war that is told at some length here
"""

_LABELS = """() => [...document.querySelectorAll(".tl-strip")].flatMap((strip, nth) =>
    [...strip.querySelectorAll(".tl-label")].map(one => {
        const box = one.getBoundingClientRect();
        return [nth, Math.round(box.top), box.left, box.right, one.textContent];
    }))"""

_FINGERS = """({ from, to }) => {
    const box = document.querySelector(".ov-box"), around = box.getBoundingClientRect();
    const touches = apart => [-1, 1].map((side, nth) => new Touch({
        identifier: nth, target: box,
        clientX: around.left + around.width / 2 + side * apart / 2, clientY: around.top + 60,
    }));
    const send = (kind, apart) => box.dispatchEvent(new TouchEvent(kind, {
        touches: touches(apart), bubbles: true, cancelable: true,
    }));
    send("touchstart", from);
    send("touchmove", to);
}"""


def open_picture(page: Page, name: str) -> Locator:
    add(page, UNION)
    page.get_by_role("link", name=name.capitalize(), exact=True).click()
    page.wait_for_url(f"**/{name}")
    return box_of(page)


def box_of(page: Page) -> Locator:
    expect(page.locator(".ov-box[data-ready]")).to_be_visible()
    return page.locator(".ov-box")


def width(page: Page) -> float:
    """How wide the picture is now."""
    wide: float = page.locator(".ov-box").evaluate("box => box.scrollWidth")
    return wide


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait for it from here: a page whose policy forbids eval cannot wait for itself."""
    for _ in range(PATIENCE_MS // 50):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("it does not come to hold")


def wider(page: Page, than: float) -> None:
    until(page, lambda: width(page) > than)


def left(page: Page) -> float:
    """How far the picture is scrolled."""
    moved: float = page.locator(".ov-box").evaluate("box => box.scrollLeft")
    return moved


def collisions(page: Page) -> list[tuple[str, str]]:
    """Labels of a row that overlap as they are really drawn."""
    rows: dict[tuple[int, int], list[list[Any]]] = {}
    for strip, top, *rest in page.evaluate(_LABELS):
        rows.setdefault((strip, top), []).append(rest)
    return [
        (one[2], other[2])
        for row in rows.values()
        for one, other in pairwise(sorted(row))
        if one[1] > other[0] + 0.5
    ]


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_timeline_by_the_keyboard_alone(open_page: Open, program: Program, size: str) -> None:
    page = open_page(size)
    add(page, UNION)
    keys = page.keyboard
    tab_to(page, "Timeline")
    keys.press("Enter")
    page.wait_for_url("**/timeline")
    box = box_of(page)
    before = width(page)
    tab_to(page, "Timeline: The union")
    expect(box).to_be_focused()
    keys.press("+")
    wider(page, before)
    keys.press("+")
    keys.press("End")
    until(page, lambda: left(page) > 0)
    keys.press("ArrowLeft")
    keys.press("Home")
    until(page, lambda: left(page) == 0)
    zoomed = width(page)
    tab_to(page, "Karlstad Treaty", most=60)
    expect(page.locator("a.tl-item:focus-visible")).to_be_in_viewport()
    keys.press("Enter")
    page.wait_for_url("**/cards/*")
    expect(page.locator("h1")).to_contain_text("Karlstad Treaty")
    keys.press("Escape")
    page.wait_for_url("**/timeline")
    box_of(page)
    assert abs(width(page) - zoomed) <= 2, "it is found as it was left"
    keys.press("0")
    until(page, lambda: width(page) < zoomed)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_map_by_the_keyboard_alone(open_page: Open, program: Program, size: str) -> None:
    page = open_page(size)
    add(page, UNION)
    keys = page.keyboard
    tab_to(page, "Map")
    keys.press("Enter")
    page.wait_for_url("**/map")
    box_of(page)

    def high() -> float:
        tall: float = page.locator(".map-body").evaluate(
            "one => one.getBoundingClientRect().height"
        )
        return tall

    before = high()
    keys.press("+")
    until(page, lambda: high() > before)
    tab_to(page, "Map: The union")
    tab_to(page, "Norway: ", most=60)
    keys.press("Enter")
    page.wait_for_url(re.compile(r"/map\?actor=Norway$"))
    expect(page.get_by_label("Who")).to_have_value("Norway")
    tab_to(page, "Map: The union", most=60)
    tab_to(page, "Karlstad Treaty", most=60)
    keys.press("Enter")
    page.wait_for_url("**/cards/*")


def test_labels_never_overlap_as_they_are_drawn(page: Page, program: Program) -> None:
    open_picture(page, "timeline")
    assert page.locator(".tl-label").count() >= 7
    assert collisions(page) == []
    for _ in range(4):
        before = width(page)
        page.keyboard.press("+")
        wider(page, before)
    page.wait_for_timeout(600)
    assert collisions(page) == []


def test_years_become_months_where_there_is_room(open_page: Open, program: Program) -> None:
    page = open_page()
    open_picture(page, "timeline")
    labels = page.locator(".tl-tick").all_inner_texts()
    assert all(one.isdigit() for one in labels if one)
    for _ in range(12):
        page.keyboard.press("+")
    expect(page.locator(".tl-tick", has_text="Jul").first).to_be_attached()


def test_by_wheel_and_drag(open_page: Open, program: Program) -> None:
    page = open_page()
    box = open_picture(page, "timeline")
    around = box.bounding_box()
    assert around
    x, y = around["x"] + around["width"] / 2, around["y"] + 120
    before = width(page)
    page.mouse.move(x, y)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(200)
    assert width(page) == before, "the wheel scrolls the page until one is in the picture"
    box.focus()
    page.evaluate("scrollTo(0, 0)")
    for _ in range(4):
        page.mouse.wheel(0, -200)
    wider(page, before)
    before = left(page)
    page.mouse.down()
    page.mouse.move(x - 150, y, steps=4)
    page.mouse.up()
    assert left(page) == pytest.approx(before + 150, abs=2)
    assert page.url.endswith("/timeline"), "a drag is no click"


def test_by_two_fingers(open_page: Open, program: Program) -> None:
    page = open_page("phone")
    open_picture(page, "timeline")
    before = width(page)
    page.evaluate(_FINGERS, {"from": 80, "to": 240})
    wider(page, before * 2)


def test_what_was_moved_is_where_its_year_is(open_page: Open, program: Program) -> None:
    """After any zoom, each mark stands where the lines of the years say."""
    page = open_page()
    open_picture(page, "timeline")
    for _ in range(6):
        page.keyboard.press("+")
    page.wait_for_timeout(1200)
    wrong = page.evaluate(
        """() => {
        const box = document.querySelector(".ov-box"), data = box.dataset;
        const wide = Number(document.querySelector(".tl-axis").getAttribute("width")), margin = Number(data.margin);
        const k = (parseFloat(document.querySelector(".tl-body").style.width) - 2 * margin) / (wide - 2 * margin);
        return [...document.querySelectorAll(".tl-item")].filter(one => {
            const at = margin + (Number(one.dataset.t) - Number(data.start)) * Number(data.scale) * k;
            return Math.abs(at - Number(/\\((-?[\\d.]+)/.exec(one.getAttribute("transform"))[1])) > 1;
        }).map(one => one.getAttribute("aria-label"));
    }"""
    )
    assert wrong == []


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_without_script(open_page: Open, program: Program, size: str) -> None:
    page = open_page(size, java_script_enabled=False)
    add(page, UNION)
    page.get_by_role("link", name="Timeline", exact=True).click()
    expect(page.locator(".overview-tools")).to_be_hidden()
    expect(page.locator(".tl-item").first).to_be_attached()
    page.get_by_text("Choose what is shown").click()
    page.get_by_label("Topic").fill("finland")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".tl-item")).to_have_count(1)
    page.get_by_text("As a table", exact=True).click()
    page.locator("#table a").click()
    expect(page.locator("h1")).to_contain_text("Who lost Finland?")


def test_on_paper_it_is_the_picture_alone(open_page: Open, program: Program) -> None:
    page = open_page()
    open_picture(page, "timeline")
    page.emulate_media(media="print")
    expect(page.locator(".overview-tools")).to_be_hidden()
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".tl-strip .tl-name").first).to_be_visible()
    expect(page.locator(".tl-side")).to_be_hidden()


def test_a_map_wider_than_the_screen_begins_at_a_party(open_page: Open, program: Program) -> None:
    """However many cells of its corner are free."""
    page = open_page("phone", program)
    box = open_picture(page, "map")
    around = box.bounding_box()
    assert around
    assert box.evaluate("one => one.scrollWidth > one.clientWidth")
    middles = [
        (pill["x"] + pill["width"] / 2 - around["x"], pill["y"] + pill["height"] / 2 - around["y"])
        for party in page.locator(".map-actor").all()
        if (pill := party.bounding_box())
    ]
    assert any(0 < x < around["width"] and 0 < y < around["height"] for x, y in middles)
    assert box.evaluate("one => one.scrollLeft") > 0
