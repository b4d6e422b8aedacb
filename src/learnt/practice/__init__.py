"""Stage `practice`: how a card is asked, and the course of a sitting.

In: cards and the day's queue, and what marking proposes. Out: exercises, and the review that an
answer becomes.
"""

from learnt.practice.answered import Answered, answered
from learnt.practice.cue import cue, cues, statements_asked
from learnt.practice.exercise import Exercise, exercise
from learnt.practice.marked import Marked
from learnt.practice.pieces import Mark, Piece, pieces
from learnt.practice.sitting import Phase, Sitting

__all__ = [
    "Answered",
    "Exercise",
    "Mark",
    "Marked",
    "Phase",
    "Piece",
    "Sitting",
    "answered",
    "cue",
    "cues",
    "exercise",
    "pieces",
    "statements_asked",
]
