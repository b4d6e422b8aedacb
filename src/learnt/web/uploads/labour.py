"""The process that reads and saves files while the server answers. It is ended to be stopped.

In, on stdin: an `Order`. Out, on stdout: lines of `Said`. What it saves, it saves in transactions:
ended at any moment, it leaves each of them whole or not there. It ends by itself when whoever
ordered is gone, and is bounded in memory, since what it reads comes from anywhere.
"""

import contextlib
import os
import signal
import sys
import tempfile
import threading
from pathlib import Path
from types import FrameType

import msgspec

from learnt.web.uploads import works
from learnt.web.uploads.orders import Order, Said

MEMORY = 4_000_000_000


def main() -> None:
    """Do what stdin orders."""
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=Order)
    signal.signal(signal.SIGTERM, _stop)
    threading.Thread(target=_end_with_who_ordered, daemon=True).start()
    _bound()
    work = Path(order.folder) / "work"
    work.mkdir(exist_ok=True)
    tempfile.tempdir = str(work)  # cleared by who ordered, however this process ends
    works.do(order, _say)


def _say(said: Said) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(said) + b"\n")
    sys.stdout.buffer.flush()


def _stop(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)  # what is open is closed: transactions, other processes, half a backup


def _end_with_who_ordered() -> None:
    """The line to it is cut when the server ends, in whatever way."""
    while os.read(sys.stdin.fileno(), 1000):  # not by its buffer, which the end would wait for
        pass
    os._exit(0)


def _bound() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system can
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
