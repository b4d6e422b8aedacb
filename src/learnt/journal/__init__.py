"""Stage `journal`: what happened, as events that are only ever appended, and the fold over them.

In: points ticked and ratings given. Out: `Review`, `Hold`, `Undo`, `Known`, and what they
say together.
"""

from learnt.journal.brief import BriefReview, brief_review
from learnt.journal.days import Activity, Asked, DayDone, days_done, every_day
from learnt.journal.events import (
    FOREVER,
    Event,
    Hold,
    Known,
    Outcome,
    Review,
    Undo,
    answer_time,
    outcomes_of,
)
from learnt.journal.fold import (
    begins_with,
    held,
    held_until,
    last_to_undo,
    merge,
    reviews,
    standing,
)
from learnt.journal.history import Answered, History, are_apart, history_id, in_order
from learnt.journal.rating import Rating, outcome_rating, points_said, proposed_rating
from learnt.journal.verdict import VerdictKind
from learnt.journal.wordings import Wordings, wordings, wordings_of

__all__ = [
    "FOREVER",
    "Activity",
    "Answered",
    "Asked",
    "BriefReview",
    "DayDone",
    "Event",
    "History",
    "Hold",
    "Known",
    "Outcome",
    "Rating",
    "Review",
    "Undo",
    "VerdictKind",
    "Wordings",
    "answer_time",
    "are_apart",
    "begins_with",
    "brief_review",
    "days_done",
    "every_day",
    "held",
    "held_until",
    "history_id",
    "in_order",
    "last_to_undo",
    "merge",
    "outcome_rating",
    "outcomes_of",
    "points_said",
    "proposed_rating",
    "reviews",
    "standing",
    "wordings",
    "wordings_of",
]
