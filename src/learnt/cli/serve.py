"""`learnt serve`: the browser face, for this machine or for the phones in the same network."""

import re
import sys
from typing import TYPE_CHECKING

import click

from learnt.cli.browser import open_browser
from learnt.cli.options import Options, verb
from learnt.cli.output import line_of_json, talk

if TYPE_CHECKING:
    import socket

    from learnt.collection import Collection
    from learnt.web.serving import Served

_HERE = "127.0.0.1"
_NAME = re.compile(r"[\w.-]{1,253}")
_STOPPED = "Stopped."


@verb()
@click.option(
    "--host",
    default=_HERE,
    show_default=True,
    metavar="H",
    help="The address to open; 0.0.0.0 lets in paired devices of the network.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="P",
    help="The port to open; 7305 by default, 0 is any free one.",
)
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME",
    help="Answer to this name too, as behind a proxy. Devices must then be paired.",
)
@click.option(
    "--open/--no-open", "browse", default=True, help="Open the browser, where there is one, or not."
)
@click.option("--forget-devices", is_flag=True, help="Ask every paired device for a code again.")
def serve(
    options: Options,
    host: str,
    port: int | None,
    names: tuple[str, ...],
    *,
    browse: bool,
    forget_devices: bool,
) -> None:
    """Open learnt for a browser, until Ctrl-C. Only this machine can reach it by default."""
    from learnt.web.listening import PORT, listen

    for name in names:
        if not _NAME.fullmatch(name):
            raise click.UsageError(
                f"“{name}” is no name of a machine. Write it alone, such as learnt.example.org."
            )
    with options.open(moving=True) as collection:
        listening = listen(host, PORT if port is None else port)
        if forget_devices:
            _forget(collection)
        serve_on(options, collection, listening, browse=browse, names=names)


def serve_on(
    options: Options,
    collection: "Collection",
    listening: "socket.socket",
    *,
    browse: bool,
    page: str = "",
    names: tuple[str, ...] = (),
) -> None:
    """Serve on a socket until Ctrl-C, and show a browser the page: a path without its slash."""
    from learnt.web.serving import serve as serve_collection

    def told(served: "Served") -> None:
        if options.json:
            line_of_json(_as_json(served))
        shown = served.here if served.pairing else served.here + page
        talk(f"learnt is open at {shown} Ctrl-C stops.")
        if served.pairing:
            _tell_pairing(served)
        if browse:
            open_browser(served.here + (_pair_path(served) or page))

    serve_collection(collection, listening, told, names=names, renewed=_tell_code)
    talk(_STOPPED)


def _forget(collection: "Collection") -> None:
    from learnt.web.pairing import forget_devices

    forget_devices(collection.home)
    talk("All paired devices are forgotten.")


def _as_json(served: "Served") -> dict[str, object]:
    if served.pairing is None:
        return {"url": served.here}
    return {
        "url": served.here,
        "network": served.network,
        "code": served.pairing.shown,
    }


def _pair_path(served: "Served") -> str:
    return f"pair?code={served.pairing.code}" if served.pairing else ""


def _tell_pairing(served: "Served") -> None:
    talk(f"Other devices open {served.network} and pair once with a code.")
    _tell_code(served)
    if not served.network.startswith("https:"):
        talk("Only on a network that you trust: the connection is not encrypted.")
        talk("Studying offline on a phone needs HTTPS: see docs/phone.md.")


def _tell_code(served: "Served") -> None:
    """The code, and where there is a terminal to draw it in, the QR code that holds it."""
    if served.pairing is None:
        return
    talk(f"Code: {served.pairing.shown}")
    if sys.stderr.isatty() and (sys.stderr.encoding or "").lower().replace("-", "") == "utf8":
        import segno

        made = segno.make(served.network + _pair_path(served), micro=False)
        made.terminal(sys.stderr, compact=True, border=2)
