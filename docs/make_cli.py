"""Write `docs/cli.md` from the program itself: `python docs/make_cli.py`.

A test holds the file equal to what this makes, so that every verb and option is told.
"""

import inspect
from pathlib import Path

import click

from learnt.cli.main import learnt
from learnt.cli.options import Verb

TARGET = Path(__file__).with_name("cli.md")
INTRODUCTION = """\
# The command line

<!-- Made by docs/make_cli.py from the program. Change the texts there, and run it again. -->

Every verb takes the [common flags](#common-flags), before the verb or after it. A DECK is a title,
the beginning or a part of one, its number in `learnt decks`, or its id. A PATH of `-` is standard
input. Answers go to stdout and talk goes to stderr; with `--json` every line of stdout is one JSON
object.

| exit status | meaning |
| --- | --- |
| 0 | done |
| 1 | problems in the material, or the collection cannot be used |
| 2 | asked in a way that cannot be done: a file or a deck that is not there, say |
| 70 | a bug of ours |
| 75 | the collection is busy: try again |
| 130 | stopped with Ctrl-C |
"""


def text() -> str:
    """The whole page."""
    common = Verb("common").params
    parts = [INTRODUCTION, _section("Common flags", _options(common))]
    names = {name for one in common for name in one.opts}
    for name, command in learnt.commands.items():
        own = [one for one in command.params if not names & set(one.opts)]
        parts.append(_verb(name, command, own))
    extra = [one for one in learnt.params if not names & set(one.opts)]
    context = click.Context(learnt, **learnt.context_settings)
    extra += [one for one in (learnt.get_help_option(context),) if one]
    parts.append(_section("The program itself", _options(extra)))
    return "\n".join(parts)


def _verb(name: str, command: click.Command, own: list[click.Parameter]) -> str:
    arguments = [
        one.make_metavar(click.Context(command)) for one in own if isinstance(one, click.Argument)
    ]
    usage = " ".join(["learnt", name, *arguments])
    told = inspect.cleandoc(command.help or "")
    return _section(f"`{usage}`", told, _options(own))


def _options(params: list[click.Parameter]) -> str:
    context = click.Context(click.Command("learnt"))
    records = [
        record
        for one in params
        if isinstance(one, click.Option) and (record := one.get_help_record(context))
    ]
    if not records:
        return ""
    rows = [f"| `{names.replace('|', chr(92) + '|')}` | {told} |" for names, told in records]
    return "\n".join(["| option | |", "| --- | --- |", *rows])


def _section(title: str, *parts: str) -> str:
    return "\n\n".join([f"## {title}", *(part for part in parts if part)]) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
