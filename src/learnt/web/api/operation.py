"""An operation of the API: its address, and a handler whose types say all the rest.

The routes and the OpenAPI document are both made from operations, so neither can forget one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from inspect import cleandoc
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

import msgspec

from learnt.errors import NotFound
from learnt.ids import is_id
from learnt.web.face import Face

PREFIX = "/api/v1"
KEY = "Idempotency-Key"

Q = TypeVar("Q")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Call(Generic[Q, B]):
    """A request whose values were checked: `Call[query, body]`, None where there is none.

    `key` is the Idempotency-Key that came with it.
    """

    path: Mapping[str, str]
    query: Q
    body: B
    key: str | None = None

    def id(self, name: str) -> str:
        """An id that is part of the path. Raises NotFound for what is none."""
        found = self.path[name]
        if not is_id(found):
            raise NotFound("There is nothing at this address. It may have been deleted.")
        return found


Handler = Callable[[Face, Call[Any, Any]], object]
"""What does the work. A Struct that it returns is written as JSON, a Response goes as it is."""


@dataclass(frozen=True)
class Operation:
    """One operation. `path` begins after PREFIX; `errors` are statuses of its own.

    `files` are the media types of an answer that is a file. `waits` is False where the collection
    is not asked, so that the answer comes at once whatever else is being done.
    """

    method: str
    path: str
    handler: Handler
    status: int = 200
    errors: tuple[int, ...] = ()
    files: tuple[str, ...] = ()
    keyed: bool = False
    waits: bool = True

    @property
    def name(self) -> str:
        """What the operation is called in the document."""
        return self.handler.__name__

    @property
    def summary(self) -> str:
        """The first line of what is said of it."""
        return self._told.partition("\n")[0].rstrip(".")

    @property
    def description(self) -> str:
        """What else is said of it, a paragraph in one line."""
        return reflowed(self._told.partition("\n")[2])

    @cached_property
    def query(self) -> type[msgspec.Struct] | None:
        """What may stand in the address after the question mark."""
        return self._asked[0]

    @cached_property
    def request(self) -> type[msgspec.Struct] | None:
        """The body that is sent."""
        return self._asked[1]

    @property
    def body_may_be_missing(self) -> bool:
        """Whether every field of the body can be left out, and so the body can."""
        if self.request is None:
            return True
        return not any(field.required for field in msgspec.structs.fields(self.request))

    @cached_property
    def response(self) -> Any:  # noqa: ANN401 - a Struct, or any type that msgspec can write
        """What comes back."""
        return get_type_hints(self.handler)["return"]

    @cached_property
    def _asked(self) -> tuple[type[msgspec.Struct] | None, type[msgspec.Struct] | None]:
        query, body = get_args(get_type_hints(self.handler)["call"])
        return (None if query is NoneType else query, None if body is NoneType else body)

    @property
    def _told(self) -> str:
        return cleandoc(self.handler.__doc__ or "")


def reflowed(text: str) -> str:
    """A docstring with each paragraph on one line."""
    parts = cleandoc(text).split("\n\n")
    return "\n\n".join(" ".join(part.split()) for part in parts).strip()
