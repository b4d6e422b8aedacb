"""What every table states: the commit, the date, the machine, and what its disk needs."""

import os
import platform
import sqlite3
import statistics
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import learnt

ROOT = Path(__file__).resolve().parent.parent


def machine() -> list[str]:
    """Lines that say where and with what a table was made."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return [
        f"- {datetime.now(UTC):%Y-%m-%d}, learnt {learnt.__version__}, commit {_commit()}",
        f"- {_processor()}, {os.cpu_count()} cores, {_memory()} of memory",
        f"- {platform.system()} {platform.release()}, {python}, SQLite {sqlite3.sqlite_version}",
        f"- {os.getloadavg()[0]:.1f} programs wanted to run in the last minute, this one included",
    ]


def disk(folder: Path) -> str:
    """The file system of a folder, and how long it takes to have one small write on the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "probe"
    took = []
    with path.open("wb", buffering=0) as file:
        for _ in range(200):
            file.write(bytes(4096))
            began = time.perf_counter()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - began) * 1000)
    path.unlink()
    half, most = statistics.median(took), percentile(took, 0.99)
    return (
        f"{_file_system(folder)}; writing 4 KiB and one fsync takes {half:.2f} ms, "
        f"99th percentile {most:.2f} ms"
    )


def percentile(values: list[float], share: float) -> float:
    """The value that `share` (0-1) of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def _commit() -> str:
    asked = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.strip()


def _processor() -> str:
    for line in _lines("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> str:
    for line in _lines("/proc/meminfo"):
        if line.startswith("MemTotal"):
            return f"{int(line.split()[1]) / 2**20:.0f} GiB"
    return "unknown size"


def _file_system(folder: Path) -> str:
    """The kind of the mount that the folder is in, where the system says so."""
    here = str(folder.resolve())
    best = ("", "unknown file system")
    for line in _lines("/proc/mounts"):
        _, mount, kind, *_ = line.split()
        inside = here == mount or here.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= len(best[0]):
            best = (mount, kind)
    return best[1]


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
