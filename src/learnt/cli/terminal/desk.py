"""The desk: shows the card on the table, and turns keys into steps of the sitting."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from learnt.cli.terminal import draw
from learnt.cli.terminal.keys import STOP, UNDO, Key, Keyboard
from learnt.collection import Collection
from learnt.deck import Card, Deck, plain
from learnt.errors import StoreBusy
from learnt.journal import Rating, Review
from learnt.practice import Phase, Sitting

if TYPE_CHECKING:
    from learnt.ids import CardId

_QUIT = (STOP, "q")


class Desk:
    """One sitting in the terminal, from the first card to the summary."""

    def __init__(
        self,
        collection: Collection,
        deck: str | None,
        *,
        practise: bool = False,
        keyboard: Keyboard | None = None,
        console: Console | None = None,
    ) -> None:
        self.collection = collection
        self.deck = deck
        self.practise = practise
        self.keyboard = keyboard or Keyboard()
        self.console = console or draw.screen()
        self.cursor = 1
        self.message = ""
        self.drafts: dict[CardId, str] = {}

    def sit(self) -> Sitting:
        """Ask until nothing is left or the learner stops; the sitting as it ended."""
        sitting = self._begin()
        running = True
        with suppress(KeyboardInterrupt):  # Ctrl-C between two questions ends it as well
            while running and sitting.phase is not Phase.FINISHED:
                sitting, running = self._step(sitting)
        self._say_goodbye(sitting)
        return sitting

    def _step(self, sitting: Sitting) -> tuple[Sitting, bool]:
        try:
            step = self._ask if sitting.phase is Phase.ASKING else self._weigh
            return step(sitting)
        except StoreBusy:  # the card, and an answer's id, are still on the table
            self.message = "The collection is busy and nothing was saved. Press the key again."
            return sitting, True

    def _begin(self) -> Sitting:
        sitting = self.collection.begin(self.deck, practise=self.practise)
        if sitting.phase is Phase.FINISHED and not self.practise and self.collection.decks():
            self.console.print("Nothing is due. Press p to practise anyway, or any other key.")
            if self.keyboard.key() == "p":
                self.practise = True
                sitting = self.collection.begin(self.deck, practise=True)
        return sitting

    def _ask(self, sitting: Sitting) -> tuple[Sitting, bool]:
        self._show(draw.question(sitting), draw.keys(sitting))
        typed = self.keyboard.line()
        if isinstance(typed, Key):
            return (self._undo(sitting), True) if typed is UNDO else (sitting, False)
        self.cursor = 1
        self.keyboard.forget_what_waits()
        return sitting.reveal(typed, self.collection.now()), True

    def _weigh(self, sitting: Sitting) -> tuple[Sitting, bool]:
        parts = [draw.question(sitting), draw.answer(sitting, self.cursor)]
        if sitting.phase is Phase.RATING:
            parts.append(draw.ratings(self.collection.previews(sitting), sitting.proposed))
        parts.append(draw.keys(sitting))
        if draw.too_tall(self.console, parts):
            parts[1] = draw.answer(sitting, self.cursor, short=True)
        self._show(*parts)
        key = self.keyboard.key()
        if key in _QUIT:
            return sitting, False
        step = self._tick if sitting.phase is Phase.TICKING else self._rate
        return (step(sitting, key) or self._anywhere(sitting, key)), True

    def _tick(self, sitting: Sitting, key: str | Key) -> Sitting | None:
        """Keys of the checklist; None for a key that is none of them."""
        now = self.collection.now()
        points = len(sitting.exercise.points) if sitting.exercise else 0
        if key in tuple("1234567890"):
            number = int(key) or 10
            self.cursor = min(number, points)
            return sitting.toggle(number, now)
        if key in (Key.UP, Key.DOWN):
            move = -1 if key is Key.UP else 1
            self.cursor = (self.cursor - 1 + move) % points + 1
            return sitting
        if key == "x":
            return sitting.toggle(self.cursor, now)
        if key == "a":
            return sitting.toggle_all(now)
        return sitting.weigh(now) if key is Key.ENTER else None

    def _rate(self, sitting: Sitting, key: str | Key) -> Sitting | None:
        """Keys of the rating; None for a key that is none of them."""
        if key in ("1", "2", "3", "4"):
            return self.collection.save(sitting, Rating(int(key)))
        if key is Key.ENTER:
            return self.collection.save(sitting, sitting.proposed)
        return sitting.back(self.collection.now()) if key is Key.BACK else None

    def _anywhere(self, sitting: Sitting, key: str | Key) -> Sitting:
        """Keys that work wherever no text is being typed."""
        card = sitting.exercise.card if sitting.exercise else None
        if key == "u":
            return self._undo(sitting)
        if card is None:
            return sitting
        if key == "e":
            return self._edit(sitting, card)
        if key == "i":
            self._inform(card)
        if key == "-":
            self.collection.bury(card.id)
            self.message = "Set aside until tomorrow. Ctrl-Z brings it back."
            return self.collection.next(sitting.dropped(card.id))
        if key == "@":
            self.collection.suspend(card.id)
            self.message = "Set aside. Ctrl-Z brings it back, and so does `learnt unsuspend`."
            return self.collection.next(sitting.dropped(card.id))
        return sitting

    def _undo(self, sitting: Sitting) -> Sitting:
        sitting, event = self.collection.undo_in(sitting, self.deck, practise=self.practise)
        if event is None:
            self.message = "There is nothing to undo."
        else:
            self.message = "Taken back." if isinstance(event, Review) else "Brought back."
        return sitting

    def _edit(self, sitting: Sitting, card: Card) -> Sitting:
        """The card in the learner's own editor, in the plain-text format."""
        table = sitting.exercise
        assert table is not None  # noqa: S101 - the caller has just seen the card
        shown = replace(card, source_lines=None, confidence=1.0)  # of no use to an editor
        text = self.drafts.pop(card.id, None)
        text = text or plain.write(Deck(table.deck, table.deck_title, (shown,)))
        try:
            edited = click.edit(text)
        except (click.ClickException, OSError, UnicodeError) as error:
            said = error.format_message() if isinstance(error, click.ClickException) else error
            self.message = f"Nothing was changed: the editor did not do its work ({said})."
            return sitting
        if edited is None:
            return sitting
        deck, problems = plain.parse(edited, self.collection.make_id)
        if len(deck.cards) != 1 or problems:
            said = "there must be exactly one card."
            if problems:
                said = f"line {problems[0].line}: {problems[0].why}"
            self.message = f"The card is as it was. In what you wrote, {said} e goes on with it."
            self.drafts[card.id] = edited
            return sitting
        self.collection.change(
            replace(
                deck.cards[0],
                id=card.id,
                source_lines=card.source_lines,
                confidence=card.confidence,
            )
        )
        self.message = "Changed. The earlier wording is in the trash."
        return self.collection.again(sitting)

    def _inform(self, card: Card) -> None:
        collection = self.collection
        report = collection.report([card])[0]
        zone = collection.learner.settings.time_zone
        self._show(draw.info(report, collection.model, collection.now(), zone))
        self.console.print(Text("\nAny key goes back.", "dim"))
        self.keyboard.key()

    def _show(self, *parts: object) -> None:
        self.console.clear()
        for part in parts:
            self.console.print(part)
        if self.message:
            self.console.print(Text(self.message, "yellow"))
            self.message = ""

    def _say_goodbye(self, sitting: Sitting) -> None:
        self.console.clear()
        if not self.collection.decks():
            self.console.print("There is no deck yet. `learnt add PAGE` reads one.")
            return
        zone = self.collection.learner.settings.time_zone
        self.console.print(
            draw.summary(sitting.answered, sitting.queue, self.collection.now(), zone)
        )
        rest = draw.left(sitting.queue)
        if sitting.phase is not Phase.FINISHED and rest and not self.practise:
            self.console.print(Text(f"\nStill there today: {rest}.", "dim"))
        elif sitting.phase is Phase.FINISHED and not sitting.queue.returning:
            self.console.print(Text("\nThat is all for today.", "dim"))
