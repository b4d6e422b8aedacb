"""A browser, the program it visits, and a watch over every page: nothing may go wrong unseen."""

import asyncio
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.web.browser.marks import PLANTED
from tests.web.browser.program import Program
from tests.web.browser.watch import Watch

NAMES = ("chromium", "chromium-browser", "google-chrome")
SIZES = ("desktop", "phone")

PATIENCE_MS = 25_000
"""How long a state is waited for: longer than a busy machine needs, and no test asserts it."""

Open = Callable[..., Page]
"""`open_page("phone", program)`: a page in a context of its own, watched until the test ends."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright; the browsers that it has started end with it."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as started:
        loop = asyncio.get_running_loop()
        asyncio._set_running_loop(None)  # tests may be skipped from here, and others follow
        yield started
        asyncio._set_running_loop(loop)


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Browser:
    """The Chromium of this machine."""
    return launched(playwright)


def launched(playwright: Playwright, *arguments: str) -> Browser:
    """A Chromium of this machine, with arguments of its own; the test is skipped without one."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        why = "no Chromium: install one, such as Debian's package chromium"
        if "chromium" in os.environ.get("LEARNT_REQUIRE", ""):
            pytest.fail(why)
        pytest.skip(why)
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    sandbox = ["--no-sandbox"] if as_root else []  # Chromium's sandbox refuses root
    with its_loop(playwright):
        return playwright.chromium.launch(executable_path=found, args=[*sandbox, *arguments])


@pytest.fixture(autouse=True)
def loop_apart(playwright: Playwright) -> Iterator[None]:
    """Playwright leaves its event loop running; the tests of other folders need a place for theirs."""
    with its_loop(playwright):
        yield


@contextmanager
def its_loop(playwright: Playwright) -> Iterator[None]:
    """The event loop of Playwright is the running one, and after it none is."""
    asyncio._set_running_loop(playwright._loop)
    try:
        yield
    finally:
        asyncio._set_running_loop(None)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """The program with a new, empty collection; what marks answers finds nothing in them.

    Tests of other matters type what they like, and tick for themselves.
    """
    with Program(tmp_path / "learnt", before=PLANTED) as started:
        yield started


@pytest.fixture
def watch() -> Iterator[Watch]:
    """What went wrong on the pages of this test; anything that was not expected fails it."""
    one = Watch()
    yield one
    assert not one.wrong, "\n".join(one.wrong)


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Program]:
    """The program as other machines reach it: their browsers must be paired."""
    with Program(tmp_path / "network" / "learnt", "--host", "0.0.0.0") as started:  # noqa: S104 - a page of it is tried
        yield started


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, playwright: Playwright, chromium: Browser, watch: Watch
) -> Iterator[Open]:
    """Opens pages by the name of a size, desktop or phone; of `program`, or of another.

    Programs are asked for before it, so that no page is open any more when they end.
    """
    own = request.getfixturevalue("program") if "program" in request.fixturenames else None
    contexts = []

    def open_(size: str = "desktop", of: Program | None = own, **more: object) -> Page:
        assert of
        options = size_of(playwright, size) | {"base_url": of.url} | more
        context = chromium.new_context(**options)  # type: ignore[arg-type] # options of many types
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        watch.over(context)
        return context.new_page()

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, open_page: Open) -> Page:
    """A page at the size of a desktop, and again at that of a phone."""
    return open_page(str(request.param))


def size_of(playwright: Playwright, name: str) -> dict[str, object]:
    """The options of a context by the name of its size."""
    if name == "desktop":
        return {"viewport": {"width": 1440, "height": 900}}
    phone = dict(playwright.devices["iPhone 13"])
    phone.pop("default_browser_type")
    return phone
