"""What adding a page changes in a deck that is there: shown before it is written, and asked."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from learnt.cli.output import console, count, talk

if TYPE_CHECKING:
    from rich.text import Text

    from learnt.collection import Choices, Compared
    from learnt.deck import Card
    from learnt.deck.updating import Met, Piece

_NOTHING = "nothing on this page is new or changed"
_MOST = 20
"""Cards of a kind that are shown; the rest are counted."""


@dataclass(frozen=True)
class Decided:
    """What the options decide of cards that differ and of cards that are gone."""

    theirs: bool = False
    ours: bool = False
    both: bool = False
    take_out_gone: bool = False

    @property
    def sides(self) -> bool:
        """Whether they say whose wording stands where both changed the same thing."""
        return self.theirs or self.ours or self.both

    def choices(self) -> "Choices":
        """As the collection takes them. Raises UsageError where two exclude each other."""
        from learnt.collection import Choices
        from learnt.deck.updating import Side
        from learnt.errors import UsageError

        if self.theirs + self.ours + self.both > 1:
            raise UsageError("Choose one of --ours, --theirs and --both.")
        named = ((self.ours, Side.OURS), (self.theirs, Side.THEIRS), (self.both, Side.BOTH))
        side = next((side for asked, side in named if asked), None)
        return Choices(otherwise=side, all_out=self.take_out_gone)


DECISIONS = ("ours", "theirs", "both", "take_out_gone")
"""The names of the options."""

UNDECIDED = Decided()
"""Ours stay, and so do cards that are gone; who sits at a terminal is asked."""


def deciding(command: Callable[..., Any]) -> Callable[..., Any]:
    """Decorate a verb with the options that fill `Decided`."""
    options = (
        click.option("--ours", is_flag=True, help="Where you and the page differ, keep yours."),
        click.option("--theirs", is_flag=True, help="Where you and the page differ, take its own."),
        click.option("--both", is_flag=True, help="Where you and the page differ, keep both."),
        click.option(
            "--take-out-gone",
            is_flag=True,
            help="Cards that are gone from the page go to the trash.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def decide(found: "Sequence[Compared | None]", decided: Decided, *, ask: bool) -> "Choices":
    """What is chosen: by options, by who sits at the terminal where `ask`, else nothing is lost."""
    from dataclasses import replace

    from learnt.deck.updating import State

    choices = decided.choices()
    if not (ask and sys.stdin.isatty() and sys.stderr.isatty()):
        return choices
    there = [one.update for one in found if one is not None]
    conflicts = [met for update in there for met in update.of(State.CONFLICT)]
    gone = [card for update in there for card in update.gone]
    if conflicts and not decided.sides:
        choices = replace(choices, sides=_sides(conflicts))
    if gone and not decided.take_out_gone:
        asked = f"Put the {count(len(gone), 'card')} gone from the page into the trash?"
        choices = replace(choices, all_out=click.confirm(asked, default=False, err=True))
    return choices


def show_update(found: "Compared", *, quiet: bool = False) -> None:
    """Draw what would change, card by card, with the words that differ; if quiet, the counts."""
    from rich.text import Text

    from learnt.deck.updating import State

    out, update = console(), found.update
    if quiet:
        if words := counts_told(found):
            talk(f"Into “{found.title}”: {words}.")
        return
    out.print(Text(f"Into “{found.title}”: {counts_told(found) or _NOTHING}.", "bold"))
    of = update.of
    _show_pairs("Changed on the page", of(State.CHANGED), lambda met: (met.ours, met.merged))
    _show_pairs("Changed by you and on the page, both are taken in", of(State.MERGED), _merged)
    _show_pairs(
        "Changed by you and differently on the page", of(State.CONFLICT), _beside, "yours", "page"
    )
    _show_pairs("Kept as you edited it", of(State.KEPT), _beside, "yours", "page")
    _show_cards("New", update.new, "+", "green")
    _show_cards("Gone from the page", update.gone, "−", "red")
    _show_cards("You took these out, so they stay out", update.left, "·", "dim")


def counts_told(found: "Compared") -> str:
    """The counts, in words; empty where there is nothing to tell."""
    from learnt.deck.updating import State

    update = found.update
    counts = (
        (len(update.new), "new"),
        (len(update.of(State.CHANGED, State.MERGED)), "changed"),
        (len(update.of(State.KEPT)), "kept as you edited them"),
        (len(update.of(State.CONFLICT)), "in conflict with your edits"),
        (len(update.gone), "gone from the page"),
        (len(update.left), "you took out before"),
    )
    return ", ".join(f"{number:,} {what}" for number, what in counts if number)


def update_as_json(found: "Compared | None") -> dict[str, Any]:
    """The same as data: each kind of card, with both wordings where there are two."""
    from learnt.deck.updating import State

    if found is None:
        return {}
    update = found.update
    pairs = {
        "changed": [_pair(met.ours, met.merged) for met in update.of(State.CHANGED, State.MERGED)],
        "kept": [_pair(*_beside(met)) for met in update.of(State.KEPT)],
        "conflicts": [_pair(*_beside(met)) for met in update.of(State.CONFLICT)],
    }
    alone = {"gone": update.gone, "left": update.left}
    return {
        **pairs,
        **{name: [_side(card) for card in cards] for name, cards in alone.items()},
    }


def _sides(conflicts: "list[Met]") -> "dict[Any, Any]":
    from learnt.deck.updating import Side

    letters = {"y": Side.OURS, "p": Side.THEIRS, "b": Side.BOTH}
    talk(f"{count(len(conflicts), 'card')} changed by you and differently on the page:")
    asked = "Keep yours, take the page’s, keep both, or decide one by one? [Y/p/b/o]"
    chosen = _letter(asked, [*letters, "o"])
    if chosen != "o":
        return {met.ours.id: letters[chosen] for met in conflicts}
    found = {}
    for met in conflicts:
        _show_pairs("", (met,), _beside, "yours", "page")
        found[met.ours.id] = letters[_letter("Yours, the page’s, or both? [Y/p/b]", [*letters])]
    return found


def _letter(asked: str, allowed: list[str]) -> str:
    while True:
        said = click.prompt(asked, default="y", show_default=False, err=True).strip().lower()[:1]
        if said in allowed:
            return str(said)
        talk(f"Type one of {', '.join(allowed)}.")


def _merged(met: "Met") -> "tuple[Card, Card]":
    return met.ours, met.merged


def _beside(met: "Met") -> "tuple[Card, Card]":
    return met.ours, met.theirs


def _show_pairs(
    title: str,
    several: "Sequence[Met]",
    pair: "Callable[[Met], tuple[Card, Card]]",
    before: str = "was",
    after: str = "now",
) -> None:
    from rich.text import Text

    from learnt.deck.updating import differing, rows_beside

    out = console()
    if several and title:
        out.print(Text(f"{title}:", "bold"))
    width = max(len(before), len(after))
    for met in several[:_MOST]:
        one, other = pair(met)
        out.print(Text(f"  {one.label}", "bold"))
        for mine, its in rows_beside(one, other):
            if mine == its:
                continue
            first, second = differing(mine, its)
            for sign, name, pieces, style in (
                ("−", before, first, "red"),
                ("+", after, second, "green"),
            ):
                if pieces:
                    out.print(Text(f"  {sign} {name:{width}}  ", "dim") + _marked(pieces, style))
    _more(several)


def _marked(pieces: "Iterable[Piece]", style: str) -> "Text":
    from rich.text import Text

    drawn = Text()
    for piece in pieces:
        drawn.append(piece.text, f"bold {style}" if piece.own else "")
    return drawn


def _show_cards(title: str, cards: "Sequence[Card]", sign: str, style: str) -> None:
    from rich.text import Text

    out = console()
    if cards:
        out.print(Text(f"{title}:", "bold"))
    for card in cards[:_MOST]:
        out.print(Text(f"  {sign} {card.label}", style))
    _more(cards)


def _more(several: "Sequence[object]") -> None:
    if len(several) > _MOST:
        talk(f"  … and {len(several) - _MOST:,} more.")


def _pair(one: "Card", other: "Card") -> dict[str, Any]:
    return {"before": _side(one), "after": _side(other)}


def _side(card: "Card") -> dict[str, Any]:
    return {"front": card.prompt, "points": [point.text for point in card.points]}
