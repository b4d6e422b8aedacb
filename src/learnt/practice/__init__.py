"""Stage `practice`: how a card is asked, and the course of a sitting.

In: cards and the day's queue. Out: exercises, and the review that an answer becomes.
"""

from learnt.practice.cue import cue
from learnt.practice.exercise import Exercise, exercise
from learnt.practice.sitting import Answered, Phase, Sitting, answered

__all__ = ["Answered", "Exercise", "Phase", "Sitting", "answered", "cue", "exercise"]
