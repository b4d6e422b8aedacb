"""Pairing: who is not at this machine shows once that they can see its screen.

A code is shown where learnt was started. Typed into another device, or read from a QR code, it
brings a signed token, which the device keeps as a cookie. The secret that signs it lies beside
the collection, so a paired device stays paired after a restart, until it is forgotten.
"""

import os
import re
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from learnt.errors import LearntError

PAIR = "/pair"
COOKIE = "learnt_device"
MAX_AGE = 180 * 86_400
"""Seconds for which a device stays paired."""
MAX_WRONG = 10
"""After so many wrong tries there is a new code: it can be read, but not guessed."""
OPEN = re.compile(r"/pair\Z|/static/|/favicon\.ico\Z|/api/v1/about\Z")
"""What is open to all: it says nothing of what anyone learns."""
KEY_NAME = "pairing.key"

_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another
_LENGTH = 8
_SECRET_BYTES = 32


def new_code() -> str:
    """A code of 8 letters and digits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


class Pairing:
    """The code of this start of the program, and the tokens of the devices that knew one.

    `renewed` is called when too many wrong tries have led to a new code.
    """

    def __init__(
        self,
        secret: bytes,
        renewed: Callable[[], None] = lambda: None,
        make_code: Callable[[], str] = new_code,
    ) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt="learnt device")
        self._renewed = renewed
        self._make_code = make_code
        self._lock = threading.Lock()
        self._wrong = 0
        self.code = make_code()

    @property
    def shown(self) -> str:
        """The code as it is read aloud: ABCD-EFGH."""
        return f"{self.code[:4]}-{self.code[4:]}"

    def pair(self, said: str) -> str | None:
        """A token for who said the code, in whatever case and with whatever dashes; or None."""
        letters = re.sub(r"[^A-Z0-9]", "", said.upper())
        with self._lock:
            if secrets.compare_digest(letters, self.code):
                return str(self._signer.dumps(secrets.token_hex(8)))
            self._wrong += 1
            if self._wrong < MAX_WRONG:
                return None
            self._wrong, self.code = 0, self._make_code()
        self._renewed()
        return None

    def knows(self, token: str) -> bool:
        """Whether this token was given here, and not too long ago."""
        try:
            self._signer.loads(token, max_age=MAX_AGE)
        except BadData:
            return False
        return True


def is_paired(pairing: Pairing, headers: Headers) -> bool:
    """Whether a request has a token of ours: as a cookie, or as a program sends it."""
    kind, _, bearer = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and pairing.knows(bearer.strip()):
        return True
    cookies = cookie_parser("; ".join(headers.getlist("cookie")))
    return pairing.knows(cookies.get(COOKIE, ""))


def secret_in(home: Path) -> bytes:
    """The secret that signs the tokens of a collection's devices; made where there is none."""
    path = home / KEY_NAME
    with suppress(OSError):
        path.chmod(0o600)
        found = path.read_bytes()
        if len(found) == _SECRET_BYTES:
            return found
    return forget_devices(home)


def forget_devices(home: Path) -> bytes:
    """A new secret in place of the old one: every device must be paired again."""
    secret = secrets.token_bytes(_SECRET_BYTES)
    path = home / KEY_NAME
    half = path.with_name(f"{KEY_NAME}.part")
    try:
        half.unlink(missing_ok=True)
        descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - of a descriptor, private from the start
            file.write(secret)
        half.replace(path)
    except OSError as error:
        raise LearntError(
            f"{path} cannot be written: {error.strerror}. Paired devices are remembered there; "
            "check that the folder can be written."
        ) from error
    return secret
