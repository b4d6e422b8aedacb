"""Who may come in: the names this server answers to, where a form may come from, how large it is.

A page on the open web can make a browser send requests to this machine. What it cannot do is
choose the Host and the Origin that the browser writes on them, so these two are looked at.
"""

import re
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import Scope

from learnt.web.pairing import Pairing

LIMITS: Mapping[str, int] = {
    "/": 1_000_000,
    "/add": 256_000_000,  # a file as large as is kept, and the form around it
    "/api/v1/readings": 21_000_000,
    "/api/v1/drafts": 21_000_000,
    "/api/v1/packages": 21_000_000,
}
"""The most bytes that may be sent to a path and what is below it; the longest prefix holds."""

_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::[0-9]{1,5})?")
_READING = {"GET", "HEAD", "OPTIONS"}
_OWN = {"same-origin", "none"}  # `none`: typed into the address bar
_FORWARDED = ("x-forwarded-for", "x-forwarded-host", "forwarded")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not let in: an HTTP status, what happened, what to do."""

    status: int
    what: str
    what_to_do: str


NO_HOST = Refusal(
    400,
    "The request does not say which server it is for.",
    "Open the address that learnt showed when it started.",
)
OTHER_HOST = Refusal(
    421,
    "learnt does not answer to this name.",
    "Open the address that learnt showed when it started. "
    "For a name of your own, start it with --allow-host NAME.",
)
THROUGH_A_PROXY = Refusal(
    421,
    "The request came through another server, and learnt was started for this machine alone.",
    "Start it with --allow-host NAME, where NAME is what the other server is called.",
)
ELSEWHERE = Refusal(
    403,
    "The request came from another site, so nothing was done.",
    "Open learnt by its own address and try again there.",
)


@dataclass(frozen=True)
class Door:
    """What a server lets in. `allows` is asked for a Host's name: small letters, no port."""

    allows: Callable[[str], bool]
    pairing: Pairing | None = None
    limits: Mapping[str, int] = field(default_factory=lambda: LIMITS)

    @classmethod
    def here(cls, *more: str) -> "Door":
        """The door of a server that only this machine can reach.

        Any port will do: a tunnel may have changed it, and it is the name that an attacker's
        page cannot forge.
        """
        names = {"localhost", *_small(more)}
        return cls(lambda name: name in names or _is_loopback(name))

    @classmethod
    def network(cls, pairing: Pairing, *more: str) -> "Door":
        """The door of a server that other machines can reach; their browsers must be paired.

        Any address in numbers will do, since what a foreign name may lead to is never one.
        """
        names = {"localhost", *own_names(), *_small(more)}
        return cls(lambda name: name in names or _is_address(name), pairing)

    def refusal(self, scope: Scope, headers: Headers) -> Refusal | None:
        """Why this request is not let in, by its Host and its Origin; None where it is."""
        host = _only(headers, "host")
        found = _HOST.fullmatch(host or "")
        if host is None or found is None:
            return NO_HOST
        if not self.allows((found[1] or found[2]).lower().rstrip(".")):
            return OTHER_HOST
        if self.pairing is None and any(name in headers for name in _FORWARDED):
            return THROUGH_A_PROXY
        if scope["method"] not in _READING and not _own(headers, f"{scope['scheme']}://{host}"):
            return ELSEWHERE
        return None

    def limit(self, path: str) -> int:
        """The most bytes that may be sent to a path."""
        holding = [one for one in self.limits if _is_below(path, one)]
        return self.limits[max(holding, key=len)]


def scheme_of(scope: Scope, headers: Headers) -> str:
    """`https` where a proxy on this machine says that it was; else what the connection is."""
    peer = scope.get("client")
    if peer and _is_loopback(peer[0]) and headers.get("x-forwarded-proto") == "https":
        return "https"
    return str(scope["scheme"])


def own_names() -> set[str]:
    """What this machine is called in a network: its name, and the same with .local."""
    whole = socket.gethostname().lower()
    short = whole.partition(".")[0]
    return {whole, short, f"{short}.local"}


def _own(headers: Headers, own: str) -> bool:
    """Whether a request that may change something comes from a page of ours."""
    if "origin" in headers:
        said = _only(headers, "origin")
        return said is not None and said.lower() == own.lower()
    return all(said in _OWN for said in headers.getlist("sec-fetch-site"))


def _only(headers: Headers, name: str) -> str | None:
    """A header's value; None where there is none, or where there are two."""
    values = headers.getlist(name)
    return values[0] if len(values) == 1 else None


def _is_below(path: str, prefix: str) -> bool:
    return path == prefix or path.startswith(prefix.rstrip("/") + "/")


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(name: str) -> bool:
    return _is_address(name) and ip_address(name).is_loopback


def _small(names: tuple[str, ...]) -> set[str]:
    return {name.lower().rstrip(".") for name in names}
