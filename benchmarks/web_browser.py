"""From the key to the paint in Chromium, measured inside the page.

The time begins in the capture phase of `keydown`. It ends in the frame after the one in which
the other side of the card stood in the document, so that it has been laid out and painted.
"""

import contextlib
import shutil
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, sync_playwright

NAMES = "chromium", "chromium-browser", "google-chrome"
_WARM_UP = 5

_STOPWATCH = """
(() => {
  window.took = [];
  let began = 0;
  document.addEventListener("keydown", () => { began = performance.now(); }, true);
  const seen = () => {
    const desk = document.getElementById("desk");
    if (!desk || !began || desk === window.lastDesk) return;
    window.lastDesk = desk;
    const start = began, phase = desk.dataset.phase;
    began = 0;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      window.took.push([phase, performance.now() - start]);
    }));
  };
  document.addEventListener("DOMContentLoaded", () => {
    window.lastDesk = document.getElementById("desk");
    new MutationObserver(seen).observe(document.body, { childList: true, subtree: true });
  });
})();
"""


@dataclass
class Painted:
    """Milliseconds from the key to the paint, of so many answers."""

    answered: list[float] = field(default_factory=list)
    """From `3`, or Enter, to the next question."""

    shown: list[float] = field(default_factory=list)
    """From Enter to the points and the ratings."""

    @property
    def median(self) -> float:
        """Milliseconds to the next question that half of the answers took at most."""
        return statistics.median(self.answered)


def chromium() -> str | None:
    """The Chromium of the system; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextlib.contextmanager
def browser(path: str) -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield made
        made.close()


def version(path: str) -> str:
    """What the browser calls itself."""
    with browser(path) as one:
        return f"Chromium {one.version}"


def paint(one: Browser, url: str, answers: int, slower: int) -> Painted:
    """Answer so many cards with the keyboard alone, the processor so many times slower."""
    context = one.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(_STOPWATCH)
    page = context.new_page()
    page.goto(f"{url}/study")
    page.wait_for_selector("#answer")
    if slower > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    found = Painted()
    for number in range(answers + _WARM_UP):
        shown = _press(page, "Enter", "answer")
        answered = _press(page, "3" if number % 2 else "Enter", "question")
        if number >= _WARM_UP:
            found.shown.append(shown)
            found.answered.append(answered)
    context.close()
    return found


def _press(page: Page, key: str, phase: str) -> float:
    before: int = page.evaluate("window.took.length")
    page.keyboard.press(key)
    page.wait_for_function("before => window.took.length > before", arg=before)
    came, took = page.evaluate("window.took[window.took.length - 1]")
    if came != phase:
        raise ValueError(f"after {key} came the {came}, not the {phase}")
    return float(took)
