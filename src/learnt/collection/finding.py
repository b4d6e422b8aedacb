"""From what a person types to the decks that are meant."""

from collections.abc import Sequence
from difflib import get_close_matches

from learnt.deck.tidy import same_text
from learnt.errors import NotFound, UsageError
from learnt.ids import DeckId
from learnt.store import DeckRow

_LEVEL = "::"


def find_decks(decks: Sequence[DeckRow], asked: str) -> tuple[DeckId, ...]:
    """The decks meant by `asked`: the deck itself first, and those a level below it.

    `asked` is an id, a number as in the list of decks, a title, a title's beginning or a part
    of one. Raises NotFound with what is near, and UsageError where several could be meant.
    """
    chosen = _one(decks, asked)
    below = (deck.id for deck in decks if deck.title.startswith(chosen.title + _LEVEL))
    return (chosen.id, *below)


def find_tree(decks: Sequence[DeckRow], asked: str) -> tuple[DeckId, ...]:
    """The decks meant by `asked`, as `find_decks` has it, in their order among all decks.

    A level that has no deck of its own, but decks below it, means these. Raises as `find_decks`.
    """
    wanted = same_text(asked)
    titles = [(same_text(deck.title), deck.id) for deck in decks]
    below = [deck for title, deck in titles if title.startswith(wanted + _LEVEL)]
    if below and wanted not in {title for title, _ in titles}:
        return tuple(below)
    meant = set(find_decks(decks, asked))
    return tuple(deck.id for deck in decks if deck.id in meant)


def _one(decks: Sequence[DeckRow], asked: str) -> DeckRow:
    wanted = same_text(asked)
    by_number = {str(number): deck for number, deck in enumerate(decks, start=1)}
    titles = [(same_text(deck.title), deck) for deck in decks]
    for found in (
        [deck for deck in decks if deck.id == asked],
        [deck for title, deck in titles if title == wanted],
        [by_number[asked]] if asked in by_number else [],
        [deck for title, deck in titles if wanted and title.startswith(wanted)],
        [deck for title, deck in titles if wanted and wanted in title],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            several = ", ".join(f"“{deck.title}”" for deck in found[:5])
            raise UsageError(f"“{asked}” could be {several}. Write a little more of the title.")
    near = get_close_matches(wanted, [title for title, _ in titles], n=1, cutoff=0.5)
    hint = next((f" Did you mean “{deck.title}”?" for title, deck in titles if title in near), "")
    raise NotFound(f"There is no deck “{asked}”.{hint} `learnt decks` lists them.")
