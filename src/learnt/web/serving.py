"""A collection served to browsers until it is stopped, and looked after meanwhile."""

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from learnt.collection import Collection
from learnt.web.listening import is_for_this_machine_alone, network_url_of, url_of
from learnt.web.uploads.keeping import uploads_of

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

    from learnt.web.crashes import CrashLog
    from learnt.web.pairing import Pairing

_LAST_ANSWERS_SECONDS = 3
_TEND_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Served:
    """A server that is open: its address on this machine, its address for others, how to end it.

    Addresses end with a slash. `pairing` is None where only this machine can reach it.
    """

    here: str
    network: str
    pairing: "Pairing | None"
    stop: Callable[[], None]


def serve(
    collection: Collection,
    listening: socket.socket,
    told: Callable[[Served], None],
    *,
    names: tuple[str, ...] = (),
    renewed: Callable[[Served], None] = lambda _: None,
) -> None:
    """Serve a collection until Ctrl-C, SIGTERM or `Served.stop`; the socket is closed then.

    `names` are further names that it answers to; with one, or where other machines can reach
    the socket, devices must be paired. `told` is called when it is open, and `renewed` when
    wrong tries have led to a new code.
    """
    import uvicorn

    from learnt.web.app import make_app
    from learnt.web.crashes import FILE_NAME, CrashLog
    from learnt.web.door import Door
    from learnt.web.kernels import compiled_ahead
    from learnt.web.pairing import Pairing, secret_in

    with listening:
        pairing = None
        if names or not is_for_this_machine_alone(listening):
            pairing = Pairing(secret_in(collection.home), lambda: renewed(served))
        door = Door.here() if pairing is None else Door.network(pairing, *names)
        log = CrashLog(collection.home / FILE_NAME)
        server = uvicorn.Server(_settings(make_app(collection, door, log)))
        stop = partial(setattr, server, "should_exit", True)  # noqa: FBT003 - as setattr takes it
        network = network_url_of(listening)
        if names and is_for_this_machine_alone(listening):
            network = f"https://{names[0]}/"  # others come through the proxy of that name
        served = Served(url_of(listening), network, pairing, stop)
        with (
            _stopped_by_signals(server),
            _tended(collection, log),
            compiled_ahead(collection, log),
        ):
            told(served)
            server.run([listening])


def tend(collection: Collection, log: "CrashLog") -> None:
    """What a collection needs while it is served for days: the day's backup, where it is time.

    Files that have waited too long are let go.
    """
    try:
        uploads_of(collection).tidy()
        if collection.back_up_daily():
            log.note("The day's backup could not be made.")
    except Exception as error:  # noqa: BLE001 - no one is asking: it is kept for who looks
        log.keep(error)


def _settings(app: "ASGIApp") -> "uvicorn.Config":
    import uvicorn

    return uvicorn.Config(
        app,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        workers=1,
        log_config=None,
        log_level="critical",  # what it logs may hold what a learner wrote
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the door reads them, and from this machine only
        timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
    )


@contextmanager
def _stopped_by_signals(server: "uvicorn.Server") -> Iterator[None]:
    """Ctrl-C and SIGTERM end the server, and not the program around it."""
    server.capture_signals = _nothing  # type: ignore[method-assign] # its own raises them again
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {
        number: signal.signal(number, server.handle_exit)
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _nothing() -> Iterator[None]:
    yield


@contextmanager
def _tended(collection: Collection, log: "CrashLog") -> Iterator[None]:
    ended = threading.Event()

    def look_after() -> None:
        while not ended.wait(_TEND_SECONDS):
            tend(collection, log)

    thread = threading.Thread(target=look_after, name="learnt tends", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(_LAST_ANSWERS_SECONDS)
