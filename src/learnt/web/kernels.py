"""What fits run on, compiled ahead in another process while the pages are open already."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from learnt.collection import Collection
from learnt.collection.compiling import compile_ahead, use_cache
from learnt.web.crashes import CrashLog

_LAST_SECONDS = 3


@contextmanager
def compiled_ahead(collection: Collection, log: CrashLog) -> Iterator[None]:
    """Compile beside what is done within; a fit that comes earlier waits for it, an answer never.

    It is ended with what is done within, and begun anew at the next start.
    """
    process = _begun(log)
    if process is None:
        yield
        return

    def wait() -> None:
        process.wait()
        use_cache()

    collection.before_kernels = wait
    Thread(target=process.wait, name="learnt compiles", daemon=True).start()  # its end is heard
    try:
        yield
    finally:
        collection.before_kernels = use_cache
        process.terminate()
        try:
            process.wait(_LAST_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _begun(log: CrashLog) -> "subprocess.Popen[bytes] | None":
    try:
        return compile_ahead()
    except OSError as error:  # fits compile for themselves then
        log.keep(error)
        return None
