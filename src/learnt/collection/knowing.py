"""How well something is known: the recall of its points, as it is shown."""

from collections.abc import Iterable, Mapping

from learnt.clock import DAY_MS, Instant
from learnt.ids import PointId
from learnt.memory import MemoryModel, PointMemory


def recall_of(memory: PointMemory, model: MemoryModel, now: Instant) -> float:
    """The recall of a point as it stands a day after it was asked, or later.

    Right after an answer everything is known, what was missed as well: it has just been read.
    """
    return memory.recall(model, max(now, Instant(memory.last + DAY_MS)))


def known_among(
    points: Iterable[PointId],
    memories: Mapping[PointId, PointMemory],
    model: MemoryModel,
    now: Instant,
) -> float | None:
    """The mean recall of those of the points that were asked; None where none was."""
    found = [recall_of(memories[one], model, now) for one in points if one in memories]
    return sum(found) / len(found) if found else None
