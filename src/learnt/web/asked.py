"""A request as the pages read it: checked values out of paths, queries and forms."""

import re
from dataclasses import dataclass
from typing import BinaryIO

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from learnt.clock import Instant
from learnt.errors import NotFound, UsageError
from learnt.ids import is_id

_LAST = 32_503_680_000_000
"""The year 2999: a time in a form beyond it would leave no room to plan in."""

_LOCAL = re.compile(r"/(?![/\\])[^\x00-\x20\\]*")
MOST_FIELDS = 5_000
OLD_PAGE = "This page is out of date or incomplete. Open it anew."


class WrongField(UsageError):
    """What was written in a field of a form cannot be; `field` is its name."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


def wrong_of(error: UsageError, otherwise: str) -> dict[str, str]:
    """What a form says beside a field: beside `otherwise` where the error names none."""
    return {error.field if isinstance(error, WrongField) else otherwise: str(error)}


@dataclass(frozen=True)
class Sent:
    """A file of a form, which may be too large to hold."""

    name: str
    size: int
    file: BinaryIO

    def read(self) -> bytes:
        """All of it."""
        self.file.seek(0)
        return self.file.read()

    def head(self) -> bytes:
        """Its first bytes."""
        self.file.seek(0)
        return self.file.read(10_000)


@dataclass(frozen=True)
class Asked:
    """A request and its form. What is missing or wrong raises UsageError in plain words."""

    request: Request
    form: FormData
    files: tuple[Sent, ...] = ()

    @classmethod
    async def read(cls, request: Request) -> "Asked":
        """Read the body, a form if there is one; large files lie on the disk meanwhile."""
        if request.method in ("GET", "HEAD"):
            return cls(request, FormData())
        form = await request.form(max_fields=MOST_FIELDS, max_part_size=22_000_000)
        request.state.written = form  # a page that tells of a failure gives it back
        files = [
            Sent(one.filename or "page.txt", one.size or 0, one.file)
            for one in form.getlist("file")
            if isinstance(one, UploadFile) and (one.filename or one.size)
        ]
        return cls(request, form, tuple(files))

    @classmethod
    def bare(cls, request: Request) -> "Asked":
        """A request whose form somebody else has read."""
        return cls(request, FormData())

    async def close(self) -> None:
        """Let go of files that were sent."""
        await self.form.close()

    @property
    def path(self) -> str:
        """The path that was asked for."""
        return self.request.url.path

    @property
    def partly(self) -> bool:
        """Whether only a part of the page is wanted, to be put into one that is open."""
        headers = self.request.headers
        return "hx-request" in headers and "hx-history-restore-request" not in headers

    def query(self, name: str) -> str:
        """A value of the address; empty where there is none."""
        return self.request.query_params.get(name, "")

    def page_number(self) -> int:
        """Which page of a long list, from 1."""
        text = self.query("page")
        return max(1, int(text)) if text.isdecimal() and len(text) < 8 else 1

    def in_path(self, name: str) -> str:
        """An id that is part of the path. Raises NotFound for what is none."""
        found = str(self.request.path_params[name])
        if not is_id(found):
            raise NotFound("There is nothing at this address. It may have been deleted.")
        return found

    def text(self, name: str, most: int = 100_000) -> str:
        """A text of the form, or of the address; empty where it was not sent."""
        value = self.form.get(name) or self.request.query_params.get(name, "")
        if not isinstance(value, str):
            raise WrongField(name, f"“{name}” is a text, and a file was sent.")
        if len(value) > most:
            long = f"This text is too long ({len(value):,} letters; {most:,} fit)."
            raise WrongField(name, long)
        return value.replace("\r\n", "\n")

    def texts(self, name: str) -> list[str]:
        """All values of a field that stands several times."""
        return [
            one.replace("\r\n", "\n") for one in self.form.getlist(name) if isinstance(one, str)
        ]

    def id(self, name: str) -> str:
        """An id in the form. Raises UsageError."""
        value = self.text(name)
        if not is_id(value):
            raise UsageError(OLD_PAGE)
        return value

    def ids(self, name: str) -> list[str]:
        """Ids in the form; what is none is left out."""
        return [value for value in self.texts(name) if is_id(value)]

    def number(self, name: str, least: int, most: int) -> int | None:
        """A whole number within bounds; None where it is empty. Raises UsageError."""
        value = self.text(name).strip()
        if not value:
            return None
        if not re.fullmatch(r"\d{1,15}", value) or not least <= int(value) <= most:
            why = f"“{value[:20]}” is not a whole number between {least} and {most}."
            raise WrongField(name, why)
        return int(value)

    def signed_number(self, name: str, least: int, most: int) -> int | None:
        """A whole number, which may be below 0; None where it is empty. Raises UsageError."""
        value = self.text(name).strip()
        if not value:
            return None
        if not re.fullmatch(r"-?\d{1,9}", value) or not least <= int(value) <= most:
            why = f"“{value[:20]}” is not a whole number between {least} and {most}."
            raise WrongField(name, why)
        return int(value)

    def instant(self, name: str) -> Instant | None:
        """An instant in the form, in milliseconds; None where the field is empty.

        A page has it from us, so one that cannot be is of another page. Raises UsageError.
        """
        try:
            found = self.number(name, 0, _LAST)
        except UsageError:
            raise UsageError(OLD_PAGE) from None
        return None if found is None else Instant(found)

    def back(self, otherwise: str) -> str:
        """The page of ours to go back to; never another site."""
        wanted = self.text("back")
        return wanted if _LOCAL.fullmatch(wanted) else otherwise
