"""What the learner taught marking: a fold over the outcomes in which they and it did not agree.

Nothing is stored for it. An undo takes a correction back, and devices merge, as with all else that
follows from the journal.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from learnt.deck import Point
from learnt.deck.tidy import one_line, same_text
from learnt.ids import PointId
from learnt.journal.events import Event, Outcome
from learnt.journal.fold import reviews
from learnt.journal.verdict import VerdictKind

MOST = 40
"""So many wordings of a point are kept, the latest: marking holds an answer against each."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """Words that say a point and words that do not, as the learner said; the latest at the end."""

    accepted: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    def added_to(self, point: Point) -> Point:
        """The point with these beside its own; what the learner said is the later word.

        Its own text cannot be refused: who wrote that said it, and may still have rated it Again.
        """
        refused = tuple(one for one in self.refused if same_text(one) != same_text(point.text))
        return replace(
            point,
            accepted=(*_without(point.accepted, refused), *self.accepted),
            refused=(*_without(point.refused, self.accepted), *refused),
        )


def wordings(outcomes: Iterable[Outcome]) -> dict[PointId, Wordings]:
    """The corrections among outcomes of reviews that stand, by time.

    Accepted is what was said though marking had not found it, refused what was not said though it
    had; where it was unsure, either answer counts. The last word on the same wording is the one
    that holds. Points of which nothing was corrected are left out.
    """
    said: dict[PointId, dict[str, tuple[str, bool]]] = {}
    for one in outcomes:
        if one.wording is None or not _corrects(one):
            continue
        its_own, key = said.setdefault(one.point, {}), same_text(one.wording)
        its_own.pop(key, None)  # the last word stands at the end
        its_own[key] = (one_line(one.wording), one.rating.passed)
    return {point: _kept(list(its_own.values())) for point, its_own in said.items()}


def wordings_of(journal: Iterable[Event]) -> dict[PointId, Wordings]:
    """The corrections in a journal, whatever the order in which its events came."""
    return wordings(outcome for review in reviews(journal) for outcome in review.outcomes)


def _without(texts: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    left_out = {same_text(one) for one in others}
    return (one for one in texts if same_text(one) not in left_out)


def _corrects(one: Outcome) -> bool:
    if one.proposed is None:
        return False
    if one.proposed is VerdictKind.UNSURE:
        return True
    return one.rating.passed is not (one.proposed is VerdictKind.COVERED)


def _kept(said: list[tuple[str, bool]]) -> Wordings:
    return Wordings(
        tuple(text for text, passed in said if passed)[-MOST:],
        tuple(text for text, passed in said if not passed)[-MOST:],
    )
