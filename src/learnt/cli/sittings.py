"""`learnt study` and `learnt start`: a sitting in the terminal, or learnt in the browser."""

import sys
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import click

from learnt.cli.adding import add_pages
from learnt.cli.long import LongPage
from learnt.cli.options import Options, complete_deck, verb
from learnt.cli.output import count, line_of_json, printable, talk, working
from learnt.cli.packages import is_package
from learnt.cli.reading import bytes_of, pages_told

if TYPE_CHECKING:
    from learnt.collection import Collection

_NEEDS_A_TERMINAL = "A sitting needs a terminal with a keyboard. `learnt due` says what waits."


_TOO_LONG = "{} is too long to be checked here. Save it with: learnt add {}"


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
@click.option("-t", "--terminal", is_flag=True, help="Study in this terminal, without a browser.")
@click.option(
    "--open/--no-open", "browse", default=True, help="Open the browser, where there is one, or not."
)
def start(options: Options, paths: tuple[str, ...], *, terminal: bool, browse: bool) -> None:
    """Read pages and Anki packages, and open learnt in the browser to check them and to study.

    In the terminal it is a sitting: on the page, where one is named, and on the examples in a
    new collection.
    """
    with options.open(moving=True) as collection:
        if terminal:
            _start_here(options, collection, paths)
        else:
            _start_in_browser(options, collection, paths, browse=browse)


def _start_in_browser(
    options: Options, collection: "Collection", paths: tuple[str, ...], *, browse: bool
) -> None:
    """Make each page a draft, and show the first one: by the learnt that is open, or by this."""
    from learnt.cli.browser import open_browser
    from learnt.cli.serve import serve_on
    from learnt.web.about import already_serving
    from learnt.web.listening import HERE, PORT, listen_near

    places = _places(options, collection, paths)
    if paths and not places:
        return
    page = places[0] if places else ""
    url = f"http://{HERE}:{PORT}/"
    if options.as_of is None and already_serving(url, collection):
        if options.json:
            line_of_json({"url": url})
        talk(f"learnt is open already at {url}{page}")
        if browse:
            open_browser(url + page)
        return
    serve_on(options, collection, listen_near(HERE, PORT), browse=browse, page=page)


def _places(options: Options, collection: "Collection", paths: tuple[str, ...]) -> list[str]:
    """Where each page or package is checked; one that cannot be read is told and left out."""
    from learnt.errors import NotFound, Unreadable
    from learnt.sources import pages_in
    from learnt.web.uploads.keeping import keep_package

    made: list[str] = []
    for path in paths:
        try:
            if is_package(path):
                made.append(f"add/files/{keep_package(collection, path, printable(path)).id}")
                continue
            pages = pages_in(*bytes_of(path))
            with working("Reading …") as say:
                made += [
                    f"add/{collection.draft(one.data, one.name, pages_told(say), one.problems).id}"
                    for one in pages
                ]
        except LongPage as page:
            options.problems = True
            talk(_TOO_LONG.format(page.name, path))
        except (NotFound, Unreadable) as error:
            options.unread(error)
            talk(str(error))
    return made


def _start_here(options: Options, collection: "Collection", paths: tuple[str, ...]) -> None:
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
