"""`learnt compare`: what two decks tell twice, and where they cannot both be right."""

from typing import TYPE_CHECKING, Any

import click

from learnt.cli.facts import facts_asked, is_page
from learnt.cli.options import Options, complete_deck, verb
from learnt.cli.output import console, count, line_of_json, shown, working

if TYPE_CHECKING:
    from rich.console import Console

    from learnt.facts import Span
    from learnt.facts.comparing import Comparison, Conflict, Same, Told

_SHOWN = 20


@verb()
@click.argument("a", metavar="DECK|PATH", shell_complete=complete_deck)
@click.argument("b", metavar="[DECK|PATH]", required=False, shell_complete=complete_deck)
@click.option("--all", "everything", is_flag=True, help="Show all that seems the same.")
def compare(options: Options, a: str, b: str | None, *, everything: bool) -> None:
    """Show where two decks or pages disagree, and what both of them say.

    With one deck its own cards are held against each other. These are suggestions: nothing is
    changed or merged. What you decided in the browser of saved decks is left out.

    With --json one line: {"same": [{"a", "b", "why"}], "conflict": [{"a", "b", "about", "a_says",
    "b_says"}]}, the surest first; "about" is date, actor, number or outcome.
    """
    from learnt.collection import compared

    title, mine = facts_asked(options, a)
    other, yours = (title, None) if b is None else facts_asked(options, b)
    with working("Comparing the cards …"):
        found = compared(mine, yours)
    if not any(is_page(one) for one in (a, b) if one is not None):
        found = _undecided(options, found)
    if options.json:
        line_of_json(_as_json(found))
    else:
        _draw(console(), (title, other), found, None if everything else _SHOWN)


def _undecided(options: Options, found: "Comparison") -> "Comparison":
    """What the learner has not decided: of decks that are saved, both sides are known."""
    from learnt.facts.comparing import unsettled

    with options.open() as collection:
        return unsettled(found, collection.settlements())


def _as_json(found: "Comparison") -> dict[str, Any]:
    return {
        "same": [{"a": _point(one.a), "b": _point(one.b), "why": one.why} for one in found.same],
        "conflict": [
            {
                "a": _point(one.a),
                "b": _point(one.b),
                "about": one.about.value,
                "a_says": one.a_says,
                "b_says": one.b_says,
            }
            for one in found.conflicts
        ],
    }


def _point(told: "Told") -> dict[str, str | None]:
    return {"front": told.front, "text": told.text}


def _draw(out: "Console", titles: tuple[str, str], found: "Comparison", most: int | None) -> None:
    from rich.text import Text

    out.print(Text(" and ".join(dict.fromkeys(titles)), "bold"))
    if not found.conflicts and not found.same:
        out.print(Text("They say nothing twice, and no two points disagree.", "dim"))
    if found.conflicts:
        out.print()
        told = count(len(found.conflicts), "pair")
        out.print(Text(f"Cannot both be right: {told}", "bold"))
    for conflict in found.conflicts:
        _draw_conflict(out, conflict)
    if found.same:
        out.print()
        out.print(Text(f"Seem to say the same: {count(len(found.same), 'pair')}", "bold"))
    for same in found.same[:most]:
        _draw_same(out, same)
    if most is not None and len(found.same) > most:
        out.print(Text(f"\nAnd {len(found.same) - most} more: --all shows them.", "dim"))


def _draw_conflict(out: "Console", one: "Conflict") -> None:
    from rich.text import Text

    out.print()
    out.print(Text(f"They disagree about the {one.about.value}.", "dim"))
    _draw_point(out, one.a, one.a_span)
    _draw_point(out, one.b, one.b_span)


def _draw_same(out: "Console", one: "Same") -> None:
    from rich.text import Text

    out.print()
    _draw_point(out, one.a)
    _draw_point(out, one.b)
    out.print(Text(f"    {one.why}", "dim"))


def _draw_point(out: "Console", told: "Told", span: "Span | None" = None) -> None:
    """A point, the words that disagree between brackets and bold."""
    from rich.text import Text

    line = Text("  • ")
    if span is None:
        line.append_text(shown(told.text))
    else:
        line.append_text(shown(told.text[: span.start]))
        line.append_text(shown(f"[{span.of(told.text)}]", "bold"))
        line.append_text(shown(told.text[span.end :]))
    out.print(line)
    if told.front:
        out.print(Text("    ").append_text(shown(told.front, "dim")))
