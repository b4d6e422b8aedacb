"""Stage `marking`: was it right? Point by point, with the words that earned it.

In: a question with its points, the answer as it was typed, and what is learnt from data. Out: a
verdict for each point, to be confirmed or corrected by the learner.
"""

from learnt.marking.marker import Marker
from learnt.marking.question import Question
from learnt.marking.strictness import Strictness
from learnt.marking.verdict import Verdict

__all__ = ["Marker", "Question", "Strictness", "Verdict"]
