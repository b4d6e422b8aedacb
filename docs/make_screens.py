"""Take the pictures of the browser face: `python docs/make_screens.py`, with Chromium installed.

A collection of the bundled examples is studied by a made-up learner for eight weeks, and the
pages are photographed as they are: Today and the check of a page on a desk, a question on a phone.
The timeline of a deck is photographed some weeks later, when not all of it is fresh any more.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, Page, sync_playwright

from learnt import Collection
from learnt.clock import DAY_MS, Instant
from learnt.journal import Rating
from learnt.practice import Phase, Sitting

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "src" / "learnt" / "examples"
LAST = Instant(1_795_017_600_000)  # 18 November 2026, 16:00 in UTC
QUESTION = "What was agreed in the Reinsurance Treaty of June 1887?"
TYPED = "both stay neutral in a war of the other, but not if germany attacks france"
PAGE = """\
The canal age Flashcards

Cards (3)

Why did it end so soon?
• Railways carried coal faster, and at night
• Water froze in January and ran short in August
• Narrow locks could not take larger boats

Who paid for the first canals?
• Mine owners, who sold coal in the towns
• Merchants and small savers

When was the Bridgewater Canal opened?
1761
"""


class Clock:
    """The time in the eight weeks of the learner."""

    def __init__(self, at: int) -> None:
        self.at = at

    def __call__(self) -> Instant:
        """Now."""
        return Instant(self.at)


def study(collection: Collection, clock: Clock, chance: Random) -> None:
    """One evening."""
    sitting = collection.begin()
    for _ in range(chance.randint(6, 26)):
        if sitting.exercise is None:
            return
        clock.at += chance.randint(4_000, 40_000)
        sitting = answer(collection, sitting.reveal(None, clock()), clock, chance)


def answer(collection: Collection, sitting: Sitting, clock: Clock, chance: Random) -> Sitting:
    """Tick most points and take the rating proposed."""
    if sitting.phase is not Phase.TICKING or sitting.exercise is None:
        known = chance.random() < 0.9
        return collection.save(sitting, Rating.GOOD if known else Rating.AGAIN)
    for number in range(1, len(sitting.exercise.points) + 1):
        if chance.random() < 0.88:
            sitting = sitting.toggle(number, clock())
    sitting = sitting.weigh(clock())
    return collection.save(sitting, sitting.proposed)


def make_collection(home: Path) -> str:
    """Eight weeks of most evenings; the id of the card that is photographed."""
    chance = Random(11)  # noqa: S311 - a made-up learner, the same each time
    clock = Clock(LAST - 56 * DAY_MS)
    with Collection.open(home, now=clock, seed=11) as collection:
        for page in sorted(EXAMPLES.glob("*.txt")):
            collection.add(page)
        while clock.at < LAST - DAY_MS:
            evening = clock.at
            if chance.random() < 0.8:
                study(collection, clock, chance)
            clock.at = evening + DAY_MS
        cards = [card for deck in collection.decks() for card in collection.deck(deck.id).cards]
        return next(card.id for card in cards if card.prompt == QUESTION)


def photograph(browser: Browser, address: str, card: str) -> None:
    """The three pictures."""
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.goto(address)
    shoot(page, "today")
    page.goto(f"{address}add")
    page.fill("#page", PAGE)
    page.click("text=Read it")
    page.wait_for_selector(".rows")
    shoot(page, "add")
    phone = browser.new_page(
        viewport={"width": 390, "height": 780},
        device_scale_factor=1.5,
        is_mobile=True,
        has_touch=True,
    )
    phone.goto(f"{address}study?since={LAST}&card={card}&direction=forward")
    phone.fill("#answer", TYPED)
    phone.click(".button.main")
    phone.wait_for_selector("#ratings")
    for yes in phone.locator("[data-unsure] [value=yes]").all():  # where marking asks
        yes.check()
    phone.wait_for_selector(".rating.proposed")
    shoot(phone, "question")


def shoot(page: Page, name: str) -> None:
    """Keep what is in the window."""
    page.mouse.move(0, 0)
    page.screenshot(path=HERE / f"{name}.png")


def photograph_timeline(browser: Browser, address: str, deck: str) -> None:
    """The timeline of the deck, without what stands around it."""
    page = browser.new_page(viewport={"width": 1240, "height": 900})
    page.goto(f"{address}decks/{deck}/timeline")
    page.wait_for_selector("[data-ready]")
    page.mouse.move(0, 0)
    page.locator("main").screenshot(path=HERE / "timeline.png")


@contextmanager
def served(home: Path, at: str) -> Iterator[str]:
    """The address of the program on the collection, as of a time."""
    command = [Path(sys.executable).with_name("learnt"), "--home", home, "serve", "--port", "0"]
    command += ["--no-open", "--as-of", at]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own program
    try:
        assert server.stderr is not None  # noqa: S101 - asked for above
        yield next(word for word in server.stderr.readline().split() if word.startswith("http"))
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Make the collection, serve it, and take the pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not installed. On Debian: sudo apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder) / "collection"
        card = make_collection(home)
        with Collection.open(home) as collection:
            deck = collection.card(card)[0].id
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with served(home, "2026-11-18T16:00Z") as address:
            photograph(browser, address, card)
        with served(home, "2027-05-18T16:00Z") as address:
            photograph_timeline(browser, address, deck)


if __name__ == "__main__":
    main()
