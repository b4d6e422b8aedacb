"""While the timeline is made larger it is drawn on a glass, and the page beneath rests."""

import base64
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browser.conftest import Open
from tests.web.browser.program import Program
from tests.web.browser.test_overviews import left, open_picture, until, wider, width

_TURN = """({ times, deltaY, hold }) => new Promise((done) => {
    const box = document.querySelector(".ov-box"), around = box.getBoundingClientRect();
    const changes = [];
    const watch = new MutationObserver((found) => changes.push(...found));
    watch.observe(document.querySelector(".tl-body"), { subtree: true, attributes: true, childList: true, characterData: true });
    const turn = (by) => box.dispatchEvent(new WheelEvent("wheel", {
        deltaY: by, clientX: around.left + around.width / 2, clientY: around.top + 100, bubbles: true, cancelable: true,
    }));
    window.held = hold;
    const step = (n) => {
        if (n) { turn(deltaY); requestAnimationFrame(() => step(n - 1)); return; }
        changes.push(...watch.takeRecords());
        watch.disconnect();
        done(changes.length);
        const on = () => { if (window.held) { turn(-1e-6); requestAnimationFrame(on); } };
        on();
    };
    step(times);
})"""
"""Turn the wheel once a frame and count the changes in the page; hold it as if it were turned on."""

_UNLIKE = """async ([one, other]) => {
    const pixels = async (picture) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height), on = canvas.getContext("2d");
        on.drawImage(image, 0, 0);
        return on.getImageData(0, 0, image.width, image.height).data;
    };
    const [first, second] = [await pixels(one), await pixels(other)];
    let unlike = 0, inked = 0;
    for (let n = 0; n < first.length; n += 4) {
        if (Math.abs(first[n] - first[0]) > 60) inked++;
        if (Math.abs(first[n] - second[n]) > 60) unlike++;
    }
    return [unlike, inked];
}"""


def turn(page: Page, times: int = 8, by: float = -60, *, hold: bool = False) -> int:
    """The wheel turned in the picture; how many changes of the page beneath it took."""
    page.locator(".ov-box").focus()
    changed: int = page.evaluate(_TURN, {"times": times, "deltaY": by, "hold": hold})
    return changed


def glass(page: Page) -> Locator:
    return page.locator(".tl-glass canvas")


def let_go(page: Page) -> None:
    """Stop turning, and wait until the page shows what was on the glass."""
    page.evaluate("window.held = false")
    expect(glass(page)).to_be_hidden()


def picture(page: Page) -> str:
    return base64.b64encode(page.locator(".ov-box").screenshot()).decode()


def test_the_page_rests_while_it_is_made_larger(open_page: Open, program: Program) -> None:
    page = open_page()
    open_picture(page, "timeline")
    page.wait_for_timeout(800)
    before = width(page)
    assert turn(page, hold=True) == 0
    expect(glass(page)).to_be_visible()
    assert width(page) == before
    let_go(page)
    assert width(page) > before * 2


@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light"), ("phone", "dark")])
def test_what_is_on_the_glass_is_what_is_beneath_it(
    open_page: Open, program: Program, size: str, scheme: str
) -> None:
    page = open_page(size, color_scheme=scheme)
    open_picture(page, "timeline")
    page.wait_for_timeout(800)
    turn(page, 6, hold=True)
    expect(glass(page)).to_be_visible()
    drawn = picture(page)
    let_go(page)
    page.wait_for_timeout(800)
    real = picture(page)
    page.goto("about:blank")
    unlike, inked = page.evaluate(_UNLIKE, [drawn, real])
    assert inked > 1000
    assert unlike < inked / 20


def test_it_is_moved_while_it_is_on_the_glass(open_page: Open, program: Program) -> None:
    page = open_page()
    box = open_picture(page, "timeline")
    turn(page)
    let_go(page)
    turn(page, hold=True)
    drawn = picture(page)
    box.evaluate("box => { box.scrollLeft -= 60; }")
    until(page, lambda: picture(page) != drawn)
    expect(glass(page)).to_be_visible()
    let_go(page)


def test_pressing_the_mouse_ends_it_at_once(open_page: Open, program: Program) -> None:
    page = open_page()
    box = open_picture(page, "timeline")
    around = box.bounding_box()
    assert around
    before = width(page)
    x, y = around["x"] + around["width"] / 2, around["y"] + 120
    page.mouse.move(x, y)
    turn(page, hold=True)
    page.evaluate("window.held = false")
    page.mouse.down()
    expect(glass(page)).to_be_hidden()
    assert width(page) > before
    at = left(page)
    page.mouse.move(x - 90, y, steps=3)
    page.mouse.up()
    assert left(page) == pytest.approx(at + 90, abs=2)


def test_without_a_canvas_the_marks_themselves_are_moved(open_page: Open, program: Program) -> None:
    page = open_page()
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
    open_picture(page, "timeline")
    before: Any = width(page)
    assert turn(page) > 0
    wider(page, before)
    expect(glass(page)).to_have_count(0)
