"""`learnt today`: what there is to do, what was done, and what is coming."""

from typing import TYPE_CHECKING

from learnt.cli.options import Options, verb
from learnt.cli.output import console, count, line_of_json, table, talk

if TYPE_CHECKING:
    from learnt.collection import Collection, DeckSummary
    from learnt.journal import DayDone
    from learnt.plots import Figure

_MINUTE = 60_000


@verb()
def today(options: Options) -> None:
    """Show what waits today, what you have done, and what falls due in the next 30 days."""
    with options.open() as collection:
        queue = collection.queue()
        now = collection.now()
        new = sum(item.kind == "new" for item in queue.items)
        due = len(queue.items) - new + sum(item.due <= now for item in queue.returning)
        decks = collection.decks()
        done, figures = _looked_at(collection)
    if options.json:
        minutes = round(done.duration_ms / _MINUTE)
        line_of_json({"due": due, "new": new, "done": done.answers, "minutes": minutes})
        for figure in figures:
            line_of_json(_as_json(figure))
        return
    if not decks:
        talk("There is no deck yet. `learnt add PAGE` reads one.")
        return
    _show_decks(decks)
    _say(due, new, done)
    from learnt.cli.figures import show_figure

    for figure in figures:
        show_figure(figure)


def _looked_at(collection: "Collection") -> "tuple[DayDone, tuple[Figure, ...]]":
    """Today in numbers, and the figures of the days behind and ahead."""
    from learnt.plots import calendar_map, due_forecast, retention

    activity = collection.activity()
    target = collection.learner.settings.desired_retention
    figures = (
        calendar_map(activity),
        due_forecast(collection.forecast_due()),
        retention(activity, target),
    )
    return activity.days[-1], figures


def _as_json(figure: "Figure") -> dict[str, object]:
    return {
        "figure": figure.name,
        "title": figure.title,
        "meaning": figure.meaning,
        "columns": list(figure.columns),
        "rows": [list(row) for row in figure.rows],
    }


def _show_decks(decks: "tuple[DeckSummary, ...]") -> None:
    from rich.text import Text

    drawn = table("Deck", "#Due", "#New")
    for deck in decks:
        drawn.add_row(Text(deck.title), str(deck.due), str(deck.new))
    console().print(drawn)


def _say(due: int, new: int, done: "DayDone") -> None:
    """What is left for today, and what was done."""
    from rich.text import Text

    minutes = round(done.duration_ms / _MINUTE)
    took = f" in {count(minutes, 'minute')}" if minutes else ""
    given = f"{count(done.answers, 'answer')} today{took}." if done.answers else ""
    left = f"{count(due, 'card')} to review and {new} new. `learnt study` starts."
    if not (due or new):
        left = "Nothing is due. Well done." if done.answers else "Nothing is due right now."
    out = console()
    out.print()
    out.print(Text(f"{given} {left}".strip()))
