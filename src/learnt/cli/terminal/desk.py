"""The desk: shows the card on the table, and turns keys into steps of the sitting."""

from contextlib import suppress

from rich.console import Console
from rich.text import Text

from learnt.cli.terminal import draw
from learnt.cli.terminal.edit import CardEditor
from learnt.cli.terminal.keys import STOP, UNDO, Key, Keyboard
from learnt.collection import Collection
from learnt.deck import Card
from learnt.errors import NotMarked, Overtaken, StoreBusy
from learnt.journal import Rating, Review
from learnt.practice import Phase, Sitting

_QUIT = (STOP, "q")
_YOURS = " You had written here: {}"


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
        self.begun = ""  # what was written for the card before it was taken back or edited
        self.editor = CardEditor(collection)

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
        except Overtaken as error:
            self.message = f"{error}{_YOURS.format(sitting.answer) if sitting.answer else ''}"
            return self.collection.go_on(sitting, self.deck, practise=self.practise), True

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
        self.collection.marker.warm()
        typed, self.begun = self.keyboard.line(self.begun), ""
        if isinstance(typed, Key):
            return (self._undo(sitting), True) if typed is UNDO else (sitting, False)
        self.keyboard.forget_what_waits()
        sitting = self._marked(sitting.reveal(typed, self.collection.now()))
        self.cursor = sitting.open[0] if sitting.open else 1
        return sitting, True

    def _marked(self, sitting: Sitting) -> Sitting:
        """What was typed with its marks; as it is where it cannot be marked, which is told."""
        try:
            return self.collection.mark(sitting)
        except NotMarked as error:
            self.message = str(error)
            return sitting

    def _weigh(self, sitting: Sitting) -> tuple[Sitting, bool]:
        parts = [draw.question(sitting), draw.answer(sitting, self.cursor)]
        if sitting.phase is Phase.RATING or sitting.marks:
            rated = self._to_be_rated(sitting)
            proposed = None if sitting.open else rated.proposed
            numbered = sitting.phase is Phase.RATING
            previews = self.collection.previews(rated)
            parts.append(draw.ratings(previews, proposed, numbered=numbered))
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
        if sitting.marks:
            return self._confirm(sitting, key)
        return sitting.weigh(now) if key is Key.ENTER else None

    def _confirm(self, sitting: Sitting, key: str | Key) -> Sitting | None:
        """Keys of a marked answer: answer what is asked, take what is proposed, or rate."""
        if key in ("y", "n"):
            return self._settle(sitting, said=key == "y")
        if key is Key.ENTER:
            if sitting.open:
                return self._ask_first(sitting)
            rated = self._to_be_rated(sitting)
            return self.collection.save(rated, rated.proposed)
        if key == "r":
            return sitting.weigh(self.collection.now())
        return None

    def _settle(self, sitting: Sitting, *, said: bool) -> Sitting:
        """Yes or no to the point under the cursor if it is asked about, else to the first one."""
        if not sitting.open:
            return sitting
        number = self.cursor if self.cursor in sitting.open else sitting.open[0]
        after = sitting.settle(number, self.collection.now(), said=said)
        self.cursor = after.open[0] if after.open else number
        return after

    def _ask_first(self, sitting: Sitting) -> Sitting:
        """Nothing is taken while something is asked: go there."""
        self.cursor = sitting.open[0]
        several = sitting.exercise is not None and len(sitting.exercise.points) > 1
        what = f"point {self.cursor}" if several else "this"
        self.message = f"Say y or n first: is {what} in your answer?"
        return sitting

    def _to_be_rated(self, sitting: Sitting) -> Sitting:
        """The sitting past its ticks, where the rating is given."""
        in_ticks = sitting.phase is Phase.TICKING
        return sitting.weigh(self.collection.now()) if in_ticks else sitting

    def _rate(self, sitting: Sitting, key: str | Key) -> Sitting | None:
        """Keys of the rating; None for a key that is none of them."""
        if key in ("1", "2", "3", "4"):
            return self.collection.save(sitting, Rating(int(key)))
        if key in ("y", "n") and sitting.open:
            return self._settle(sitting, said=key == "y")
        if key is Key.ENTER and sitting.open:
            return self._ask_first(sitting)
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
            written = sitting.answer or ""
            sitting, self.message = self.editor.edit(sitting, card)
            self.begun = written if sitting.phase is Phase.ASKING else ""
            return sitting
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
            self.begun = event.answer or "" if isinstance(event, Review) else ""
        return sitting

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
        self._say()

    def _say(self) -> None:
        if self.message:
            self.console.print(Text(self.message, "yellow"))
            self.message = ""

    def _say_goodbye(self, sitting: Sitting) -> None:
        self.console.clear()
        self._say()
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
