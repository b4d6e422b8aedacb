"""Stage `plan`: what next, and when.

In: memories, schedules and the learner's settings. Out: due dates, previews, the day's queue.
"""

from learnt.plan.forecast import DueForecast
from learnt.plan.mark import Memories, expected_mark, falls_below
from learnt.plan.queue import AHEAD_MS, Item, Kind, Left, Queue, Today, day_queue, practice_queue
from learnt.plan.schedule import (
    Schedule,
    previews,
    reschedule,
    schedule_after,
    schedule_of,
    schedule_of_history,
)
from learnt.plan.settings import MARKINGS, THEMES, Settings

__all__ = [
    "AHEAD_MS",
    "MARKINGS",
    "THEMES",
    "DueForecast",
    "Item",
    "Kind",
    "Left",
    "Memories",
    "Queue",
    "Schedule",
    "Settings",
    "Today",
    "day_queue",
    "expected_mark",
    "falls_below",
    "practice_queue",
    "previews",
    "reschedule",
    "schedule_after",
    "schedule_of",
    "schedule_of_history",
]
