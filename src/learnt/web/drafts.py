"""Add: a page is pasted, checked beside its own lines, and saved. It is kept all the while."""

from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import Draft
from learnt.errors import Overtaken
from learnt.ids import CardId
from learnt.sources.intake.clipboard import MOST, page_of_clipboard
from learnt.web.asked import Asked
from learnt.web.draft_page import source_of, values_of
from learnt.web.draft_rows import Row, row_of
from learnt.web.draft_update import changed, update_of
from learnt.web.examples import example_titles
from learnt.web.face import TOLD, Face, endpoint, go
from learnt.web.forms import card_from, shown_by, shown_in
from learnt.web.taking import Taken, waiting_files
from learnt.web.update_shown import choices_of

_TEMPLATE = "draft.html"
_RENAMED_TOO = "In another tab the title was changed to “{}”. It is “{}” now, as you wrote it here."
_NO_CARD = "There is no card on this page yet, so nothing was saved. Change its text below."


def routes(face: Face) -> list[Route]:
    """The routes of adding."""
    post = ["POST"]
    return [
        Route("/add", endpoint(face, begin), methods=["GET"], name="add"),
        Route("/add", endpoint(face, take, waits=False), methods=post),
        Route("/add/{draft}", endpoint(face, show), methods=["GET"], name="draft"),
        Route("/add/{draft}/text", endpoint(face, text), methods=["GET"]),
        Route("/add/{draft}/text", endpoint(face, read_again), methods=post),
        Route("/add/{draft}/title", endpoint(face, rename), methods=post),
        Route("/add/{draft}/save", endpoint(face, save), methods=post),
        Route("/add/{draft}/throw-away", endpoint(face, throw_away), methods=post),
        Route("/add/{draft}/cards/{card}", endpoint(face, change), methods=post),
        Route("/add/{draft}/cards/{card}/drop", endpoint(face, drop), methods=post),
        Route("/add/{draft}/cards/{card}/put-back", endpoint(face, put_back), methods=post),
    ]


def begin(face: Face, asked: Asked) -> Response:
    """Where to paste; and what was not saved yet."""
    return _begin(face, asked, "")


def take(face: Face, asked: Asked) -> Response:
    """Read what was pasted or sent, keep it, and go on to check it."""
    text = asked.text("page", 21_000_000)
    data = page_of_clipboard(_rich(asked), text).encode(errors="replace")
    took = Taken(face)
    with face.lock:
        if data.strip():
            took.page(data, face.name_of_pasted())
    for one in asked.files:
        took.file(one)
    with face.lock:
        if took.failed:
            return _begin(face, asked, text, " ".join(took.failed))
        if not took.places:
            told = "There is nothing to read yet. Paste a page, or choose a file."
            return _begin(face, asked, text, told)
    return go(took.places[0]) if len(took.places) == 1 else go("/add", "several")


def show(face: Face, asked: Asked) -> Response:
    """The page's own lines beside the cards that they became."""
    return _show(face, asked, face.collection.get_draft(asked.in_path("draft")))


def text(face: Face, asked: Asked) -> Response:
    """The whole text of a long page, to be changed."""
    draft = face.collection.get_draft(asked.in_path("draft"))
    return face.page(asked, "draft_text.html", draft=draft, source=source_of(draft))


def read_again(face: Face, asked: Asked) -> Response:
    """The page's text was changed: what the learner has edited is carried over.

    Where it was changed in another tab too, this one is told and keeps what is written in it. A
    page that is left or has no script cannot be told: what it sends is kept as a page of its own.
    """
    page = asked.text("page", 21_000_000).encode(errors="replace")
    before = face.collection.get_draft(asked.in_path("draft"))
    try:
        draft = face.collection.draft_again(before.id, page, base=asked.text("base") or None)
    except Overtaken:
        if asked.partly:
            raise
        return go(f"/add/{face.collection.draft(page, before.reading.file).id}", "draft-apart")
    if asked.partly:
        values = values_of(draft, asked) | {"oob": True, "reread": True}
        return changed(face.part("draft-rows.html", **values))
    return go(f"/add/{draft.id}")


def rename(face: Face, asked: Asked) -> Response:
    """Another title for the deck."""
    draft = face.collection.get_draft(asked.in_path("draft"))
    title, was = asked.text("title", 500), draft.deck.title
    other = was not in (asked.text("shown", 500) or was, title)
    draft = face.collection.rename_draft(draft.id, title, draft.deck.question)
    now = draft.deck.title
    return _kept(face, asked, draft, "title", now, _RENAMED_TOO.format(was, now) if other else "")


def change(face: Face, asked: Asked) -> Response:
    """A card as the learner wants it, with what was changed in another tab since it was shown."""
    draft = face.collection.get_draft(asked.in_path("draft"))
    before = draft.card(CardId(asked.in_path("card")))
    base = shown_in(asked) or before
    base = base if base.id == before.id else before
    card = card_from(asked, base, face.collection.make_id)
    draft, both = face.collection.merge_draft_card(draft.id, card, base)
    if not both.joined and not both.conflict:
        return _kept(face, asked, draft, card.id, shown_by(both.card))
    word = "draft-over" if both.conflict else "draft-both"
    if not asked.partly:
        return go(f"/add/{draft.id}", word)
    row = _row(face, asked, draft, TOLD[word])
    row.headers["HX-Reswap"] = "outerHTML"
    return row


def drop(face: Face, asked: Asked) -> Response:
    """Leave a card out; it can be put back."""
    return _row(face, asked, face.collection.drop_draft_card(*_both(asked)))


def put_back(face: Face, asked: Asked) -> Response:
    """Take a card in again that was left out."""
    return _row(face, asked, face.collection.put_back_draft_card(*_both(asked)))


def save(face: Face, asked: Asked) -> Response:
    """Make a deck of it."""
    draft = face.collection.get_draft(asked.in_path("draft"))
    if not draft.kept:
        return _show(face, asked, draft, told=_NO_CARD, status=422)
    added = face.collection.save_draft(draft.id, choices=choices_of(asked))
    face.changed()
    return go(f"/decks/{added.deck}", "updated" if added.there else "added")


def throw_away(face: Face, asked: Asked) -> Response:
    """Throw the draft away; its cards go to the trash."""
    face.collection.throw_draft_away(asked.in_path("draft"))
    return go("/", "thrown")


def _begin(face: Face, asked: Asked, text: str, why: str = "") -> Response:
    return face.page(
        asked,
        "add.html",
        422 if why else 200,
        text=text,
        wrong={"page": why} if why else {},
        drafts=face.collection.drafts(),
        files=waiting_files(face),
        examples=example_titles(),
    )


def _rich(asked: Asked) -> str:
    """The rich form of what was pasted; nothing where there is none, or too much of it."""
    sent = asked.form.get("html")
    return sent if isinstance(sent, str) and len(sent) <= MOST else ""


def _both(asked: Asked) -> tuple[str, str]:
    return asked.in_path("draft"), asked.in_path("card")


def _show(
    face: Face, asked: Asked, draft: Draft, *, told: str | None = None, status: int = 200
) -> Response:
    update = update_of(face, asked, draft)
    values = values_of(draft, asked)
    return face.page(asked, _TEMPLATE, status, **values, oob=False, update=update, told=told)


def _kept(face: Face, asked: Asked, draft: Draft, of: str, shown: str, told: str = "") -> Response:
    """Kept: the page that is open needs the new count, and what the form goes on from."""
    if not asked.partly:
        return go(f"/add/{draft.id}")
    values = values_of(draft, asked) | {"oob": True, "of": of, "shown": shown, "told": told}
    return changed(face.part("draft-kept.html", **values))


def _row(face: Face, asked: Asked, draft: Draft, told: str = "") -> Response:
    if not asked.partly:
        return go(f"/add/{draft.id}")
    row: Row = row_of(draft, CardId(asked.in_path("card")))
    values = values_of(draft, asked) | {"row": row, "oob": True, "told": told}
    return changed(face.part("draft-card.html", **values))
