"""Decks on their way to Anki: what it will make of them is said before the file is there."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from learnt.cli.options import Options
from learnt.cli.output import count, line_of_json, talk, working
from learnt.cli.packages import problems_as_json

if TYPE_CHECKING:
    from learnt.sources.packages import Packed

_COUNTS = ("decks", "notes", "cards", "reviews", "media")
_SEVERAL = (
    "{} several points. Anki asks such a card as a whole and has one schedule for all of its "
    "points: it is due when your expected mark falls below your target. What you answer there "
    "counts for each of its points when it comes back here."
)
_GAPS = (
    "{} from Anki's cloze notes with several gaps; each is a card of its own here. Import them "
    "into another collection: in the one they came from they would be asked twice."
)
_AS_APKG = "An Anki package is written as .apkg: a .colpkg would replace all that is in Anki."


def export_package(options: Options, deck: str, file: Path, *, force: bool, history: bool) -> None:
    """Write a deck and those below it as an Anki package."""
    from learnt.collection import refuse_to_overwrite
    from learnt.errors import UsageError

    if file.suffix.lower() != ".apkg":
        raise UsageError(_AS_APKG)
    if not force:
        refuse_to_overwrite(file)
    with options.open() as collection:
        with working("Packing …"):
            packed = collection.pack(deck, history=history)
        if not options.json:
            for said in _to_know(packed):
                talk(said)
        collection.write_package(packed, file, overwrite=force)
    options.problems = bool(packed.problems)
    if options.json:
        counts = {name: getattr(packed, name) for name in _COUNTS}
        problems = problems_as_json(packed.problems)
        line_of_json({"deck": deck, "file": str(file), **counts, "problems": problems})
        return
    parts = [count(packed.decks, "deck"), count(packed.notes, "card")]
    parts += [count(packed.reviews, "answer")] if history else []
    parts += [count(packed.media, "picture or sound", "pictures and sounds")] * bool(packed.media)
    talk(f"Wrote {', '.join(parts)} to {file}. In Anki: File → Import.")


def _to_know(packed: "Packed") -> Iterator[str]:
    """What Anki does otherwise, where it concerns a card in the package, and what is not in it."""
    if packed.several:
        yield _SEVERAL.format(count(packed.several, "card has", "cards have"))
    if packed.gaps:
        yield _GAPS.format(count(packed.gaps, "card comes", "cards come"))
    for one in packed.problems:
        yield f"{one.text}: {one.why}"
