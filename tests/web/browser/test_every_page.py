"""What holds on every page: axe finds nothing, a finger hits, nothing is cut off at 320 px."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.browser import states
from tests.web.browser.conftest import Open
from tests.web.browser.program import Program
from tests.web.browser.watch import Watch

AXE = Axe()
_TOUCH = 44

_SMALL = """touch => {
    const inSentence = one => one.matches("a") && getComputedStyle(one).display === "inline" &&
        [...one.parentNode.childNodes].some(near => near.nodeType === 3 && near.data.trim());
    return [...document.querySelectorAll("a, button, input, select, textarea, summary")]
        .filter(one => one.checkVisibility() && !inSentence(one))
        .map(one => one.matches("[type=checkbox], [type=radio]") && one.closest("label") || one)
        .map(one => [one, one.getBoundingClientRect()])
        .filter(([one, box]) => box.width < touch - .5 || box.height < touch - .5)
        .map(([one, box]) =>
            `${one.outerHTML.slice(0, 90)} is ${box.width.toFixed()}×${box.height.toFixed()}`);
}"""

_WIDER = """() => {
    const page = document.documentElement;
    if (page.scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll("body *")]
        .filter(one => one.getBoundingClientRect().right > innerWidth + .5);
    return [`${page.scrollWidth} px wide`, ...wide.slice(0, 5).map(one => one.outerHTML.slice(0, 90))];
}"""

_SHAPE = """() => [
    document.querySelectorAll("h1").length === 1 ? "" : "not one h1",
    document.documentElement.lang === "en" ? "" : "no lang",
    document.title.trim() ? "" : "no title",
    document.querySelectorAll("main").length === 1 ? "" : "not one main",
].filter(Boolean)"""

Look = Callable[[Page], list[str]]
"""What is wrong with a page as it is now."""


def by_axe(page: Page) -> list[str]:
    return _axe(page, {})


def _axe(page: Page, options: dict[str, object]) -> list[str]:
    common = {"resultTypes": ["violations"], "preload": False}  # every style is of this site
    found: list[dict[str, Any]] = AXE.run(page, options=common | options).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} ({' '.join(node['failureSummary'].split())[:300]})"
        for one in found
        for node in one["nodes"][:3]
    ]


def by_finger(page: Page) -> list[str]:
    small: list[str] = page.evaluate(_SMALL, _TOUCH)
    return small


def by_width(page: Page) -> list[str]:
    wide: list[str] = page.evaluate(_WIDER)
    return wide


def by_shape(page: Page) -> list[str]:
    wrong: list[str] = page.evaluate(_SHAPE)
    return wrong


@pytest.fixture
def furnished(tmp_path: Path) -> Iterator[Program]:
    home = tmp_path / "furnished" / "learnt"
    states.furnish(home)
    with Program(home, before=states.CRASH, may_crash=True) as started:
        yield started


def in_the_dark(page: Page) -> list[str]:
    """Dark pages are the light ones in other colours: only these are looked at again."""
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found = _axe(page, {"runOnly": ["color-contrast"]})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return [f"in the dark, {one}" for one in found]


def made_narrow(page: Page) -> list[str]:
    """At 320 px, and back at the size it was."""
    before = page.viewport_size
    assert before
    page.set_viewport_size({"width": 320, "height": 640})
    found = [*by_width(page), *by_finger(page)]
    page.set_viewport_size(before)
    return [f"at 320 px, {one}" for one in found]


LOOKS: dict[str, tuple[Look, ...]] = {
    "desktop": (by_axe, in_the_dark, by_shape, by_width),
    "phone": (by_axe, in_the_dark, by_finger, by_width, made_narrow),
}


VISITS = (states.full, states.decks, states.views, states.desk)
"""What a furnished collection shows, each part in a browser of its own."""


def wrong_in(page: Page, size: str, visit: Iterable[str]) -> str:
    """What is wrong on any page of a visit, each with the name of its state."""
    found = [f"{state}: {what}" for state in visit for look in LOOKS[size] for what in look(page)]
    return "\n".join(found)


def opened(open_page: Open, watch: Watch, size: str, of: Program) -> Page:
    """A page of a program; what it answers to wrong addresses is expected."""
    watch.expect("the server responded with a status of")
    return open_page(size, of, color_scheme="light", reduced_motion="reduce")


@pytest.mark.parametrize("size", LOOKS)
def test_every_page_before_there_is_anything(
    program: Program, network: Program, open_page: Open, watch: Watch, size: str
) -> None:
    page = opened(open_page, watch, size, program)
    assert wrong_in(page, size, states.empty(page)) == ""
    assert wrong_in(page, size, states.pairing(page, network)) == ""


@pytest.mark.parametrize("visit", VISITS, ids=lambda visit: visit.__name__)
@pytest.mark.parametrize("size", LOOKS)
def test_every_page(
    furnished: Program,
    open_page: Open,
    watch: Watch,
    size: str,
    visit: Callable[[Page], Iterator[str]],
) -> None:
    page = opened(open_page, watch, size, furnished)
    assert wrong_in(page, size, visit(page)) == ""


_MOVING = """() => [...document.querySelectorAll("*")].filter(one => {
    const style = getComputedStyle(one);
    return style.transitionDuration.split(", ").some(time => parseFloat(time) > 0) ||
        style.animationName !== "none" || style.scrollBehavior === "smooth";
}).length"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_who_wants_it_so(
    furnished: Program, open_page: Open, motion: str
) -> None:
    page = open_page("desktop", furnished, reduced_motion=motion)
    moving = 0
    for visit in (states.decks(page), states.desk(page)):
        for _ in visit:
            moving += page.evaluate(_MOVING)
    assert (moving == 0) == (motion == "reduce")
