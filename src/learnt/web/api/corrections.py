"""Saying how a draft's page is to be read, and taking it back: its cards are made anew."""

from learnt.sources import Correction
from learnt.web.api.drafts import DraftShown, draft_shown
from learnt.web.api.operation import Call, Operation
from learnt.web.api.said import CorrectionSent, CorrectionTaken
from learnt.web.api.values import Window
from learnt.web.face import Face


def correct_draft(face: Face, call: Call[Window, CorrectionSent]) -> DraftShown:
    """Read a draft's page again with a correction; what was edited stays so.

    What is said a second time is taken back. What was said of the whole page, and what is not part
    of the cards, is remembered for the next page of this shape when the draft is saved.
    """
    one = Correction(call.body.said, call.body.line)
    return draft_shown(face.collection.correct_draft(call.id("draft"), one), call.query)


def take_back_correction(face: Face, call: Call[Window, CorrectionTaken]) -> DraftShown:
    """Read a draft's page again without a correction."""
    one = Correction(call.body.said, call.body.line, call.body.text)
    draft = face.collection.take_back_correction(call.id("draft"), one)
    return draft_shown(draft, call.query)


OPERATIONS = (
    Operation("POST", "/drafts/{draft}/corrections", correct_draft),
    Operation("POST", "/drafts/{draft}/corrections/take-back", take_back_correction),
)
