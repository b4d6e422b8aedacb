"""A typed answer as a page draws it: what was found in it, in its point's colour and number."""

from markupsafe import Markup, escape

from learnt.journal import VerdictKind
from learnt.practice import Marked, Piece, pieces

COLOURS = 6
"""So many colours come round and round: the number is the sign, the colour helps to find it."""

SIGNS = {
    VerdictKind.COVERED: ("✓", "said"),
    VerdictKind.MISSING: ("–", "not said"),
    VerdictKind.CONFLICT: ("≠", "differs"),
    VerdictKind.UNSURE: ("?", "is this there?"),
}
"""What is proposed, as a sign and as a word."""

_BIT = Markup('<mark class="bit tone{} {}">{}</mark>')
_CHIP = Markup('<sup class="chip tone{}">{}{}{}</sup>')
_HEARD = Markup('<span class="aside">{}</span>')
_TOGETHER = Markup('<span class="together">{}</span>')
_LONG_WORD = 24


def tone(number: int) -> int:
    """The colour of a point by its number, both from 1."""
    return (number - 1) % COLOURS + 1


def answer_drawn(marks: Marked) -> Markup:
    """The answer with its marks and numbers; everything of the text is escaped."""
    drawn, several = [], len(marks.verdicts) > 1
    for piece in pieces(marks.answer, marks.verdicts):
        part = _with_chips(piece, several=several)
        for number, kind in reversed(piece.marks):
            part = _BIT.format(tone(number), kind.value, part)
        drawn.append(part)
    return Markup("").join(drawn)


def _with_chips(piece: Piece, *, several: bool) -> Markup:
    """The words of a piece, and the chips that end with it, never on another line than its end."""
    if not piece.ends:
        return escape(piece.text)
    chips = Markup("").join(_chip(*mark, several=several) for mark in piece.ends)
    at = max(piece.text.rfind(blank) for blank in " \n") + 1
    if len(piece.text) - at > _LONG_WORD:
        at = len(piece.text)
    return escape(piece.text[:at]) + _TOGETHER.format(escape(piece.text[at:]) + chips)


def _chip(number: int, kind: VerdictKind, *, several: bool) -> Markup:
    """The number, where there are several; a conflict and a question have their sign too."""
    sign, word = SIGNS[kind]
    point, seen = ("", sign)
    if several:
        point, seen = "point ", f"{number}{'' if kind is VerdictKind.COVERED else sign}"
    return _CHIP.format(tone(number), _HEARD.format(f" ({point}"), seen, _HEARD.format(f" {word})"))
