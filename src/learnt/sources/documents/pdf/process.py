"""The process that takes a document apart, from the outside: bounded, and heard line by line."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from learnt.errors import Unreadable
from learnt.sources.documents.pdf.outside import SECONDS

_OUTSIDE = Path(__file__).with_name("outside.py")
_MOST_HEARD = 600_000_000
"""Bytes of all answers together: some hundred thousand pages of text."""

_BROKEN = (
    "{} could not be read: it is damaged, or asks for more time or memory than a document should. "
    "Open it in its own program, and copy the text you need."
)


def taken_apart(data: bytes, name: str) -> Iterator[bytes]:
    """The lines that the process says of a document. Raises Unreadable where it breaks down."""
    command = [sys.executable, "-I", "-X", "utf8", str(_OUTSIDE)]
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - it is our own file, and no shell
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
    ) as process:
        late = threading.Timer(SECONDS, process.kill)
        late.daemon = True
        late.start()
        try:
            yield from _heard(process, data)
            process.wait()
        finally:
            late.cancel()
            process.kill()  # whoever asked may have gone away
        if process.returncode:
            raise Unreadable(_BROKEN.format(name))


def _heard(process: "subprocess.Popen[bytes]", data: bytes) -> Iterator[bytes]:
    sent, said = process.stdin, process.stdout
    if sent is None or said is None:
        return
    with suppress(OSError), sent:  # it may have broken down before it took all of it
        sent.write(data)
    heard = 0
    for line in said:
        heard += len(line)
        if heard > _MOST_HEARD:
            process.kill()
            return
        yield line
