"""`learnt timeline` and `learnt map`: what the cards tell together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learnt.cli.facts import page_read
from learnt.cli.options import Options, complete_deck, verb
from learnt.cli.output import line_of_json, talk, working

if TYPE_CHECKING:
    from learnt.collection import AgreementsMap, Timeline, Wanted
    from learnt.plots import Figure

_READING = "Reading the cards …"


def _asked_of(command: Callable[..., None]) -> Callable[..., None]:
    """The argument and the options that both verbs have."""
    for decorate in (
        click.argument("deck", metavar="[DECK|PATH]", required=False, shell_complete=complete_deck),
        click.option("--actor", default="", metavar="NAME", help="Only what this one is part of."),
        click.option("--topic", default="", metavar="WORDS", help="Only cards with these words."),
        click.option(
            "--svg",
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FILE",
            help="Write it as a picture.",
        ),
        click.option("--force", is_flag=True, help="Write over a file that is there."),
    )[::-1]:
        command = decorate(command)
    return command


@verb()
@_asked_of
@click.option("--from", "first", type=int, metavar="YEAR", help="Not what ended before.")
@click.option("--to", "last", type=int, metavar="YEAR", help="Not what began after.")
@click.option(
    "--by",
    type=click.Choice(["actor", "deck"]),
    default="actor",
    help="What the lanes of the picture are for.",
)
def timeline(
    options: Options,
    deck: str | None,
    svg: Path | None,
    by: str,
    *,
    force: bool,
    **chosen: Any,  # noqa: ANN401 - the fields of Wanted
) -> None:
    """Show what happened when, by the cards of a deck or of a page, or of all decks.

    The circle before an event says how well you know it: full, emptying, or dashed where you were
    not asked yet. With --json a line for each event, in the order of time; `known` is from 0 to 1,
    null where nothing was asked.
    """
    from learnt.collection import Wanted

    found = _timeline(options, deck, Wanted(**chosen))
    if svg:
        from learnt.plots.timeline import By
        from learnt.plots.timeline import timeline as drawn

        _write(options, svg, drawn(found.title, found.moments, By(by)), force=force)
    elif options.json:
        from learnt.cli.overview_lines import event_line

        for one in found.moments:
            line_of_json(event_line(one))
    else:
        from learnt.cli.overview_text import show_timeline

        show_timeline(found)


@verb("map")
@_asked_of
def map_(
    options: Options, deck: str | None, actor: str, topic: str, svg: Path | None, *, force: bool
) -> None:
    """Show who agreed with whom, when, and on what condition, by the cards of a deck or a page.

    Without a name it is that of all decks. With --json a line for each agreement.
    """
    from learnt.collection import Wanted

    found = _map(options, deck, Wanted(actor, topic))
    if svg:
        from learnt.plots.map import agreements_map

        _write(options, svg, agreements_map(found.title, found.ties), force=force)
    elif options.json:
        from learnt.cli.overview_lines import agreement_line

        for one in found.ties:
            line_of_json(agreement_line(one))
    else:
        from learnt.cli.overview_text import show_map

        show_map(found)


def _timeline(options: Options, deck: str | None, wanted: "Wanted") -> "Timeline":
    from learnt.collection import facts_of, timeline_of

    if deck is not None and (page := page_read(options, deck)):
        return timeline_of(page, facts_of(page), wanted)
    with options.open() as collection, working(_READING), _told_as_both(deck):
        return collection.timeline(deck, wanted)


def _map(options: Options, deck: str | None, wanted: "Wanted") -> "AgreementsMap":
    from learnt.collection import facts_of, map_of

    if deck is not None and (page := page_read(options, deck)):
        return map_of(page, facts_of(page), wanted)
    with options.open() as collection, working(_READING), _told_as_both(deck):
        return collection.agreements_map(deck, wanted)


@contextmanager
def _told_as_both(deck: str | None) -> Iterator[None]:
    """A name that is neither a deck's nor a file's is told as both."""
    from learnt.errors import NotFound

    try:
        yield
    except NotFound as error:
        if deck is None:
            raise
        raise NotFound(f"{error} There is no file of that name either.") from None


def _write(options: Options, path: Path, figure: "Figure", *, force: bool) -> None:
    from learnt.collection import write_bytes

    write_bytes(path, figure.svg.encode(), overwrite=force)
    if options.json:
        line_of_json({"file": str(path), "title": figure.title, "meaning": figure.meaning})
    else:
        talk(f"Wrote {path}. {figure.meaning}")
