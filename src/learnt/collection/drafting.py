"""The verbs on a page that is checked before it is saved. It is kept through all of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from learnt.collection.adding import CHANGED_TOO, Added
from learnt.collection.carrying import carried
from learnt.collection.coming import NOTHING_CHOSEN, Choices, Coming, coming_of
from learnt.collection.comparing import Compared
from learnt.collection.correcting import corrected
from learnt.collection.draft import Draft, draft_of, row_of, storable
from learnt.collection.library import Library, refuse_empty
from learnt.collection.matching import with_ids_of_their_own
from learnt.deck import Card, Deck, Problem
from learnt.deck.updating import Rewritten, rewritten
from learnt.errors import NotFound, Overtaken
from learnt.ids import CardId, DeckId, DraftId, is_id
from learnt.sources import (
    Correction,
    Progress,
    Reading,
    checked,
    say,
    take_back,
)
from learnt.store import DraftHead, DraftRow, Transaction, Trashed

_TEXT_CHANGED = (
    "The text of this page was changed elsewhere since you opened it, so nothing was changed now. "
    "What you wrote stands here still: copy it, load the page again, and go on from there."
)


class Drafting(Library):
    """Drafts of a collection's learner. None is ever deleted unasked."""

    def draft(
        self,
        data: bytes,
        name: str,
        progress: Progress | None = None,
        told: Sequence[Problem] = (),
    ) -> Draft:
        """Read a page and keep it for checking. Raises Unreadable, and then nothing is kept.

        `progress` is told how many pages of a document were read, and how many it has; `told` is
        what is known already that could not be read.
        """
        reading = self._whole(self.read_data(data, name, progress, told))
        draft = Draft(DraftId(self.make_id()), self.now(), reading, reading.deck)
        with self.store.writing() as transaction:
            transaction.drafts.put(self.learner.id, row_of(draft))
        return draft

    def draft_again(
        self, draft_id: str, data: bytes, name: str | None = None, base: str | None = None
    ) -> Draft:
        """Read a draft's page again after its text was changed; the learner's edits stay.

        `base` is the `mark` of the text that was changed. Raises Overtaken where it has become
        another one since, Unreadable and NotFound, and then the draft stays as it was.
        """
        from learnt.sources import read

        before = self.get_draft(draft_id).reading
        file = name or before.file

        def again(said: tuple[Correction, ...]) -> Reading:
            return self._whole(read(data, file, self.make_id, said))

        reading = again(before.corrections)

        def change(draft: Draft) -> Draft:
            if base not in (None, draft.mark) and reading.lines != draft.reading.lines:
                raise Overtaken(_TEXT_CHANGED)
            said = draft.reading.corrections
            now = reading if said == before.corrections else again(said)
            now = replace(now, remembered=draft.reading.remembered)
            return carried(draft, now, self.make_id)

        return self._redraft(draft_id, change)

    def correct_draft(self, draft_id: str, correction: Correction) -> Draft:
        """Read a draft's page again as the learner says; their edits stay.

        What is said a second time is taken back. Raises UsageError for a line that is not there,
        and NotFound.
        """

        def change(draft: Draft) -> Draft:
            one = checked(correction, draft.reading.lines)
            return self._corrected(draft, one, say(draft.reading.corrections, one))

        return self._redraft(draft_id, change)

    def take_back_correction(self, draft_id: str, correction: Correction) -> Draft:
        """Read a draft's page again without something that was said of it. Raises NotFound."""

        def change(draft: Draft) -> Draft:
            said = take_back(draft.reading.corrections, correction)
            return self._corrected(draft, correction, said)

        return self._redraft(draft_id, change)

    def drafts(self) -> tuple[DraftHead, ...]:
        """All drafts, the one changed last first."""
        with self.store.reading() as transaction:
            return transaction.drafts.list(self.learner.id)

    def get_draft(self, draft_id: str) -> Draft:
        """One draft. Raises NotFound."""
        with self.store.reading() as transaction:
            return self._draft_in(transaction, draft_id)

    def change_draft_card(self, draft_id: str, card: Card) -> Draft:
        """Write a card over the one with its id. Raises NotFound."""
        (own,) = with_ids_of_their_own([card], self.make_id)
        return self._redraft(draft_id, lambda draft: draft.edited(replace(own, id=card.id)))

    def merge_draft_card(
        self, draft_id: str, card: Card, base: Card, *, refuse_conflict: bool = False
    ) -> tuple[Draft, Rewritten]:
        """Write a card over one that was `base` when it was begun to be changed.

        What was changed elsewhere since, in another tab say, stays, and is told. Where both changed
        the same, `card` has the last word, and the other wording is in the trash; with
        `refuse_conflict` Overtaken is raised, and nothing changed. Raises NotFound.
        """
        (own,) = with_ids_of_their_own([card], self.make_id)
        with self.store.writing() as transaction:
            row = self._row_in(transaction, draft_id, lock=True)
            before = draft_of(row)
            there = before.card(card.id)
            both = rewritten(base, there, _from_lines_of(there, own))
            if both.conflict and refuse_conflict:
                raise Overtaken(CHANGED_TOO)
            if both.conflict:
                self._keep_wording(transaction, before.deck, there)
            after = self._put_in(transaction, row, before, before.edited(both.card))
        return after, both

    def add_draft_card(self, draft_id: str, card: Card, before: CardId | None = None) -> Draft:
        """Add a card that the learner wrote, at the end or before another. Raises NotFound."""
        (own,) = with_ids_of_their_own([replace(card, id=CardId(""))], self.make_id)
        return self._redraft(draft_id, lambda draft: draft.added(own, before))

    def drop_draft_card(self, draft_id: str, card_id: str) -> Draft:
        """Take a card out; it stays in sight and can be put back. Raises NotFound."""
        return self._redraft(draft_id, lambda draft: draft.without(card_id))

    def put_back_draft_card(self, draft_id: str, card_id: str) -> Draft:
        """Put a card back that was taken out. Raises NotFound."""
        return self._redraft(draft_id, lambda draft: draft.with_back(card_id))

    def rename_draft(self, draft_id: str, title: str, question: str | None) -> Draft:
        """Give a draft another title. Raises NotFound."""
        return self._redraft(draft_id, lambda draft: draft.renamed(title, question))

    def save_draft(
        self,
        draft_id: str,
        title: str | None = None,
        into: str | None = None,
        choices: Choices = NOTHING_CHOSEN,
    ) -> Added:
        """Save a draft as a deck, or into a deck by its id; the draft is gone with it.

        Where the deck is there it is updated, with `choices` of what differs and is gone. A second
        try, from another tab say, raises NotFound: nothing is saved twice. Raises UsageError where
        no card is left, and then the draft stays.
        """
        refuse_empty(self.get_draft(draft_id).kept)
        self._back_up_first()
        with self.store.writing() as transaction:
            draft = self._draft_in(transaction, draft_id, lock=True)
            refuse_empty(draft.kept)
            coming = self._coming_in(transaction, draft, title, into)
            added, _ = self._adding_in(transaction).add(coming, choices)
            self._remember_in(transaction, draft.reading)
            transaction.drafts.remove(draft.id)
        return added

    def draft_changes(
        self, draft_id: str, title: str | None = None, into: str | None = None
    ) -> Compared | None:
        """What saving a draft would change in the deck that it goes into; None where it is new.

        Raises NotFound.
        """
        with self.store.reading() as transaction:
            draft = self._draft_in(transaction, draft_id)
            coming = self._coming_in(transaction, draft, title, into)
            return self._compared_in(transaction, coming)

    def _coming_in(
        self, transaction: Transaction, draft: Draft, title: str | None, into: str | None
    ) -> Coming:
        deck = replace(draft.deck, title=title or draft.deck.title)
        if into is not None:
            head = self._head_in(transaction, into)
            deck = replace(deck, id=head.id, title=head.title)
        coming = coming_of(draft.reading)
        return replace(coming, deck=deck, read=draft.as_read_before, unwanted=draft.dropped)

    def throw_draft_away(self, draft_id: str) -> Trashed | None:
        """Put what would have been saved into the trash, as a deck; None where there was no card.

        Where every card had been taken out, these are what can be brought back.
        """
        with self.store.writing() as transaction:
            draft = self._draft_in(transaction, draft_id, lock=True)
            transaction.drafts.remove(draft.id)
            deck = replace(draft.deck, cards=draft.kept or draft.deck.cards)
            if not deck.cards:
                return None
            return self._adding_in(transaction).put_in_trash("deck", self._under_an_id(deck))

    def _corrected(self, draft: Draft, one: Correction, said: tuple[Correction, ...]) -> Draft:
        from learnt.sources import read_again

        if said == draft.reading.corrections:
            return draft
        reading = self._whole(read_again(draft.reading, self.make_id, said))
        return corrected(draft, reading, one, self.make_id)

    def _whole(self, reading: Reading) -> Reading:
        """A page with every card under an id of its own, by which it can be changed."""
        reading = storable(reading)
        cards = with_ids_of_their_own(reading.deck.cards, self.make_id)
        return replace(reading, deck=replace(reading.deck, cards=cards))

    def _redraft(self, draft_id: str, change: Callable[[Draft], Draft]) -> Draft:
        """Change a draft in one transaction: what two tabs do to it is not lost."""
        with self.store.writing() as transaction:
            row = self._row_in(transaction, draft_id, lock=True)
            before = draft_of(row)
            return self._put_in(transaction, row, before, change(before))

    def _put_in(
        self, transaction: Transaction, row: DraftRow, before: Draft, changed: Draft
    ) -> Draft:
        after = replace(changed, at=self.now())
        reading = row.reading if after.reading is before.reading else None
        transaction.drafts.put(self.learner.id, row_of(after, reading))
        return after

    def _keep_wording(self, transaction: Transaction, deck: Deck, card: Card) -> None:
        kept = self._under_an_id(replace(deck, cards=(card,)))
        self._adding_in(transaction).put_in_trash("wording", kept)

    def _under_an_id(self, deck: Deck) -> Deck:
        return replace(deck, id=DeckId(deck.id if is_id(deck.id) else self.make_id()))

    def _draft_in(self, transaction: Transaction, draft_id: str, *, lock: bool = False) -> Draft:
        return draft_of(self._row_in(transaction, draft_id, lock=lock))

    def _row_in(self, transaction: Transaction, draft_id: str, *, lock: bool = False) -> DraftRow:
        found = None
        if is_id(draft_id):
            found = transaction.drafts.get(self.learner.id, DraftId(draft_id), lock=lock)
        if found is None:
            raise NotFound(
                "This page is not waiting any more: it was saved or thrown away. "
                "Your decks and the trash show where its cards are."
            )
        return found


def _from_lines_of(there: Card, card: Card) -> Card:
    """A card as one of the same lines of the page, under the same id."""
    return replace(card, id=there.id, source_lines=there.source_lines, confidence=there.confidence)
