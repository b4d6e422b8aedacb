"""A web page saved in one file with its pictures (.mht, .mhtml) → the lines of its first page."""

import email
from email.message import Message

from learnt.errors import Unreadable
from learnt.sources.documents.extracted import Extract
from learnt.sources.documents.web import web_text
from learnt.sources.intake.decode import LARGEST, decode, too_large

_NOTHING = "{} is a saved page without its text. Open it in a browser, and save it again."
_MOST_PARTS = 5_000


def saved_text(data: bytes, name: str) -> Extract:
    """The text of the page. Raises Unreadable."""
    try:
        whole = email.message_from_bytes(data)
        page = next((one for one in _parts(whole) if _is_page(one)), None)
        content = page.get_payload(decode=True) if page is not None else None
        charset = page.get_content_charset() if page is not None else None
    except (RecursionError, ValueError, LookupError, TypeError) as error:
        raise Unreadable(_NOTHING.format(name)) from error
    if not isinstance(content, bytes) or not content.strip():
        raise Unreadable(_NOTHING.format(name))
    if len(content) > LARGEST:
        raise too_large(name, len(content))
    text, problems = decode(content, name, charset or "")
    return Extract(web_text(text, name), problems)


def _parts(whole: Message) -> list[Message]:
    """The parts of a message, without recursion."""
    found: list[Message] = []
    waiting = [whole]
    while waiting and len(found) < _MOST_PARTS:
        one = waiting.pop()
        found.append(one)
        inner = one.get_payload()
        if one.is_multipart() and isinstance(inner, list):
            waiting += [part for part in reversed(inner) if isinstance(part, Message)]
    return found


def _is_page(part: Message) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")
