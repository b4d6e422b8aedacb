"""What every store must do with what marking proposed, and with what learners said otherwise."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text

from learnt.clock import Instant
from learnt.ids import EventId, PointId
from learnt.journal import Outcome, Rating, Review, Undo, VerdictKind, Wordings
from learnt.store import Learner, Store, migrations
from learnt.store import store as store_module
from tests.store.values import (
    ME,
    NOW,
    YOU,
    a_card,
    a_review,
    an_id,
    append_in_the_fourth_format,
    learner_in_the_first_format,
)

COVERED, MISSING, CONFLICT, UNSURE = VerdictKind
CARD = a_card(1)
ONE, TWO = (point.id for point in CARD.points)


def corrected(
    number: int,
    point: PointId,
    wording: str | None,
    *,
    said: bool = True,
    proposed: VerdictKind = MISSING,
    learner: Learner = ME,
) -> Review:
    rating = Rating.GOOD if said else Rating.AGAIN
    return replace(
        a_review(number, CARD, NOW + number, learner=learner),
        outcomes=(Outcome(point, rating, proposed, wording),),
    )


class WordingConformance:
    """The part of the suite on proposals and corrections of them."""

    @pytest.mark.parametrize("proposed", [None, *VerdictKind])
    @pytest.mark.parametrize("wording", [None, "May “1935”\\ ' \" — λ 1¾"])
    def test_a_proposal_comes_back_as_it_was(
        self, learned: Store, proposed: VerdictKind | None, wording: str | None
    ) -> None:
        made = replace(a_review(1, CARD), outcomes=(Outcome(ONE, Rating.HARD, proposed, wording),))
        with learned.writing() as transaction:
            assert transaction.journal.append(made)
        with learned.reading() as transaction:
            assert transaction.journal.review(made.id) == made
            assert transaction.journal.reviews(ME.id) == (made,)

    def test_wordings_are_those_of_the_points_of_one_learner(self, learned: Store) -> None:
        made = [
            corrected(1, ONE, "it rose"),
            corrected(2, ONE, "it fell", said=False, proposed=COVERED),
            corrected(3, TWO, "up", proposed=UNSURE),
            corrected(4, TWO, None),
            corrected(5, ONE, "it rose", said=False, proposed=COVERED, learner=YOU),
            corrected(6, ONE, "as marked", proposed=COVERED),
        ]
        with learned.writing() as transaction:
            for one in reversed(made):
                transaction.journal.append(one)
        with learned.reading() as transaction:
            journal = transaction.journal
            assert journal.wordings(ME.id, [ONE]) == {ONE: Wordings(("it rose",), ("it fell",))}
            assert journal.wordings(ME.id, [TWO, ONE])[TWO] == Wordings(("up",))
            assert journal.wordings(YOU.id, [ONE, TWO]) == {ONE: Wordings((), ("it rose",))}
            assert journal.wordings(ME.id, []) == {}

    def test_an_undo_takes_a_wording_back_even_if_it_comes_first(self, learned: Store) -> None:
        first = corrected(1, ONE, "it rose")
        second = corrected(2, ONE, "It rose", said=False, proposed=COVERED)
        undo = Undo(EventId(an_id(600_000_001)), ME.id, second.id, Instant(NOW + 9))
        with learned.writing() as transaction:
            for event in (undo, second, first):
                transaction.journal.append(event)
            assert transaction.journal.wordings(ME.id, [ONE]) == {ONE: Wordings(("it rose",))}

    def test_thousands_of_points_may_be_asked_about(self, learned: Store) -> None:
        with learned.writing() as transaction:
            transaction.journal.append(corrected(1, TWO, "up"))
            points = [*(PointId(an_id(number)) for number in range(5_000, 6_300)), TWO]
            assert transaction.journal.wordings(ME.id, points) == {TWO: Wordings(("up",))}

    def test_wordings_are_found_by_an_index(self, learned: Store) -> None:
        with learned.reading() as transaction:
            connection = transaction.connection
            if connection.dialect.name == "sqlite":
                asked = "EXPLAIN QUERY PLAN SELECT rating FROM outcome WHERE point IN (:one, :two)"
                asked += " AND wording IS NOT NULL"
                plan = connection.execute(text(asked), {"one": ONE, "two": TWO}).all()
                assert "outcome_by_wording" in str(plan)
            else:
                found = connection.execute(text("SELECT indexname FROM pg_indexes"))
                assert "outcome_by_wording" in {row[0] for row in found}

    def test_a_collection_of_the_fourth_format_gets_a_place_for_proposals(
        self, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Answers from before have none; the journal is still only ever added to."""
        with monkeypatch.context() as earlier:
            for module in (migrations, store_module):
                earlier.setattr(module, "MIGRATIONS", migrations.MIGRATIONS[:4])
            with open_store().writing() as transaction:
                learner_in_the_first_format(transaction.connection, ME, NOW)
                append_in_the_fourth_format(transaction.connection, a_review(1, CARD))
        later = corrected(2, ONE, "it rose")
        store = open_store()
        assert [one.why for one in store.backups()] == ["before-migration"]
        with store.writing() as transaction:
            assert transaction.journal.reviews(ME.id) == (a_review(1, CARD),)
            assert transaction.journal.append(later)
            assert transaction.journal.wordings(ME.id, [ONE, TWO]) == {ONE: Wordings(("it rose",))}
        with pytest.raises(Exception, match="only ever added"), store.writing() as transaction:
            transaction.connection.execute(text("UPDATE outcome SET wording = 'x'"))
