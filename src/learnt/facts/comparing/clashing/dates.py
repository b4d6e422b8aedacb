"""Two dates of one event that have no day in common."""

from itertools import product

from learnt.facts.comparing.apart import are_opposed, are_two_things
from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.clashing.players import are_rivals, players, strangers
from learnt.facts.comparing.dating import years_between
from learnt.facts.comparing.deeds import deeds_alike, steps_differ
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.values import About
from learnt.facts.dates.when import compatible
from learnt.facts.values import Agreement, Date, Span

_MOST_YEARS, _SURE_YEARS = 4.0, 8.0
"""Years that an event is misdated by at most: what lies further apart is mostly another event,
unless the two are surely one."""
_SURE = 1.4
_SOON = 0.25
"""Years between a day and another that is told by it: three days later."""
_CALENDARS = 17 / 372
"""Years between the days of one event in two calendars, 13 days apart at most; where a month has 31
days for all (see dating), that may be 16."""
_SHARED = 0.8
"""What two pieces have in common at least."""
_BY_DEED = {True: (-1.4, -0.3), None: (-0.4, 0.2), False: (0.5, 0.4)}
"""By whether they have a deed in common: the odds and the contrast that it takes."""


def date_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """The dates by which two pieces on one event disagree."""
    if (of_agreements := _agreement_clash(a, b)) is not None:
        return of_agreements
    if not (a.dates and b.dates) or one.dated.apart == 0:
        return None
    most = _SURE_YEARS if one.alike >= _SURE else _MOST_YEARS
    if one.dated.gap > most or one.shared.words < _SHARED or steps_differ(a, b, known):
        return None
    if _length_apart(a, b) or _relative(a, b, known, one.dated.gap):
        return None
    alike, contrast = _BY_DEED[deeds_alike(a, b, known)]
    if one.alike < alike or one.contrast < contrast or _are_two(a, b, known):
        return None
    if _others_are_in_it(one, a, b, known):
        return None
    mine, yours = _nearest(a, b)
    if _in_two_calendars(a, b, known, mine, yours):
        return None
    return Clash(About.DATE, mine.span, yours.span)


def _are_two(a: Piece, b: Piece, known: Known) -> bool:
    return are_two_things(a, b, known) or are_opposed(a, b, known)


def _others_are_in_it(one: Scored, a: Piece, b: Piece, known: Known) -> bool:
    """Whether each names somebody of whom the other knows nothing, or some other place."""
    pairs = product(strangers(players(a, known), b), strangers(players(b, known), a))
    return any(are_rivals(x, y) and (x.is_person or one.alike < _SURE) for x, y in pairs)


def _length_apart(a: Piece, b: Piece) -> bool:
    """Whether one tells from when to when, and the other when."""
    return all("/" in one.edtf for one in a.dates) != all("/" in one.edtf for one in b.dates)


def _relative(a: Piece, b: Piece, known: Known, gap: float) -> bool:
    """Whether one counts from another day, as in "three days later", that is near."""
    counts = any(word.low in known.words.relative for word in (*a.words, *b.words))
    return counts and gap <= _SOON


def _nearest(a: Piece, b: Piece) -> tuple[Date, Date]:
    pairs = ((one, two) for one in a.dates for two in b.dates)
    return min(pairs, key=lambda pair: years_between(pair[0].edtf, pair[1].edtf))


def _in_two_calendars(a: Piece, b: Piece, known: Known, mine: Date, yours: Date) -> bool:
    named = any(word.low in known.words.calendars for word in (*a.words, *b.words))
    return named and years_between(mine.edtf, yours.edtf) <= _CALENDARS


def _agreement_clash(a: Piece, b: Piece) -> Clash | None:
    """An agreement of the same parties that was signed at two times.

    One that was drafted, extended or renewed has another day for that; and two that are named
    apart are two.
    """
    for mine in a.agreements:
        for yours in b.agreements:
            if _is_one(mine, yours) and _signed_apart(mine, yours):
                spans = _span_of(a, mine.signed), _span_of(b, yours.signed)
                if spans[0] and spans[1]:
                    return Clash(About.DATE, spans[0], spans[1])
    return None


def _is_one(mine: Agreement, yours: Agreement) -> bool:
    if len(mine.parties) < 2 or set(mine.parties) != set(yours.parties):
        return False
    named = _is_named(mine.name) and _is_named(yours.name)
    return mine.qualifier == yours.qualifier and (not named or mine.name == yours.name)


def _is_named(name: str) -> bool:
    return name[:1].isupper()


def _signed_apart(mine: Agreement, yours: Agreement) -> bool:
    if not mine.signed or not yours.signed or compatible(mine.signed, yours.signed):
        return False
    return years_between(mine.signed, yours.signed) <= _MOST_YEARS


def _span_of(piece: Piece, edtf: str | None) -> Span | None:
    return next((one.span for one in piece.dates if one.edtf == edtf), None)
