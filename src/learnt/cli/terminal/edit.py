"""A card in the learner's own editor, in the plain-text format."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from learnt.collection import Collection
from learnt.deck import Card, Deck, plain
from learnt.practice import Sitting

if TYPE_CHECKING:
    from learnt.ids import CardId

_CHANGED = "Changed. The earlier wording is in the trash."
_CHANGED_TOO = (
    "Changed. It was changed elsewhere too meanwhile: both changes are in it, yours where both "
    "changed the same. The earlier wording is in the trash."
)


@dataclass
class CardEditor:
    """Edits the card on the table. What could not be read is kept, and goes on the next time."""

    collection: Collection
    drafts: "dict[CardId, str]" = field(default_factory=dict)

    def edit(self, sitting: Sitting, card: Card) -> tuple[Sitting, str]:
        """The sitting after the edit, and what is to be said of it; "" where nothing is."""
        table = sitting.exercise
        assert table is not None  # noqa: S101 - the caller has just seen the card
        shown = replace(card, source_lines=None, confidence=1.0)  # of no use to an editor
        text = self.drafts.pop(card.id, None)
        text = text or plain.write(Deck(table.deck, table.deck_title, (shown,)))
        try:
            edited = click.edit(text)
        except (click.ClickException, OSError, UnicodeError) as error:
            said = error.format_message() if isinstance(error, click.ClickException) else error
            return sitting, f"Nothing was changed: the editor did not do its work ({said})."
        if edited is None:
            return sitting, ""
        deck, problems = plain.parse(edited, self.collection.make_id)
        if len(deck.cards) != 1 or problems:
            said = "there must be exactly one card."
            if problems:
                said = f"line {problems[0].line}: {problems[0].why}"
            self.drafts[card.id] = edited
            return sitting, f"The card is as it was. In what you wrote, {said} e goes on with it."
        written = replace(
            deck.cards[0],
            id=card.id,
            source_lines=card.source_lines,
            confidence=card.confidence,
        )
        overtaken = self.collection.change(written, card)
        return self.collection.again(sitting), _CHANGED_TOO if overtaken else _CHANGED
