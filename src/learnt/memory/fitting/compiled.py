"""The same Python, compiled where numba is installed.

The kernels of this folder are loops of plain arithmetic. numba makes machine code of them, which is
some hundred times as fast; without numba they run as they stand.
"""

from collections.abc import Callable
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., object])

OPTIONS: dict[str, Any] = {"error_model": "numpy", "fastmath": {"contract"}}
"""As in C: a division by 0 is infinite, and a product may be added in one instruction."""

try:
    from numba import njit
    from numba.extending import register_jitable
except ImportError:  # numba is an extra, and new Pythons come before it does
    COMPILES = False
else:
    COMPILES = True


def kernel(function: Function) -> Function:
    """Compile a loop; the machine code is kept for the next start, and lets other threads run."""
    if not COMPILES:
        return function
    compiled: Function = njit(cache=True, nogil=True, **OPTIONS)(function)
    return compiled


def callable_from_kernels(*functions: Callable[..., object]) -> None:
    """Let kernels call functions that stay plain Python for everyone else."""
    if COMPILES:
        for function in functions:
            register_jitable(**OPTIONS, forceinline=True)(function)
