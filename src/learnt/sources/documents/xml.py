"""XML → events, within bounds: no entities, no outside files, no endless depth.

The reader is expat, driven by hand: a document type, which is where entities are declared, ends
the reading, and no tree is built. Names are short: `w:p` whatever a file calls its namespace.
"""

from collections.abc import Callable, Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from learnt.errors import Unreadable

DEEPEST = 400
_SPACES = (  # a part of a namespace's address → how it is called here; the first that fits
    ("wordprocessingml", "w"),
    ("officeDocument/2006/math", "m"),
    ("officeDocument/math", "m"),
    ("presentationml", "p"),
    ("markup-compatibility", "mc"),
    ("drawingml", "a"),
    ("officeDocument/2006/relationships", "r"),
    ("officeDocument/relationships", "r"),
)
_DAMAGED = (
    "{} is damaged: one of its parts is no XML. Open it in its own program and save it again, or "
    "copy the text."
)
_REFUSED = (
    "{} was not read: one of its parts declares entities or is nested endlessly, which no program "
    "writes into a document. Open it in its own program, and copy the text."
)

Attributes = Mapping[str, str]


class Stopped(Exception):
    """What must not stand in a document stood in it."""


def walk(
    data: bytes,
    name: str,
    opens: Callable[[str, Attributes], None],
    closes: Callable[[str], None],
    says: Callable[[str], None] | None = None,
) -> None:
    """Go through a document. Raises Unreadable with its name."""
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    known: dict[str, str] = {}
    depth = 0

    def short(full: str) -> str:
        found = known.get(full)
        if found is None:
            space, _, local = full.rpartition(" ")
            prefix = next((one for part, one in _SPACES if part in space), "")
            found = f"{prefix}:{local}" if prefix else local
            if len(known) < 10_000:
                known[full] = found
        return found

    def start(full: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Stopped
        opens(short(full), {short(key): value for key, value in attributes.items()})

    def end(full: str) -> None:
        nonlocal depth
        depth -= 1
        closes(short(full))

    def refuse(*_: object) -> None:
        raise Stopped

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = says
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by its place
    except Stopped as error:
        raise Unreadable(_REFUSED.format(name)) from error
    except (ExpatError, ValueError, LookupError) as error:
        raise Unreadable(_DAMAGED.format(name)) from error
