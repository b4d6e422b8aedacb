"""What a learner said of pages of a shape, kept for the next page of that shape."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from learnt.clock import Instant
from learnt.ids import LearnerId
from learnt.store.schema import shape
from learnt.store.upsert import insert_or_update


@dataclass(frozen=True)
class Shapes:
    """What was said of the shapes of pages, each as JSON, within one transaction."""

    connection: Connection

    def get(self, learner: LearnerId, one: str) -> str | None:
        """What a learner said of a shape; None where nothing is remembered."""
        said: str | None = self.connection.scalar(
            select(shape.c.said).where(shape.c.learner == learner, shape.c.shape == one)
        )
        return said

    def put(self, learner: LearnerId, one: str, said: str, at: Instant) -> None:
        """Remember something else of a shape."""
        self.connection.execute(
            insert_or_update(self.connection.dialect.name, shape),
            {"learner": learner, "shape": one, "said": said, "at": at},
        )

    def forget(self, learner: LearnerId, one: str) -> None:
        """Remember nothing of a shape any more."""
        self.connection.execute(
            delete(shape).where(shape.c.learner == learner, shape.c.shape == one)
        )
