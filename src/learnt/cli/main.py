"""The verbs together, and how a command ends."""

import io
import os
import sys
import traceback

import click

from learnt import __version__
from learnt.cli.adding import add
from learnt.cli.comparing import compare
from learnt.cli.exporting import export
from learnt.cli.facts import facts
from learnt.cli.fit import fit
from learnt.cli.keeping import backup, completion, doctor, restore, settings
from learnt.cli.lists import decks, delete, due, show, trash, unsuspend
from learnt.cli.mark import mark
from learnt.cli.options import Options, Verbs
from learnt.cli.output import talk
from learnt.cli.overviews import map_, timeline
from learnt.cli.reading import read
from learnt.cli.serve import serve
from learnt.cli.sittings import start, study
from learnt.cli.today import today
from learnt.cli.why import why
from learnt.deck.tidy import tidy
from learnt.errors import LearntError

PROBLEMS, USAGE, BUG, STOPPED = 1, 2, 70, 130


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="learnt")
def learnt() -> None:
    """Study what must be explained: learnt reads your page, asks, and remembers every point."""


for each in (
    start, serve, read, add, study, mark, today, due, decks, show, facts, timeline, map_, why,
    compare, fit, export,
    delete, trash, unsuspend, settings, backup, restore, doctor, completion,
):  # fmt: skip
    learnt.add_command(each)


def run(arguments: list[str] | None = None) -> int:
    """Run a command; the exit status.

    0 done, 1 problems in the material, 2 usage, 70 a bug of ours, 75 busy: try again.
    """
    options = Options()
    _settle_streams()
    try:
        learnt.main(arguments, prog_name="learnt", standalone_mode=False, obj=options)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        click.echo(tidy(told.getvalue()), err=True)  # it repeats what was typed
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    except (BrokenPipeError, SystemExit):  # click leaves with SystemExit when it meets one
        sys.stderr.close()  # the reader of our output has gone; so do we, without a word
        return 0
    except LearntError as error:
        talk(str(error))
        return error.exit_status
    except Exception as error:  # noqa: BLE001 - the last net: a bug is told, never shown raw
        return _bug(error, options)
    if options.missing:
        return USAGE
    return PROBLEMS if options.problems else 0


def _settle_streams() -> None:
    """A stream that was closed is an empty one; an old terminal shows ? for what it cannot."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - a device, open to the end
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _bug(error: Exception, options: Options) -> int:
    talk(f"Something went wrong inside learnt ({type(error).__name__}). Your answers are safe.")
    if options.verbose:
        traceback.print_exc()
    else:
        talk("Run the command again with -v to see where, and please report it.")
    return BUG
