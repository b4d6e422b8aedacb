"""Stage `plots`: pictures of what was done and what is coming, as pure functions `data → Figure`.

In: values of `journal` and `plan`, and plain numbers. Out: a `Figure`: one sentence, a table, and
the same as SVG, shared by the browser, the terminal and a report.

An SVG fills the width it is given and carries no style of its own but presentation attributes,
so that it looks right in a file alone and a page's style sheet may say otherwise by class:

    plot                          the whole picture
    plot-level-0 … plot-level-4   a day of the calendar, from nothing done to much
    plot-today                    the ring around today
    plot-bar, plot-bar-late       cards due; those of them that are overdue
    plot-line, plot-dot           the share that was remembered, week by week
    plot-target                   the mark the learner wants to keep, and its name
    plot-grid                     lines to measure by
    plot-text                     labels; sized for a narrow screen, so a wide one may make them
                                  smaller
    plot-hit                      what the mouse may rest on to be told a number; never seen
"""

from learnt.plots.agreement import Group, agreement
from learnt.plots.days import calendar_map, level
from learnt.plots.due import due_forecast
from learnt.plots.figure import Cell, Figure
from learnt.plots.kept import retention

__all__ = [
    "Cell",
    "Figure",
    "Group",
    "agreement",
    "calendar_map",
    "due_forecast",
    "level",
    "retention",
]
