"""From bytes to a Reading: the one road every page takes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.deck import Deck, Problem, plain
from learnt.ids import DeckId, MakeId
from learnt.sources.corrections import (
    Correction,
    Said,
    anchored,
    lines_said,
    whole_page,
)
from learnt.sources.documents.document import extract
from learnt.sources.documents.extracted import Extract, Progress
from learnt.sources.foreign_json import foreign_deck
from learnt.sources.intake.decode import LARGEST, decode, is_web_source, too_large
from learnt.sources.intake.mending import mend
from learnt.sources.judging.judge import judge, title_of, to_deck
from learnt.sources.judging.repeats import without_repeats
from learnt.sources.layouts import LAYOUTS, Proposal
from learnt.sources.layouts.separated import OWN_HEADER
from learnt.sources.markdown import deck_from_markdown, is_own_markdown
from learnt.sources.own_json import deck_from_json, is_json, is_own_json
from learnt.sources.page import Page, page_of, split_lines
from learnt.sources.reading import Reading
from learnt.sources.said.hearing import (
    bounded,
    needed,
    with_lines_kept,
    without_said_furniture,
)
from learnt.sources.said.obeying import as_statements, obeyed
from learnt.sources.said.shape import shape_of
from learnt.sources.said.sides import corrected
from learnt.sources.site.furniture import remove_furniture
from learnt.sources.site.words import ANYWHERE
from learnt.sources.tables.tabled import tabled

_OWN = "learnt text"
_OWN_MARKDOWN = "learnt markdown"
_OTHER_JSON = (
    "This is JSON without cards: nothing in it has a front and a back. Export the cards as text "
    "or .csv and read that."
)


def read(
    data: bytes,
    name: str,
    make_id: MakeId,
    corrections: Sequence[Correction] = (),
    progress: Progress | None = None,
    told: Sequence[Problem] = (),
) -> Reading:
    """Read a page or a document; `name` is what it is called in messages, its ending is a hint.

    `corrections` are what the learner says of it; `progress` is told how many pages of how many
    were read; `told` is what is known already that could not be read. Raises
    Unreadable where the bytes are no page at all: binary, empty, over 20 MB of text, a damaged or
    locked document, a damaged deck of our own.
    """
    found = extract(data, name, progress) or _text_of(data, name)
    if len(found.text) > LARGEST:
        raise too_large(name, len(found.text))
    said = _Told((*told, *found.problems), found.document)
    return _read_text(found.text, name, make_id, corrections, said)


def _text_of(data: bytes, name: str) -> Extract:
    text, problems = decode(data, name)
    if not is_web_source(text):
        return Extract(text, problems, document=False)
    from learnt.sources.documents.web import web_text

    return Extract(web_text(text, name), problems, document=True)


def read_again(reading: Reading, make_id: MakeId, corrections: Sequence[Correction]) -> Reading:
    """The same page, of which something else is said now."""
    told = _Told(reading.problems[: reading.of_bytes], reading.layout != _OWN)
    again = _read_text("\n".join(reading.lines), reading.file, make_id, corrections, told)
    return replace(again, lines=reading.lines, remembered=reading.remembered)


def read_piece(text: str, name: str, make_id: MakeId, layout: str) -> Reading:
    """A piece of a long page, read by the layout of the piece before it where that fits at all."""
    return _read_text(text, name, make_id, (), _Told(), layout)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of a text from where it came: a document's headings make no deck of ours."""

    problems: tuple[Problem, ...] = ()
    document: bool = False


def _read_text(
    text: str,
    name: str,
    make_id: MakeId,
    corrections: Sequence[Correction],
    told_before: _Told,
    prefer: str = "",
) -> Reading:
    problems = told_before.problems
    lines = split_lines(text)
    said = anchored(corrections, lines)
    if text.lstrip()[:1] in ("{", "["):
        encoded = text.encode(errors="replace")
        if is_own_json(encoded):
            deck = corrected(deck_from_json(encoded), said, lines, make_id)
            own = Reading(name, deck, problems, None, "learnt json", lines, corrections=said)
            return replace(own, of_bytes=len(problems))
        if (proposal := foreign_deck(text)) is not None:
            return _foreign(Page(name, lines, ()), proposal, said, make_id, problems)
        if is_json(encoded):
            deck = Deck(DeckId(make_id()), title_of(name), source=name)
            other = Problem(None, name, _OTHER_JSON)
            return Reading(name, deck, (*problems, other), None, "", lines)
    if (
        not told_before.document
        and plain.looks_like(text)
        and lines[0].strip("# ").lower() not in ANYWHERE
    ):
        deck, listed = plain.parse(text, make_id)
        lines = tuple(plain.tidy_lines(text))  # as its problems count them
        said = anchored(corrections, lines)
        deck = corrected(deck, said, lines, make_id)
        own = Reading(name, deck, (*problems, *listed), None, _OWN, lines)
        return replace(own, corrections=said, of_bytes=len(problems))
    if is_own_markdown(text):
        deck, listed = deck_from_markdown(lines, make_id, name)
        deck = corrected(deck, said, lines, make_id)
        own = Reading(name, deck, (*problems, *listed), None, _OWN_MARKDOWN, lines)
        return replace(own, corrections=said, of_bytes=len(problems))
    mended, told = (text, ()) if lines[:1] == (OWN_HEADER,) else mend(text)
    whole = (None if said else tabled(mended, name)) or page_of(mended, name)
    page = _read_page(whole, said, make_id, (*problems, *told), prefer)
    return replace(page, lines=lines, of_bytes=len(problems))


def _foreign(
    page: Page,
    proposal: Proposal,
    said: tuple[Correction, ...],
    make_id: MakeId,
    problems: tuple[Problem, ...],
) -> Reading:
    """The deck of another program, which has its cards as values and not as lines."""
    proposal = without_repeats(page, proposal)
    deck, listed = to_deck(page, proposal, make_id)
    within = {n for one in proposal.cards for n in range(one.first, one.last + 1)}
    rest = tuple(n for n in range(1, len(page.raw) + 1) if n not in within)
    deck = corrected(deck, said, page.raw, make_id)
    every = (*problems, *listed)
    reading = Reading(page.name, deck, every, None, proposal.layout, page.raw, rest)
    return replace(reading, corrections=said, of_bytes=len(problems))


def _read_page(
    whole: Page,
    said: tuple[Correction, ...],
    make_id: MakeId,
    problems: tuple[Problem, ...],
    prefer: str = "",
) -> Reading:
    as_it_is = remove_furniture(whole) if whole.measured else whole
    plainly = judge(as_it_is, LAYOUTS, prefer)
    said = needed(said, whole, as_it_is.aside | _aside(plainly))
    page, proposal = _corrected_page(whole, as_it_is, said, plainly), plainly
    if page != as_it_is:
        proposal = judge(page, LAYOUTS)
    if whole_page(said, Said.STATEMENTS):
        proposal = as_statements(page, proposal)
    proposal = obeyed(page, proposal, lines_said(said, Said.KEPT))
    proposal = without_repeats(page, proposal) if proposal else None
    deck, listed = to_deck(page, proposal, make_id)
    return Reading(
        file=page.name,
        deck=corrected(deck, said, page.raw, make_id),
        problems=(*problems, *listed),
        declared=page.declared,
        layout=proposal.layout if proposal else "",
        lines=page.raw,
        furniture=tuple(sorted(page.aside | _aside(proposal))),
        separator=proposal.separator if proposal else "",
        shape=shape_of(as_it_is, whole, plainly),
        corrections=said,
        of_bytes=len(problems),
    )


def _corrected_page(
    whole: Page, as_it_is: Page, said: tuple[Correction, ...], plainly: Proposal | None
) -> Page:
    """The page without what the learner calls furniture, with what they say belongs to it."""
    if not said:
        return as_it_is
    page = without_said_furniture(whole, said)
    page = remove_furniture(page) if whole.measured else page
    return bounded(with_lines_kept(page, whole, said), said, plainly)


def _aside(proposal: Proposal | None) -> frozenset[int]:
    return proposal.furniture if proposal else frozenset()
