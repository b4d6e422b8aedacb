"""`learnt why`: what led to what, by the cards of a deck or of a page."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learnt.cli.facts import facts_asked
from learnt.cli.options import Options, complete_deck, verb
from learnt.cli.output import line_of_json, talk, working

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from learnt.facts.chains import Chain


@verb()
@click.argument("deck_or_path", metavar="DECK|PATH", shell_complete=complete_deck)
@click.option(
    "--svg",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it as a picture.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def why(options: Options, deck_or_path: str, svg: Path | None, *, force: bool) -> None:
    """Show what led to what, and on what condition, by the cards of a deck or of a page.

    What it came to stands first, its causes below it. With --json a line for each link: its `kind`
    is cause or condition, its `words` are those that tell it, null where a prompt asks why. Links
    of one `chain` hang together, and `columns` says how far from the first cause each side is.
    """
    from learnt.collection import chains_in

    title, facts = facts_asked(options, deck_or_path)
    with working("Looking for causes …"):
        chains = chains_in(facts)
    if svg:
        _write(options, svg, title, chains, force=force)
    elif options.json:
        for line in _lines(chains):
            line_of_json(line)
    else:
        from learnt.cli.why_text import show_chains

        show_chains(title, chains)


def _write(
    options: Options, path: Path, title: str, chains: "Sequence[Chain]", *, force: bool
) -> None:
    from learnt.collection import write_bytes
    from learnt.plots.why import why_chains

    figure = why_chains(title, chains)
    write_bytes(path, figure.svg.encode(), overwrite=force)
    if options.json:
        line_of_json({"file": str(path), "title": figure.title, "meaning": figure.meaning})
    else:
        talk(f"Wrote {path}. {figure.meaning}")


def _lines(chains: "Sequence[Chain]") -> "Iterator[dict[str, Any]]":
    for number, chain in enumerate(chains, start=1):
        for arrow in chain.arrows:
            cause, effect = chain.steps[arrow.cause], chain.steps[arrow.effect]
            yield {
                "kind": arrow.kind.value,
                "cause": cause.text,
                "effect": effect.text,
                "words": arrow.words or None,
                "cause_front": cause.front,
                "effect_front": effect.front,
                "chain": number,
                "columns": [cause.column, effect.column],
            }
