"""The socket that is served on, opened before the server starts: what is wrong is told plainly."""

import errno
import socket
from ipaddress import ip_address

from learnt.errors import UsageError

PORT = 7305
HERE = "127.0.0.1"

_MORE_PORTS = 10
_NOWHERE = "203.0.113.1"  # RFC 5737: an address that no machine has


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 is any free one. Raises UsageError, in plain words."""
    found = _try(host, port)
    if found is None:
        raise UsageError(f"Port {port} is taken by another program. Choose another with --port.")
    return found


def listen_near(host: str, port: int) -> socket.socket:
    """A socket on this port, or on the next that is free. Raises UsageError where none is."""
    for one in range(port, port + _MORE_PORTS + 1):
        found = _try(host, one)
        if found is not None:
            return found
    raise UsageError(
        f"The ports {port} to {port + _MORE_PORTS} are all taken by other programs. "
        "Choose another with `learnt serve --port`."
    )


def url_of(listening: socket.socket) -> str:
    """The address by which this machine reaches the socket."""
    host, port = listening.getsockname()[:2]
    if ip_address(host).is_unspecified:
        host = "::1" if listening.family == socket.AF_INET6 else HERE
    return _url(host, port)


def network_url_of(listening: socket.socket) -> str:
    """The address by which other machines reach the socket, as far as this one can know it."""
    host, port = listening.getsockname()[:2]
    if not ip_address(host).is_unspecified:
        return url_of(listening)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect((_NOWHERE, 9))  # nothing is sent; the system chooses our own address
            host = asking.getsockname()[0]
        except OSError:
            return url_of(listening)
    return _url(host, port)


def is_for_this_machine_alone(listening: socket.socket) -> bool:
    """Whether no other machine can reach the socket."""
    return ip_address(listening.getsockname()[0]).is_loopback


def _try(host: str, port: int) -> socket.socket | None:
    """A socket that listens; None where the port is taken."""
    elsewhere = UsageError(
        f"{host} is no address of this machine. "
        f"Choose {HERE} for this machine alone, or 0.0.0.0 for the network."
    )
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise elsewhere from error
    family, _, _, _, address = found[0]
    both = family == socket.AF_INET6 and host == "::" and socket.has_dualstack_ipv6()
    try:
        opened = socket.create_server(address, family=family, backlog=128, dualstack_ipv6=both)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return None
        if error.errno == errno.EADDRNOTAVAIL:
            raise elsewhere from error
        if error.errno == errno.EACCES:
            raise UsageError(
                f"Port {port} is not for everyone to open. Choose one above 1023 with --port."
            ) from error
        raise UsageError(
            f"{host} cannot be opened: {error.strerror}. Try --host {HERE}."
        ) from error
    # Each connection inherits it. asyncio does not see that this is TCP, and without it an
    # answer's second packet waits 40 ms until the browser has said that it got the first.
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return opened


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
