"""The program in a process of its own, which can be killed and started again."""

import json
import signal
from pathlib import Path
from typing import Any, Self

from learnt import Collection
from learnt.journal import Event, Review
from tests.forked import Heard

_SERVE = "import sys; from learnt.cli import run; sys.exit(run(sys.argv[1:]))"
_PATIENCE_SECONDS = 60


class Program:
    """`learnt serve` on a home folder. Closed, it must have ended well and crashed nowhere.

    `before` is code run in the process before the program is: something planted in it, or a fault
    with which it `may_crash`.
    """

    def __init__(
        self, home: Path, *arguments: str, before: str = "", may_crash: bool = False
    ) -> None:
        self.home = home
        self.said: dict[str, Any] = {}
        self.port = 0
        self._arguments = arguments
        self._code = f"{before}\n{_SERVE}" if before else _SERVE
        self._may_crash = may_crash
        self._process: Heard | None = None
        home.parent.mkdir(parents=True, exist_ok=True)
        self._told = home.parent / "told.txt"
        self._told.write_text("")

    @property
    def url(self) -> str:
        """The address it is at, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, on the port it had before if it had one, and wait until it answers."""
        common = ("--home", str(self.home), "--json", "serve", "--no-open")
        self._process = Heard(
            self._code, (*common, "--port", str(self.port), *self._arguments), self._told
        )
        line = self._process.stdout.readline()
        assert line, self._ended()
        self.said = json.loads(line)
        self.port = int(self.said["url"].rstrip("/").rpartition(":")[2])

    def kill(self) -> None:
        """As when the machine loses power: no last word is said."""
        assert self._process
        self._process.kill()
        self._ended()

    def stop(self) -> None:
        """End it as Ctrl-C does, if it runs."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGINT)
        status, told = self._process.status, self._ended()
        assert status in {0, None}, told

    def journal(self) -> tuple[Event, ...]:
        """Every event in the journal, undone ones and undos included."""
        with Collection.open(self.home) as collection, collection.store.reading() as transaction:
            return transaction.journal.events()

    def reviews(self) -> list[Review]:
        """The reviews in the journal, undone ones included, by time."""
        return [event for event in self.journal() if isinstance(event, Review)]

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        log = self.home / "learnt.log"
        assert self._may_crash or not log.exists(), log.read_text()

    def _ended(self) -> str:
        """Wait for its end; what it told."""
        assert self._process
        self._process.wait(_PATIENCE_SECONDS)
        self._process = None
        return self._told.read_text()
