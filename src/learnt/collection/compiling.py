"""Where the compiled fit is kept, and making it ahead of use.

numba needs some twenty seconds for the first compile of the kernels and keeps what it made. It is
kept in the platform's cache folder, by what the kernels' source is, so that a new version of the
program never runs the machine code of an old one. The browser's face has another process compile at
its start, so that no answer waits; LEARNT_COMPILE=later leaves it to the first fit.
"""

import hashlib
import os
import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

_DONE = "compiled"
_WHEN = "LEARNT_COMPILE"


def cache_folder() -> Path:
    """The folder of the compiled kernels of exactly this program."""
    from platformdirs import user_cache_path

    return user_cache_path("learnt", appauthor=False) / f"kernels-{_source()[:16]}"


def use_cache() -> None:
    """Have numba keep its work in `cache_folder`; called before `learnt.memory.fitting` loads."""
    if "numba" not in sys.modules:
        os.environ.setdefault("NUMBA_CACHE_DIR", str(cache_folder()))


def compile_kernels() -> bool:
    """Compile what fits and reports need, and say so in the cache; False where numba is not."""
    use_cache()
    import numpy as np

    from learnt.memory.fitting import COMPILES, ReviewLog, fit
    from learnt.memory.fitting.stream import USUAL_GAIN, sharpened
    from learnt.weights.priors import priors

    if not COMPILES:
        return False
    log = ReviewLog.of(np.array([1, 1, 1]), np.array([3, 1, 3]), np.array([0, 2, 4]) * 86_400_000)
    for model in ("fsrs6", "blend"):
        fit(model, log, priors())
    sharpened(np.array([0.9]), np.array([True]), USUAL_GAIN)
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _DONE).touch()
    return True


def is_compiled() -> bool:
    """Whether a fit can begin at once; always where numba is not installed."""
    return find_spec("numba") is None or (cache_folder() / _DONE).exists()


def compile_ahead() -> "subprocess.Popen[bytes] | None":
    """Compile in another process, with low priority; None where there is nothing to do ahead.

    Raises OSError where the system starts no process.
    """
    if os.environ.get(_WHEN) == "later" or is_compiled():
        return None
    program = "import os; os.nice(10) if hasattr(os, 'nice') else None\n"
    program += "from learnt.collection.compiling import compile_kernels; compile_kernels()"
    return subprocess.Popen(  # noqa: S603 - our own program, in the same Python
        [sys.executable, "-c", program],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _source() -> str:
    """A digest of everything that is compiled, of where it is, and of what compiles it.

    numba knows its work by the place of the source; the same elsewhere is compiled anew.
    """
    home = files("learnt.memory")
    compiler = version("numba") if find_spec("numba") else ""
    digest = hashlib.sha256(f"{sys.version} {compiler} {home}".encode())
    for folder in (home, home / "fitting"):
        for one in sorted(folder.iterdir(), key=lambda one: one.name):
            if one.name.endswith(".py"):
                digest.update(one.read_bytes())
    return digest.hexdigest()
