"""`learnt export`: decks out; what Anki will make of one is said before the file is there."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from learnt.cli.options import Options, complete_deck, verb
from learnt.cli.output import count, line_of_json, talk, working
from learnt.cli.packages import is_package, problems_as_json

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


@verb()
@click.argument("deck", shell_complete=complete_deck)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--without-history", is_flag=True, help="Into an Anki package, put the cards alone.")
@click.option(
    "--print",
    "kind",
    type=click.Choice(["cards", "sheet", "test"]),
    default="sheet",
    help="What an .html file prints: cards to cut, a revision sheet, or a test.",
)
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), default="a4", help="The paper it is for."
)
def export(
    options: Options,
    deck: str,
    file: Path,
    *,
    force: bool,
    without_history: bool,
    kind: str,
    paper: str,
) -> None:
    """Write a deck to a file, in the form of its ending.

    .txt has everything, to edit by hand; .md is for reading; .csv for spreadsheets and other
    programs; .json has everything, for programs; .html is for printing. .apkg is for Anki, and has
    the decks below it as well, with your answers and the schedule.
    """
    if is_package(str(file)):
        _to_anki(options, deck, file, force=force, history=not without_history)
        return
    with options.open() as collection:
        title = collection.deck(deck).title
        if file.suffix.lower() == ".html":
            from learnt.sources.printing import Choice, Kind, Paper

            choice = Choice(Kind(kind), Paper(paper))
            collection.export_print(deck, file, choice, overwrite=force)
        else:
            collection.export(deck, file, overwrite=force)
    if options.json:
        line_of_json({"deck": title, "file": str(file)})
    else:
        talk(f"Wrote “{title}” to {file}.")


def _to_anki(options: Options, deck: str, file: Path, *, force: bool, history: bool) -> None:
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
