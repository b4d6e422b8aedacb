"""`learnt study` and `learnt start`: a sitting in the terminal."""

import sys
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import click

from learnt.cli.options import Options, complete_deck, verb
from learnt.cli.output import count, talk
from learnt.cli.pages import add_pages

if TYPE_CHECKING:
    from learnt.collection import Collection

_NEEDS_A_TERMINAL = "A sitting needs a terminal with a keyboard. `learnt due` says what waits."


@verb()
@click.argument("deck", required=False, shell_complete=complete_deck)
@click.option("--practise", is_flag=True, help="Ask every card, due or not, weakest first.")
def study(options: Options, deck: str | None, *, practise: bool) -> None:
    """Study what is due today, of all decks or of one. Every answer is saved at once."""
    if options.json or not _at_a_terminal():
        raise click.UsageError(_NEEDS_A_TERMINAL)
    with options.open(moving=True) as collection:
        _sit(collection, deck, practise=practise)


@verb()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str, allow_dash=True))
def start(options: Options, paths: tuple[str, ...]) -> None:
    """Read the pages, or the examples in a new collection, and start a sitting.

    Where one page is named, the sitting is on that page.
    """
    with options.open(moving=True) as collection:
        added = add_pages(options, collection, paths) if paths else []
        if paths and not added:
            return
        if not (collection.decks() or collection.trash()):
            _add_examples(collection)
        if _at_a_terminal():
            if added:
                click.prompt("Enter starts", default="", show_default=False, err=True)
            _sit(collection, added[0].deck if len(added) == 1 else None, practise=False)
            return
        decks = collection.decks()
        waiting = sum(deck.due for deck in decks)
        talk(
            f"{count(len(decks), 'deck')}, {count(waiting, 'card')} to review, "
            f"{count(sum(deck.new for deck in decks), 'new card')}."
        )
        talk(_NEEDS_A_TERMINAL)


def _add_examples(collection: "Collection") -> None:
    folder = files("learnt") / "examples"
    pages = sorted((one for one in folder.iterdir() if one.name.endswith(".txt")), key=str)
    for page in pages:
        with as_file(page) as path:
            added = collection.add(collection.read_data(path.read_bytes(), page.name))
        talk(f"Added the example “{added.title}”.")


def _at_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _sit(collection: "Collection", deck: str | None, *, practise: bool) -> None:
    from learnt.cli.terminal.desk import Desk

    Desk(collection, deck, practise=practise).sit()
