"""A cue cut from a bare statement: enough to know which one is meant, too little to copy."""

from collections.abc import Iterable

from learnt.deck.tidy import one_line

_LONGEST = 6


def cue(statement: str, others: Iterable[str] = ()) -> str:
    """The first words of a statement, followed by `…`.

    A quarter of the words and at most six; more, but never over half, where the other
    statements of the deck begin alike.
    """
    words = one_line(statement).split(" ")
    openings = [one_line(other).casefold().split(" ") for other in others]
    folded = [word.casefold() for word in words]
    size = min(_LONGEST, max(1, len(words) // 4))
    while size < len(words) // 2 and any(one[:size] == folded[:size] for one in openings):
        size += 1
    shown = words[:size]
    if len(words) == 1:
        shown = [words[0][:1]]
    return " ".join(shown) + " …"
