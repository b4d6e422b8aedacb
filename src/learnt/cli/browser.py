"""Opening a page in the browser of whoever sits here, where there is one."""

import os
import subprocess
import sys
import threading


def has_browser() -> bool:
    """Whether a window can be opened here: never over a plain line to another machine."""
    if sys.platform in ("darwin", "win32"):
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_browser(url: str) -> bool:
    """Open a page in a window of its own; whether that was tried. It is not waited for.

    Python's `webbrowser` is asked in a process of its own: what a browser prints stays there,
    and without TERM no browser that draws in this terminal is thought of.
    """
    if not has_browser():
        return False
    command = [sys.executable, "-m", "webbrowser", "-t", url]
    environment = {name: value for name, value in os.environ.items() if name != "TERM"}
    try:
        child = subprocess.Popen(  # noqa: S603 - our own Python and our own address
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C here is not meant for it
        )
    except OSError:
        return False
    threading.Thread(target=child.wait, daemon=True).start()
    return True
