"""Where time, ids and chance come from. Everything below is handed them."""

import os
import random
import secrets
import time
from collections.abc import Callable
from functools import partial

from learnt.clock import Instant
from learnt.ids import MakeId, uuid7

Now = Callable[[], Instant]

_RANDOM_BITS = 74
_STEP_BITS, _STEPS = 16, 512
_ROOM_TO_COUNT = 1 << 66  # start low, so that counting up never overflows into the time


def system_now() -> Instant:
    """The time by the machine's clock."""
    return Instant(time.time_ns() // 1_000_000)


def id_maker(now: Now, seed: int | None = None) -> MakeId:
    """A maker of ids that rise even within a millisecond, so that events keep their order.

    With a `seed` it makes the same ids again, for tests and demonstrations.
    """
    chance = secrets.SystemRandom() if seed is None else random.Random(seed)  # noqa: S311 - asked for
    step = _system_steps() if seed is None else partial(chance.getrandbits, _STEP_BITS)
    last_time, last_bits = Instant(0), 0

    def make_id() -> str:
        nonlocal last_time, last_bits
        moment = now()
        if moment > last_time:
            last_time, last_bits = moment, chance.getrandbits(_RANDOM_BITS) % _ROOM_TO_COUNT
        else:
            last_bits += 1 + step()
        return uuid7(last_time, last_bits)

    return make_id


def _system_steps() -> Callable[[], int]:
    """Chance of the system in small steps, asked for many at a time: each question takes long."""
    left: list[int] = []

    def step() -> int:
        if not left:
            left.extend(memoryview(os.urandom(_STEPS * _STEP_BITS // 8)).cast("H"))
        return left.pop()

    return step
