"""Decks → bytes, by the ending of the file.

    .txt    learnt's own plain text: everything, for people to edit
    .md     Markdown, for people to read: prompts, points, hints, notes and tags; see `markdown`
    .csv    front, back, tags with a header row; several points one a line in the quoted cell
    .json   everything, for programs
    .html   to print: a sheet to revise from; see `printing` for the other kinds

(An Anki package, .apkg, is of several decks and what was learnt of them: `packages.writing`.)

Texts are written as they are. In a .csv file a text that begins with "=", "+", "-" or "@" is
taken for a formula by some spreadsheets; nothing is put before it, because reading the file
again must give the same text. Open a deck you do not trust in a text editor.
"""

import csv
import io
from collections.abc import Callable

from learnt.deck import Deck, plain
from learnt.errors import UsageError
from learnt.sources.layouts.separated import OWN_HEADER
from learnt.sources.markdown import deck_to_markdown
from learnt.sources.own_json import deck_to_json
from learnt.sources.printing import deck_to_html
from learnt.sources.tables.cells import cell_of_points


def deck_to_csv(deck: Deck) -> bytes:
    """The deck's prompts, points and tags; a bare statement has an empty front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    out.write(OWN_HEADER + "\n")
    for card in deck.cards:
        back = cell_of_points([point.text for point in card.points])
        writer.writerow([card.prompt or "", back, ", ".join(card.tags)])
    return out.getvalue().encode()


def _deck_to_text(deck: Deck) -> bytes:
    return plain.write(deck).encode()


_WRITERS: dict[str, Callable[[Deck], bytes]] = {
    ".txt": _deck_to_text,
    ".md": deck_to_markdown,
    ".csv": deck_to_csv,
    ".json": deck_to_json,
    ".html": deck_to_html,
}


def endings() -> tuple[str, ...]:
    """The endings a deck can be written under."""
    return tuple(_WRITERS)


def write(deck: Deck, ending: str) -> bytes:
    """The deck in the form of an ending such as ".csv"; raises UsageError for another one."""
    writer = _WRITERS.get(ending.lower())
    if writer is None:
        raise UsageError(
            f"A deck cannot be written as “{ending}”. Choose one of {', '.join(_WRITERS)}, or "
            ".apkg for Anki."
        )
    return writer(deck)
