"""Figures in the terminal, drawn from the tables that their pictures are drawn from."""

from typing import TYPE_CHECKING

from learnt.cli.output import console

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.text import Text

    from learnt.plots import Cell, Figure

_SHADES = ("··", "░░", "▒▒", "▓▓", "██")
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_TALL = 4
_WEEKS_LISTED = 8
_BAR = 30


def show_figure(figure: "Figure") -> None:
    """Draw a figure: its title, the data as far as the terminal is wide, and what it says."""
    from rich.text import Text

    out = console()
    out.print()
    out.print(Text(figure.title, "bold"))
    for line in _DRAWN[figure.name](figure, out.width):
        out.print(line, no_wrap=True, crop=True)
    out.print(Text(figure.meaning))


def _calendar(figure: "Figure", width: int) -> "list[Text]":
    """A column a week, a line a weekday; the denser the shade, the more was answered."""
    from rich.text import Text

    from learnt.plots import level

    weeks = figure.rows[-max(1, (width - 5) // 2) :]
    drawn = [Text(f"    {_months(weeks)}", "dim")]
    for place, weekday in enumerate(figure.columns[1:], start=1):
        line = Text(f"{weekday} ", "dim")
        for week in weeks:
            answers = week[place]
            if isinstance(answers, int):
                strength = level(answers)
                line.append(_SHADES[strength], "green" if strength else "dim")
        drawn.append(line)
    return drawn


def _agreement(figure: "Figure", _width: int) -> "list[Text]":
    """A line a group of answers: what was expected, and a bar of what was recalled."""
    from rich.text import Text

    drawn = []
    for expected, recalled, answers in figure.rows:
        filled = round(_BAR * _whole(recalled) / 100)
        line = Text(f"{expected:>4}% expected  ", "dim")
        line.append("█" * filled, "green").append("░" * (_BAR - filled), "dim")
        line.append(f" {recalled:>3}% recalled").append(f"  of {answers:,}", "dim")
        drawn.append(line)
    return drawn


def _months(weeks: "Sequence[tuple[Cell, ...]]") -> str:
    """The name of each month over its first week; of the first one only where there is room."""
    months = [str(week[0]).split(" ")[1] for week in weeks]
    firsts = [n for n, month in enumerate(months) if n == 0 or month != months[n - 1]]
    if len(firsts) > 1 and firsts[1] < 2:
        firsts = firsts[1:]
    line = ""
    for place in firsts:
        line = line.ljust(2 * place) + months[place][:3]
    return line


def _forecast(figure: "Figure", width: int) -> "list[Text]":
    """A bar a day, its number of cards told by its height; overdue cards make today's yellow."""
    from rich.text import Text

    days = figure.rows[: max(1, (width - 8) // 2)]
    due = [_whole(day[1]) for day in days]
    late = _whole(days[0][2])
    most = max(due)
    if not most:
        return []
    drawn = []
    for row in reversed(range(_TALL)):
        edge = f"{most:>6,} " if row == _TALL - 1 else " " * 7
        line = Text(edge, "dim")
        for place, number in enumerate(due):
            filled = number * _TALL * 8 / most - row * 8
            eighths = max(0, min(8, round(filled) or (row == 0 and number > 0)))
            line.append(_EIGHTHS[eighths] + " ", "yellow" if late and not place else "cyan")
        drawn.append(line)
    return [*drawn, Text(" " * 7 + _mondays(days), "dim")]


def _mondays(days: "Sequence[tuple[Cell, ...]]") -> str:
    """Where today is, and the date of each Monday that has room for it."""
    line = "Today "
    for place, day in enumerate(days):
        weekday, number, month, _ = str(day[0]).split(" ")
        if weekday == "Mon" and len(line) <= 2 * place:
            line = line.ljust(2 * place) + f"{number} {month[:3]} "
    return line.rstrip()


def _retention(figure: "Figure", _width: int) -> "list[Text]":
    """The latest weeks in which something came back, each with a bar of what was remembered."""
    from rich.text import Text

    weeks = [week for week in figure.rows if week[3] is not None][-_WEEKS_LISTED:]
    drawn = []
    for first, asked, kept, percent in weeks:
        filled = round(_BAR * _whole(kept) / _whole(asked))
        line = Text(f"{first:>17}  ", "dim")
        line.append("█" * filled, "green").append("░" * (_BAR - filled), "dim")
        line.append(f" {percent:>3}%").append(f"  {kept:,} of {asked:,}", "dim")
        drawn.append(line)
    return drawn


def _whole(cell: "Cell") -> int:
    """A number of the table."""
    return cell if isinstance(cell, int) else 0


_DRAWN: "dict[str, Callable[[Figure, int], list[Text]]]" = {
    "calendar": _calendar,
    "forecast": _forecast,
    "retention": _retention,
    "agreement": _agreement,
}
