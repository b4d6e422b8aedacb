"""What reading a page gives."""

from dataclasses import dataclass

from learnt.deck import Deck, Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as it was understood, for the learner to check before it is saved.

    `file` is the name it was read under; `deck` may have no cards; `declared` is the number of
    cards the page says it has; `layout` names the layout that was chosen ("" where none was);
    `lines` are the page's own lines, line 1 first.
    """

    file: str
    deck: Deck
    problems: tuple[Problem, ...]
    declared: int | None
    layout: str
    lines: tuple[str, ...]
