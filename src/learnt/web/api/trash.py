"""The trash: what was deleted or reworded, and the way back."""

from msgspec import Struct

from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import Brought, Thrown, Window, part
from learnt.web.api.writing import brought, thrown
from learnt.web.face import Face


class Trash(Struct, frozen=True):
    """Some things of the trash, the latest first, of so many in all."""

    things: list[Thrown]
    start: int
    total: int


def list_trash(face: Face, call: Call[Window, None]) -> Trash:
    """What was deleted, and earlier wordings of cards."""
    things = face.collection.trash()
    shown = [thrown(one) for one in part(things, call.query)]
    return Trash(shown, call.query.start, len(things))


def bring_back(face: Face, call: Call[None, None]) -> Brought:
    """Bring a thing back as it was, with its history."""
    added = face.collection.bring_back(call.id("thing"))
    face.changed()
    return brought(added)


OPERATIONS = (
    Operation("GET", "/trash", list_trash),
    Operation("POST", "/trash/{thing}/bring-back", bring_back),
)
