"""Templates: every value is escaped, and a name that is not there is an error."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from learnt.clock import DAY_MS, Instant, local_text
from learnt.collection.knowing import recall_of
from learnt.deck.showing import Place, Run, runs_of
from learnt.memory import MemoryModel, PointMemory
from learnt.web.answer_marks import SIGNS, answer_drawn, tone
from learnt.web.pictures import Find, file_shown
from learnt.web.static import address
from learnt.web.uploads.keeping import LARGEST
from learnt.words import count, megabytes, span


@cache
def templates() -> Environment:
    """The environment of all pages."""
    made = Environment(
        loader=PackageLoader("learnt.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "static": address,
        "largest_file": LARGEST,
        "answer_drawn": answer_drawn,
        "signs": SIGNS,
        "tone": tone,
    }
    made.filters |= {
        "count": count,
        "megabytes": megabytes,
        "span": span,
        "when": when,
        "shown": _shown,
        "levels": lambda title: title.replace("::", " › "),
        "percent": lambda share: f"{share:.0%}",
        "lasts": lambda days: span(round(days * DAY_MS)),
    }
    return made


def when(instant: Instant, zone: str) -> str:
    """A date and time as the learner's clock shows it."""
    return local_text(instant, zone)


def shown(text: str, find: Find) -> Markup:
    """A card's text with its bold, raised and lowered parts, its pictures and sounds.

    Everything in it is escaped; `find` knows the files.
    """
    return Markup("").join(
        file_shown(run.file, find) if run.file else drawn(run, run.text) for run in runs_of(text)
    )


@pass_context
def _shown(context: Context, text: str) -> Markup:
    """As `shown`. A macro that uses it must be imported `with context`, which knows the files."""
    return shown(text, context["media"])


def drawn(run: Run, text: str) -> Markup:
    """A text, escaped, that looks as a run does: the run's own, or a part of it."""
    part = _PLACED[run.place].format(text)
    return _BOLD.format(part) if run.bold else part


_BOLD = Markup("<b>{}</b>")
_PLACED = {
    Place.LEVEL: Markup("{}"),
    Place.LOW: Markup("<sub>{}</sub>"),
    Place.HIGH: Markup("<sup>{}</sup>"),
}


def known(memory: PointMemory | None, model: MemoryModel, now: Instant) -> int | None:
    """How much of a point is known, in tenths from 0 to 10; None where it was never asked."""
    return None if memory is None else round(10 * recall_of(memory, model, now))
