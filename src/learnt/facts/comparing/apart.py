"""What tells two things of one kind apart: first and second, Dual and Triple, France and Spain."""

import re

from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece, once, whole
from learnt.facts.lexical.words import folded
from learnt.facts.values import NameKind, Span

_TITLED = frozenset({NameKind.AGREEMENT, NameKind.CONFERENCE, NameKind.LAW, NameKind.CASE})
"""Kinds of things that are known by their names: two names are two of them."""
_HEADED = frozenset({NameKind.WAR, NameKind.STUDY, NameKind.STRUCTURE, NameKind.PROCESS})
"""Kinds in which two names may be one thing, unless only what stands before their head differs."""
_WORDS = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"\s+(?:the|a|an|his|her|its|their|[A-Z])\b|\s+[A-Z]")
_NUMBERED = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)\b|\b([A-Z][a-z]+) (\d{1,3})\b(?! [A-Z]|[\d.,]*\d)"
)
"""The 13th Amendment, Apollo 11."""


def are_named_apart(a: Piece, b: Piece, known: Known) -> bool:
    """Whether what two pieces call their thing says that there are two, whoever is in them."""
    return (
        _ordinals_differ(a, b, known)
        or _numbers_of_names_differ(a, b, known)
        or _named_apart(a, b, known)
    )


def at_another_time(a: Piece, b: Piece, known: Known) -> bool:
    """Whether one of them says that it was so until, or again after, the time of the other."""
    return bool(_times(a, known) ^ _times(b, known))


@once
def _times(piece: Piece, known: Known) -> set[str]:
    """Its words for another time; "before the emperor" and "before Charles" are none."""
    text = piece.told.text
    return {
        one.low
        for one in piece.words
        if one.low in known.words.changed
        and not (one.low in known.words.to and _NAME.match(text, one.end))
    }


def _ordinals_differ(a: Piece, b: Piece, known: Known) -> bool:
    """A second one and one without a number are two; "first" and "last" may be said of any."""
    mine, yours = _ordinals(a, known), _ordinals(b, known)
    if (mine and mine - _told(b)) or (yours and yours - _told(a)):
        return True
    here, there = _in_a_row(a, known), _in_a_row(b, known)
    return bool(here and there) and here.isdisjoint(there)


def _numbers_of_names_differ(a: Piece, b: Piece, known: Known) -> bool:
    """Two of a row that is counted."""
    mine, yours = _numbered(a, known), _numbered(b, known)
    return bool(mine and yours) and mine.isdisjoint(yours)


@once
def _numbered(piece: Piece, known: Known) -> set[str]:
    found = _NUMBERED.finditer(piece.told.text, piece.span.start, piece.span.end)
    return {
        one[1] or one[3]
        for one in found
        if folded(one[2] or "") not in known.lexicon.small and not _in_date(one, piece)
    }


def _in_date(found: re.Match[str], piece: Piece) -> bool:
    """Whether it is the day of a month, or a century."""
    return any(one.span.meets(Span(*found.span())) for one in piece.dates)


@once
def _ordinals(piece: Piece, known: Known) -> set[str]:
    """Its words for the second of something; "from one to another" and "one another" are none."""
    found = _lows(piece) & known.words.ordinals
    ones = (one.low for one in piece.words if one.low in known.words.ones)
    return found if next(ones, None) is None else found - known.words.others


@once
def _in_a_row(piece: Piece, known: Known) -> set[str]:
    return {one for one in _lows(piece) if one in known.words.ordinals or one in known.words.ends}


@once
def _lows(piece: Piece) -> set[str]:
    return {one.low for one in piece.words}


@once
def _told(piece: Piece) -> set[str]:
    """All its words, with those of its prompt."""
    return _lows(piece) | set(folded(piece.told.front or "").split())


def _named_apart(a: Piece, b: Piece, known: Known) -> bool:
    """Two names of one kind with nothing but their kind of thing in common."""
    mine, yours = _things(a, known), _things(b, known)
    if not (mine and yours):
        return False
    alike = [(one, two) for kind, one, _ in mine for other, two, _ in yours if kind is other]
    if not alike or any(not one.isdisjoint(two) for one, two in alike):
        return False
    return any(
        kind is other and (kind in _TITLED or head == tail)
        for kind, _, head in mine
        for other, _, tail in yours
    )


@once
def _things(piece: Piece, known: Known) -> list[tuple[NameKind, frozenset[str], str]]:
    """The things that a piece names, or its prompt where it names none: kind, words and head."""
    found = [one for one in piece.names if one.kind in _TITLED | _HEADED]
    found = found or [one for one in piece.front_names if one.kind in _TITLED]
    things = []
    for one in found:
        words = _WORDS.findall(folded(one.name))
        own = frozenset(words) - known.words.things
        if own:
            things.append((one.kind, own, words[-1]))
    return things


def nobody_in_common(a: Piece, b: Piece) -> bool:
    """Both name somebody or something, and neither knows what the other names.

    Where neither text does, their prompts may: the states there.
    """
    mine, yours = _proper(a), _proper(b)
    if mine and yours:
        return not (b.knows_any(mine) or a.knows_any(yours))
    here, there = _asked_of(a), _asked_of(b)
    return not mine and not yours and bool(here and there) and here.isdisjoint(there)


@once
def _proper(piece: Piece) -> set[str]:
    return {one.stem for one in piece.content if piece.is_proper(one)}


@once
def _asked_of(piece: Piece) -> set[str]:
    return {one.name for one in piece.front_names if one.kind is NameKind.STATE}


def states_differ(a: Piece, b: Piece) -> bool:
    """Each names a state that the other does not know, not even in its prompt."""
    return bool(_only(a, b) and _only(b, a))


def _only(a: Piece, b: Piece) -> set[str]:
    states = _states(a) - _all_names(b)
    return {name for name in states if folded(name).split()[-1][:5] not in whole(b)}


@once
def _states(piece: Piece) -> set[str]:
    return {one.name for one in (*piece.names, *piece.front_names) if one.kind is NameKind.STATE}


@once
def _all_names(piece: Piece) -> set[str]:
    return {one.name for one in (*piece.names, *piece.front_names)}


def are_opposed(a: Piece, b: Piece, known: Known) -> bool:
    """A word of each is the opposite of one of the other, as in left and right, twice over."""
    opposites = known.lexicon.opposites
    return any(
        not (b.stems - a.stems).isdisjoint(opposites.get(stem, frozenset()))
        for stem in a.stems - b.stems
    )
