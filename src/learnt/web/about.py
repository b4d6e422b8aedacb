"""What a server says of itself, so that a second start finds the first one."""

import hashlib
import json
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from learnt import __version__
from learnt.collection import Collection

ABOUT = "/api/v1/about"
_PATIENCE_SECONDS = 2.0
_LONGEST = 10_000


def about(collection: Collection) -> dict[str, str]:
    """The program, its version, and which collection it serves: not where that is."""
    return {"program": "learnt", "version": __version__, "collection": _mark(collection)}


def already_serving(url: str, collection: Collection) -> bool:
    """Whether a learnt at this address serves this very collection."""
    place = urlsplit(url)
    if place.hostname is None:
        return False
    asked = HTTPConnection(place.hostname, place.port, timeout=_PATIENCE_SECONDS)
    try:
        asked.request("GET", ABOUT)
        said = json.loads(asked.getresponse().read(_LONGEST))
    except (OSError, HTTPException, ValueError):
        return False
    finally:
        asked.close()
    ours = about(collection)
    return isinstance(said, dict) and all(
        said.get(key) == ours[key] for key in ("program", "collection")
    )


def _mark(collection: Collection) -> str:
    where = collection.store.where
    whole = where if "://" in where else str(Path(where).resolve())
    return hashlib.sha256(whole.encode(errors="surrogateescape")).hexdigest()[:16]
