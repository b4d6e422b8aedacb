"""The flags that every verb takes, before it or after it, and what they open."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from learnt.errors import LearntError, NotFound

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from learnt.clock import Instant
    from learnt.collection import Collection


FIRST, LAST = 0, 32_503_680_000_000
"""The years 1970 to 2999: `--as-of` outside of them would leave no room to plan in."""


@dataclass
class Options:
    """What the common flags said."""

    home: str | None = None
    database: str | None = None
    as_of: str | None = None
    seed: int | None = None
    json: bool = False
    verbose: bool = False
    problems: bool = field(default=False, init=False)
    missing: bool = field(default=False, init=False)
    """Whether a file was named that is not there: not its text is wrong, but what was asked."""

    def unread(self, error: LearntError) -> None:
        """Note that a page could not be read, for the exit status."""
        self.problems = True
        self.missing = self.missing or isinstance(error, NotFound)

    def open(self, *, moving: bool = False) -> "AbstractContextManager[Collection]":
        """Open the collection; the day's backup is made where it is time.

        With `--as-of` the clock stands still at that time, or goes on from it where `moving`.
        """
        from learnt.cli.output import talk
        from learnt.collection import Collection

        opened = Collection.open(
            self.home, database=self.database, now=self._clock(moving=moving), seed=self.seed
        )
        if complaint := opened.back_up_daily():
            talk(complaint)
        return opened

    def _clock(self, *, moving: bool) -> "Callable[[], Instant]":
        from learnt.clock import Instant, parse_instant
        from learnt.collection import local_zone, system_now

        if self.as_of is None:
            return system_now
        try:
            start = parse_instant(self.as_of, local_zone())
            if not FIRST <= start <= LAST:
                raise ValueError(self.as_of)
        except (ValueError, OverflowError) as error:
            raise click.UsageError(
                f"“{self.as_of}” is no date or time that can be used. "
                "Write 2026-05-31 or 2026-05-31T18:30."
            ) from error
        begun = system_now()
        return lambda: Instant(start + (system_now() - begun if moving else 0))


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:  # noqa: ANN401 - click's
    options = ctx.ensure_object(Options)
    if value is not None and value is not False and param.name is not None:
        setattr(options, param.name, value)


def _common() -> list[click.Parameter]:
    def option(*names: str, **settings: Any) -> click.Option:  # noqa: ANN401 - click's own
        return click.Option(names, expose_value=False, callback=_keep, **settings)

    return [
        option("--home", metavar="DIR", help="The collection's folder (also LEARNT_HOME)."),
        option("--database", metavar="URL", help="Keep the rows in PostgreSQL instead."),
        option("--as-of", metavar="TIME", help="Act as if it were this date or time."),
        option("--seed", type=int, metavar="N", help="Make chance repeatable."),
        option("--json", is_flag=True, help="Print JSON Lines, for programs."),
        option("-v", "--verbose", is_flag=True, help="Say more when something goes wrong."),
    ]


class Verb(click.Command):
    """A command with the common flags."""

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **settings)
        self.params.extend(_common())


class Verbs(click.Group):
    """The group of all verbs, with the common flags before the verb as well."""

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **settings)
        self.params.extend(_common())

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """In the order they were added: the order of the road."""
        return list(self.commands)


def verb(name: str | None = None) -> Callable[[Callable[..., Any]], Verb]:
    """Decorate a function as a verb; it is handed the `Options` first."""

    def decorate(function: Callable[..., Any]) -> Verb:
        return click.command(name, cls=Verb)(
            click.make_pass_decorator(Options, ensure=True)(function)
        )

    return decorate


def complete_deck(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> "list[click.shell_completion.CompletionItem]":
    """Deck titles, for the shell's tab key."""
    from click.shell_completion import CompletionItem

    try:
        with ctx.ensure_object(Options).open() as collection:
            titles = [deck.title for deck in collection.decks()]
    except Exception:  # noqa: BLE001 - the tab key must never print a traceback
        return []
    found = [title for title in titles if title.startswith(incomplete)]
    if os.environ.get("_LEARNT_COMPLETE", "").startswith("bash"):  # the others quote by themselves
        found = [re.sub(r"([^\w.,:/-])", r"\\\1", title) for title in found]
    return [CompletionItem(title) for title in found]
