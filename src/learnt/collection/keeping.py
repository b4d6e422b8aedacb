"""The verbs that look after a collection: settings, reports, backups, the doctor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from learnt.clock import Instant
from learnt.collection.base import Base
from learnt.collection.daily import Daily
from learnt.collection.folding import differences, rebuild
from learnt.collection.media import NO_MEDIA, MediaUse
from learnt.deck import Card, Direction
from learnt.errors import StoreError
from learnt.ids import PointId
from learnt.memory import PointMemory
from learnt.plan import Schedule, Settings, expected_mark
from learnt.sources import deck_from_json
from learnt.store import Backup


@dataclass(frozen=True, slots=True)
class CardReport:
    """What is remembered of a card, point by point; None where it was never asked."""

    card: Card
    mark: float | None
    due: Instant | None
    memories: dict[PointId, PointMemory]
    reviews: int
    held_until: Instant | None


@dataclass(frozen=True, slots=True)
class Health:
    """What `doctor` found: the database's faults, and caches that differ from the journal.

    `media` says how much there is in pictures and sounds, and which of them are damaged.
    """

    faults: tuple[str, ...]
    differences: int
    reviews: int | None = None
    media: MediaUse = NO_MEDIA


class Keeping(Base):
    """What keeps a collection safe and says how it stands."""

    def report(self, cards: Sequence[Card]) -> list[CardReport]:
        """What is remembered of these cards now, asked forwards."""
        with self._asking(fresh=True) as asking:  # memories are read by the model they are of
            transaction, caches = asking.transaction, asking.transaction.caches
            points = [point.id for card in cards for point in card.points]
            memories = caches.memories(self.learner.id, points)
            asked = caches.schedules_among(self.learner.id, [card.id for card in cards])
            schedules = {one.card: one for one in asked if one.direction is Direction.FORWARD}
            holds = transaction.journal.holds(self.learner.id)
        return [
            self._report(card, memories, schedules.get(card.id), holds.get(card.id))
            for card in cards
        ]

    def set(self, settings: Settings) -> None:
        """Change what is different from the learner's settings as they are known here.

        What another program has changed in the meantime stays as it is there. Due dates follow a
        new desired retention, and the days that are past a new time zone.
        """
        with self.store.writing() as transaction:
            before = transaction.learners.lock(self.learner.id)
            settings = before.settings.with_changes(self.learner.settings, settings)
            transaction.learners.set(before.id, settings)
            after = replace(before, settings=settings)
            if before.settings.desired_retention != settings.desired_retention:
                rebuild(transaction, after)
            if before.settings.time_zone != settings.time_zone:
                transaction.days.clear(before.id)
        self.learner = after

    def back_up(self) -> Backup:
        """Make a backup that is kept until you delete it."""
        return self.store.back_up(self.now())

    def back_up_daily(self) -> str | None:
        """Make the day's backup where it is time; what went wrong, if anything did."""
        try:
            self.store.back_up_daily(self.now())
        except (StoreError, OSError) as error:
            return f"Today's backup could not be made: {error}"
        return None

    def backups(self) -> tuple[Backup, ...]:
        """All backups, the latest first."""
        return self.store.backups()

    def backup(self, name: str) -> Backup:
        """A backup by its name or `latest`. Raises NotFound."""
        return self.store.backup(name, self.now())

    def restore(self, name: str) -> Backup:
        """Bring back a backup by its name or `latest`; what is there now is backed up first.

        Its pictures and sounds are brought back as far as the backups have them: `media.lost` says
        what they have not.
        """
        chosen = self.store.restore(name, self.now())
        self.media.mend(self.media.lost())
        self.learner = self._first_learner()
        self._sitting = None
        self._given.clear()
        return chosen

    def doctor(self, *, rebuild_caches: bool = False) -> Health:
        """Check the database and hold the caches against the journal; fold them anew if asked.

        Pictures and sounds that are damaged are then brought back from the backups, as far as
        those have them.
        """
        faults = self.store.faults()
        media = self.media.use(self._in_trash())
        with self.store.reading() as transaction:
            wrong = sum(
                differences(transaction, learner) + Daily(transaction, learner, self.now()).wrong()
                for learner in transaction.learners.list()
            )
        if not rebuild_caches:
            return Health(faults, wrong, media=media)
        with self.store.writing() as transaction:
            learners = [transaction.learners.lock(one.id) for one in transaction.learners.list()]
            count = sum(rebuild(transaction, learner) for learner in learners)
        if media.damaged:
            self.media.mend(media.damaged)
            media = self.media.use(self._in_trash())
        return Health(faults, wrong, count, media)

    def _in_trash(self) -> Iterator[str]:
        """The pictures and sounds that something in the trash names."""
        with self.store.reading() as transaction:
            things = transaction.trash.list()
        for thing in things:
            for card in deck_from_json(thing.content.encode()).cards:
                yield from card.media

    def _report(
        self,
        card: Card,
        memories: dict[PointId, PointMemory],
        schedule: Schedule | None,
        held: Instant | None,
    ) -> CardReport:
        now = self.now()
        its_own = {point.id: memories[point.id] for point in card.points if point.id in memories}
        return CardReport(
            card,
            expected_mark(card.points, its_own, self.model, now) if its_own else None,
            schedule.due if schedule else None,
            its_own,
            schedule.reviews if schedule else 0,
            held if held is not None and held > now else None,
        )
