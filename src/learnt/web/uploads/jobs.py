"""What is being done with files: begun, heard, and stopped on demand; two at a time."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event, Lock, Semaphore, Thread

import msgspec

from learnt.collection import Choices, Collection, system_now
from learnt.errors import NotFound
from learnt.web.uploads.keeping import Uploads
from learnt.web.uploads.orders import Order, Said
from learnt.web.uploads.upload import State, Upload, Work

PATIENCE_SECONDS = 1.5
"""How long a request waits for what it has begun: most files are done by then."""

_AT_ONCE = 2
_GRACE_SECONDS = 3.0
_COMMAND = (sys.executable, "-P", "-X", "utf8", "-m", "learnt.web.uploads.labour")
_FELL = (
    "Working on {} ended before it was done: it asked for more memory or time than there is, or "
    "the program was ended from outside. What was there before is safe. Try again, or add it from "
    "the terminal: learnt add {}"
)
_NO_PROCESS = "The system starts no other process at the moment ({}). Try again."


@dataclass
class Job:
    """Something that is being done: the last that was said of it, and how to stop it."""

    upload: Upload
    work: Work
    choices: Choices | None = None
    said: Said = field(default_factory=lambda: Said("Waiting for its turn …"))
    stopped: bool = False
    over: Event = field(default_factory=Event)
    process: "subprocess.Popen[bytes] | None" = None


class Jobs:
    """All that is being done with the files of a collection. `changed` is called after saving."""

    def __init__(
        self, collection: Collection, uploads: Uploads, changed: Callable[[], None]
    ) -> None:
        self._collection = collection
        self._uploads = uploads
        self._changed = changed
        self._going: dict[str, Job] = {}
        self._lock = Lock()
        self._turns = Semaphore(_AT_ONCE)

    def begin(self, upload: Upload, work: Work, choices: Choices | None = None) -> Job:
        """Begin to work on a file; what is being done with it already goes on instead.

        Without `choices`, saving asks before it changes what is there.
        """
        with self._lock:
            going = self._going.get(upload.id)
            if going is not None:
                return going
            begun = self._uploads.change(
                upload.id, lambda one: replace(one, state=State.WORKED_ON, work=work, why="")
            )
            job = self._going[upload.id] = Job(begun, work, choices)
        Thread(target=self._do, args=(job,), name="learnt works", daemon=True).start()
        return job

    def wait(self, job: Job) -> None:
        """Wait a little for the end of it."""
        job.over.wait(PATIENCE_SECONDS)

    def of(self, upload: Upload) -> Job | None:
        """What is being done with a file."""
        with self._lock:
            return self._going.get(upload.id)

    def looked_after(self, upload: Upload) -> Upload:
        """The file as it is; what was begun by a program that ended is said to be interrupted."""
        if upload.state is not State.WORKED_ON or self.of(upload):
            return upload
        return self._uploads.change(
            upload.id,
            lambda one: (
                replace(one, state=State.INTERRUPTED)
                if one.state is State.WORKED_ON and not self.of(one)
                else one
            ),
        )

    def stop(self, upload: Upload) -> None:
        """Stop what is being done with a file, and wait until it has stopped."""
        job = self.of(upload)
        if job is None:
            return
        job.stopped = True
        if job.process is not None:
            _end(job.process)
        job.over.wait()

    def _do(self, job: Job) -> None:
        last: Said | None = None
        try:
            while not (turn := self._turns.acquire(timeout=0.1)) and not job.stopped:
                pass
            try:
                if not job.stopped:
                    last = self._heard(job)
            finally:
                if turn:
                    self._turns.release()
        except OSError as error:
            last = Said(failed=_NO_PROCESS.format(error.strerror))
        with suppress(NotFound, OSError):  # thrown away meanwhile
            self._close(job, last)
        with self._lock:
            del self._going[job.upload.id]
        job.over.set()

    def _heard(self, job: Job) -> Said | None:
        """Hear how it is done; its last word, None where it had none."""
        last: Said | None = None
        for said in said_by_another(job, self._order(job)):
            if said.ended or said.failed:
                last = said
            else:
                job.said = said
            if said.saved:
                change = partial(Upload.with_saved, deck=said.saved)
                job.upload = self._uploads.change(job.upload.id, change)
        return last

    def _order(self, job: Job) -> Order:
        collection = self._collection
        return Order(
            job.work,
            str(self._uploads.place(job.upload)),
            job.upload.name,
            str(collection.home),
            collection.store.url,
            collection.now() - system_now(),
            job.upload.choice,
            job.choices,
        )

    def _close(self, job: Job, last: Said | None) -> None:
        """Write down how it ended."""
        shutil.rmtree(self._uploads.place(job.upload) / "work", ignore_errors=True)
        if last is not None and last.ended:
            done = State.WAITS if job.work is Work.LOOK else State.DONE
            state, why = State.ASKS if last.asks else done, ""
        elif job.stopped:
            state, why = State.STOPPED, ""
        else:
            state, why = State.FAILED, last.failed if last else _FELL.format(*[job.upload.name] * 2)
        draft = last.draft if last else ""
        after = self._uploads.change(
            job.upload.id, lambda one: replace(one, state=state, why=why, draft=draft)
        )
        if state is State.DONE:
            self._uploads.let_go(after)
        if after.saved:
            self._changed()


def said_by_another(job: Job, order: Order) -> Iterator[Said]:
    """Let another process do it, and hear it. Raises OSError where none can be started."""
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - our own program, in the same Python
        _COMMAND, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        job.process = process
        job.said = Said("Opening it …")
        if job.stopped:
            _end(process)
        assert process.stdin  # noqa: S101 - asked for above
        assert process.stdout  # noqa: S101 - asked for above
        with suppress(OSError):  # it may have ended at once
            process.stdin.write(msgspec.json.encode(order) + b"\n")
            process.stdin.flush()
        for line in process.stdout:
            yield msgspec.json.decode(line, type=Said)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process: kindly, so that it cleans up, and then with all that it has started."""
    process.terminate()
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        if hasattr(os, "killpg"):
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
