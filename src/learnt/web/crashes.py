"""Crashes of ours, kept in a file beside the collection, without a word of any card.

What an exception says may hold what a learner wrote (a database's errors hold the values of the
statement), so only its type is written, and where in the code it was.
"""

import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from traceback import walk_tb

from starlette.requests import ClientDisconnect
from starlette.types import Scope

from learnt.clock import Instant, iso
from learnt.collection import system_now

FILE_NAME = "learnt.log"
_LARGEST, _OLDER = 1_000_000, 2  # bytes of a file; how many full ones are kept beside it
_FRAMES = 60
_MARK = "learnt_reference"
_ROOTS = ("/site-packages/", "/dist-packages/", "/src/")


class CrashLog:
    """A file for crashes. `now` and `reference` say when it was and how it is found again."""

    def __init__(
        self,
        path: Path,
        now: Callable[[], Instant] = system_now,
        reference: Callable[[], str] = lambda: secrets.token_hex(4),
    ) -> None:
        self.path = path
        self._now = now
        self._reference = reference
        self._lock = threading.Lock()

    def keep(self, error: BaseException, scope: Scope | None = None) -> str:
        """Write a crash down; the reference by which it is found. Kept twice, written once."""
        known = getattr(error, _MARK, None)
        if isinstance(known, str):
            return known
        made = self._reference()
        with suppress(AttributeError):  # an exception that takes no marks is written again
            setattr(error, _MARK, made)
        if not isinstance(error, ClientDisconnect):  # someone closed the page while it came
            where = f"{scope['method']} {route_of(scope)}" if scope else "no request"
            self._write([f"crash {made} {where}", *_told(error)])
        return made

    def note(self, what: str) -> None:
        """Write down what went wrong without a crash, in words that we chose."""
        self._write([what])

    def _write(self, lines: list[str]) -> None:
        text = "\n  ".join([f"{iso(self._now())} {lines[0]}", *lines[1:]]) + "\n"
        with self._lock, suppress(OSError):  # a full disk must not make a second crash
            self._make_room(len(text.encode()))
            with open(self.path, "a", encoding="utf-8", opener=_private) as file:
                file.write(text)

    def _make_room(self, more: int) -> None:
        if not self.path.exists() or self.path.stat().st_size + more <= _LARGEST:
            return
        names = [self.path, *(Path(f"{self.path}.{n}") for n in range(1, _OLDER + 1))]
        for newer, older in reversed(list(pairwise(names))):
            if newer.exists():
                newer.replace(older)


def route_of(scope: Scope) -> str:
    """The template of the route that was taken, such as /decks/{deck}: never what was asked."""
    return str(getattr(scope.get("route"), "path", "no route"))


def _told(error: BaseException) -> Iterator[str]:
    """The error and those it came from, each with its stack, the innermost call last."""
    seen: set[int] = set()
    link: BaseException | None = error
    words = ""
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        kind = type(link)
        yield f"{words}{kind.__module__}.{kind.__qualname__}"
        yield from _stack(link)
        if isinstance(link, BaseExceptionGroup):
            for one in link.exceptions:
                yield "  of which:"
                yield from (f"  {line}" for line in _told(one))
        if link.__cause__ is not None:
            link, words = link.__cause__, "caused by "
        else:
            link, words = None if link.__suppress_context__ else link.__context__, "while handling "


def _stack(error: BaseException) -> Iterator[str]:
    frames = [
        f"  {_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(error.__traceback__)
    ]
    if len(frames) > _FRAMES:  # it called itself again and again
        half = _FRAMES // 2
        left_out = f"  … {len(frames) - _FRAMES} calls …"
        frames = [*frames[:half], left_out, *frames[-half:]]
    yield from frames


def _short(file: str) -> str:
    """A file's path from its package on: where a learner's files lie is no one's business."""
    path = file.replace("\\", "/")
    for root in _ROOTS:
        if root in path:
            return path.rpartition(root)[2]
    return "/".join(path.split("/")[-2:])


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
