"""Saying in the terminal how a page is to be read: by options, or at a prompt of its own."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from learnt.cli.output import console, count, talk

if TYPE_CHECKING:
    from learnt.sources import Correction, Reading

    Again = Callable[[Reading, tuple[Correction, ...]], Reading]

_RANGE = re.compile(r"(\d{1,8})(?:\s*-\s*(\d{1,8}))?")
_MOST = 5_000  # lines of one range
_HELP = """\
swap              front and back have changed places
statements        nothing is asked: each line is a statement
split LINE        a card begins at this line
join LINE         no card begins at this line
drop LINE[-LINE]  these lines, and others like them, are not part of the cards
keep LINE[-LINE]  these lines are part of the cards
undo              take the last one back
lines, show       show the page's lines with their numbers, or the cards again
An empty line goes back."""


@dataclass(frozen=True)
class Wanted:
    """What the options say of a page. `anew` leaves out what is remembered."""

    swap: bool = False
    statements: bool = False
    split: tuple[str, ...] = ()
    join: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    anew: bool = False

    @property
    def of_lines(self) -> bool:
        """Whether lines are named, which are those of one page."""
        return bool(self.split or self.join or self.drop)

    def apply(self, reading: "Reading", again: "Again") -> "Reading":
        """The reading as the options want it. Raises UsageError for a line that is not there."""
        from learnt.sources import checked, say

        said = () if self.anew else reading.corrections
        for command in self._commands():
            for one in said_by(command, reading):
                new = checked(one, reading.lines)
                said = said if new in said else say(said, new)
        return reading if said == reading.corrections else again(reading, said)

    def _commands(self) -> list[str]:
        whole = [name for name in ("swap", "statements") if getattr(self, name)]
        named = {"split": self.split, "join": self.join, "drop": self.drop}
        return whole + [f"{name} {line}" for name, lines in named.items() for line in lines]


AS_IT_IS = Wanted()
"""Nothing is said of the page."""


def correcting(command: Callable[..., Any]) -> Callable[..., Any]:
    """Decorate a verb with the options that fill `Wanted`."""
    options = (
        click.option("--swap", is_flag=True, help="Front and back have changed places."),
        click.option("--statements", is_flag=True, help="Each line is a statement."),
        click.option("--split", multiple=True, metavar="LINE", help="A card begins at this line."),
        click.option("--join", multiple=True, metavar="LINE", help="No card begins at this line."),
        click.option(
            "--drop",
            multiple=True,
            metavar="LINE[-LINE]",
            help="These lines are not part of the cards.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def said_by(command: str, reading: "Reading") -> "list[Correction]":
    """The corrections that a line such as `split 12` makes. Raises UsageError for another one."""
    from learnt.errors import UsageError
    from learnt.sources import Correction, Said

    name, _, rest = command.strip().partition(" ")
    whole = {"swap": Said.SWAPPED, "statements": Said.STATEMENTS}
    if name in whole and not rest.strip():
        return [Correction(whole[name])]
    named = {"split": Said.SPLIT, "join": Said.JOIN, "drop": Said.FURNITURE, "keep": Said.KEPT}
    found = _RANGE.fullmatch(rest.strip())
    if name not in named | whole:
        words = "swap, statements, split, join, drop, keep, undo, lines, show"
        raise UsageError(f"“{name}” is none of these: {words}.")
    if found is None or (found[2] and name in ("split", "join")):
        raise UsageError(f"Name a line of the page: {name} 12.")
    first, last = int(found[1]), int(found[2] or found[1])
    if not first <= last < first + _MOST:
        raise UsageError(f"The lines {first}-{last} cannot be used. The first one comes first.")
    lines = range(first, last + 1)
    kept = [
        at for at in lines if at > len(reading.lines) or at < 1 or reading.lines[at - 1].strip()
    ]
    return [Correction({**whole, **named}[name], at) for at in kept or lines]


def agreed(readings: "list[Reading]", again: "Again") -> "list[Reading] | None":
    """Ask whether to save, and correct what is to be corrected; None where the answer is no."""
    from learnt.cli.preview import show_reading

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return readings
    talk("Type c to say that a page was read wrongly.")
    while True:
        cards = sum(len(reading.deck.cards) for reading in readings)
        asked = f"Save {count(cards, 'card')}? [Y/n/c]"
        answer = click.prompt(asked, default="y", show_default=False, err=True).strip().lower()
        if answer in ("y", "yes"):
            return readings
        if answer in ("n", "no"):
            return None
        if answer in ("c", "correct"):
            place = _which(len(readings))
            readings = list(readings)
            readings[place] = _corrected(readings[place], again)
            for reading in readings if len(readings) > 1 else ():
                show_reading(reading)
        else:
            talk("Type y to save, n to leave it, or c to correct.")


def _which(pages: int) -> int:
    if pages == 1:
        return 0
    chosen: int = click.prompt("Which page?", type=click.IntRange(1, pages), default=1, err=True)
    return chosen - 1


def _corrected(reading: "Reading", again: "Again") -> "Reading":
    """Ask what is to be read otherwise until there is nothing more."""
    from learnt.cli.preview import show_reading
    from learnt.errors import UsageError

    click.echo(_HELP, err=True)
    while command := click.prompt(
        "Correct", default="", show_default=False, prompt_suffix="> ", err=True
    ).strip():
        if command == "lines":
            _show_lines(reading)
            continue
        try:
            reading = _obey(command, reading, again)
        except UsageError as error:
            talk(str(error))
        else:
            show_reading(reading)
            _tell(reading)
    return reading


def _obey(command: str, reading: "Reading", again: "Again") -> "Reading":
    from learnt.sources import checked, say

    if command == "show":
        return reading
    said = reading.corrections
    if command == "undo":
        return again(reading, said[:-1]) if said else reading
    for one in said_by(command, reading):
        said = say(said, checked(one, reading.lines))
    return again(reading, said)


def _show_lines(reading: "Reading") -> None:
    """The page with its lines numbered, those set aside dimmed."""
    from rich.text import Text

    from learnt.cli.preview import on_one_line

    out, aside = console(), frozenset(reading.furniture)
    for number, line in enumerate(reading.lines, 1):
        style = "dim" if number in aside else ""
        out.print(Text(f"{number:>5}  {on_one_line(line)}", style))


def _tell(reading: "Reading") -> None:
    """List what was said of the page."""
    from rich.text import Text

    from learnt.sources import correction_told

    for one in reading.corrections:
        console().print(Text(f"  {correction_told(one)}.", "dim"))
