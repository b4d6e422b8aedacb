"""Draw `docs/study.svg`: a card of a bundled example in the middle of a sitting.

    .venv/bin/python docs/make_picture.py

The picture is drawn by the very functions that draw the terminal, so it shows what there is.
"""

import io
import re
import tempfile
from importlib.resources import files
from pathlib import Path

from rich.console import Console
from rich.text import Text

from learnt import Collection
from learnt.cli.terminal import draw
from learnt.clock import Instant
from learnt.practice import Phase, Sitting

HERE = Path(__file__).parent
EXAMPLE = "bismarcks-alliances.txt"
QUESTION = "What was agreed in the Reinsurance Treaty of June 1887?"
TYPED = "both stay neutral in a war of the other, but not if germany attacks france"


def main() -> None:
    """Write the picture beside this file."""
    (HERE / "study.svg").write_text(picture(), encoding="utf-8")


def picture() -> str:
    """Study up to the question, answer it, and keep the picture of the screen."""
    with tempfile.TemporaryDirectory() as home, Collection.open(home, now=_noon, seed=1) as mine:
        page = files("learnt") / "examples" / EXAMPLE
        mine.add(mine.read_data(page.read_bytes(), EXAMPLE))
        sitting = _at(mine, QUESTION).reveal(TYPED, _noon())
        sitting = sitting.toggle(1, _noon()).toggle(2, _noon()).weigh(_noon())
        console = Console(record=True, width=draw.WIDEST, file=io.StringIO(), highlight=False)
        console.print(draw.question(sitting))
        console.print(draw.answer(sitting, cursor=1))
        console.print(draw.ratings(mine.previews(sitting), sitting.proposed))
        console.print(draw.keys(sitting))
        console.print(Text())
    return _without_fetching(console.export_svg(title="learnt study", unique_id="learnt"))


def _without_fetching(drawn: str) -> str:
    """The picture with the reader's own fonts: rich's would be fetched from elsewhere."""
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    return drawn.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


def _at(mine: Collection, question: str) -> Sitting:
    sitting = mine.begin()
    while sitting.exercise is not None and sitting.exercise.prompt != question:
        sitting = sitting.reveal(None, _noon())
        if sitting.phase is Phase.TICKING:
            sitting = sitting.toggle_all(_noon()).weigh(_noon())
        sitting = mine.save(sitting, sitting.proposed)
    return sitting


def _noon() -> Instant:
    return Instant(1_767_268_800_000)  # 2026-01-01 12:00 UTC


if __name__ == "__main__":
    main()
