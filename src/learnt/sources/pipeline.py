"""From bytes to a Reading: the one road every page takes."""

from learnt.deck import Deck, Problem, plain
from learnt.ids import DeckId, MakeId
from learnt.sources.decode import decode
from learnt.sources.furniture import remove_furniture
from learnt.sources.judge import judge, title_of, to_deck
from learnt.sources.layouts import LAYOUTS
from learnt.sources.own_json import deck_from_json, is_json, is_own_json
from learnt.sources.page import page_of, split_lines
from learnt.sources.reading import Reading

_OTHER_JSON = (
    "This is JSON of another program, which is not read yet. Export the cards there as text or "
    ".csv and read that."
)


def read(data: bytes, name: str, make_id: MakeId) -> Reading:
    """Read a page; `name` is what it is called in messages, its ending is a hint.

    Raises Unreadable where the bytes are no page at all: binary, empty, over 20 MB, a web page's
    source, a damaged deck of our own.
    """
    text, problems = decode(data, name)
    lines = split_lines(text)
    if text.lstrip()[:1] in ("{", "["):
        encoded = text.encode(errors="replace")
        if is_own_json(encoded):
            return Reading(name, deck_from_json(encoded), problems, None, "learnt json", lines)
        if is_json(encoded):
            deck = Deck(DeckId(make_id()), title_of(name), source=name)
            other = Problem(None, name, _OTHER_JSON)
            return Reading(name, deck, (*problems, other), None, "", lines)
    if plain.looks_like(text):
        deck, listed = plain.parse(text, make_id)
        return Reading(name, deck, (*problems, *listed), None, "learnt text", lines)
    page = remove_furniture(page_of(text, name))
    proposal = judge(page, LAYOUTS)
    deck, listed = to_deck(page, proposal, make_id)
    layout = proposal.layout if proposal else ""
    return Reading(name, deck, (*problems, *listed), page.declared, layout, lines)
