"""Two dates of one event that have no day in common."""

from collections.abc import Iterable
from itertools import chain, product
from math import log1p

from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.dating import years_between
from learnt.facts.comparing.deeds import steps_differ
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.values import About
from learnt.facts.dates.when import compatible
from learnt.facts.lexical.words import folded
from learnt.facts.values import Agreement, Date, Span

_MOST_YEARS, _FARTHEST = 4.0, 60.0
"""Years that an agreement, and any event, is misdated by at most."""
_SOON = 0.25
"""Years between a day and another that is told by it: three days later."""
_CALENDARS = 17 / 372
"""Years between the days of one event in two calendars, 13 days apart at most; where a month has 31
days for all (see dating), that may be 16."""
SINCE = "/.."


def date_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """The dates by which two pieces on one event disagree."""
    if not (a.dates and b.dates) or steps_differ(a, b, known):
        return None
    since = _since(a, b, known)
    if one.dated.apart == 0 and since is None:
        return None
    mine, yours = since or _nearest(a, b)
    years = years_between(mine.edtf.removesuffix(SINCE), yours.edtf.removesuffix(SINCE))
    if years > _FARTHEST or _relative(a, b, known, years):
        return None
    if _in_two_calendars(a, b, known, mine, yours):
        return None
    signs = {
        "years": log1p(years),
        "within": float(years < 1),
        "decades": float(_decades_apart(mine, yours)),
        "since": float(since is not None),
        "length": float(since is None and _length_apart(a, b)),
    } | _alike_but_one(mine, yours)
    return Clash(About.DATE, mine.span, yours.span, signs)


def _since(a: Piece, b: Piece, known: Known) -> tuple[Date, Date] | None:
    """The only dates of two pieces, where one says since when it is so, and the other when it was.

    What has been so since 2002 did not come in 2004. What came after 2002 may have.
    """
    if len(a.dates) != 1 or len(b.dates) != 1:
        return None
    mine, yours = a.dates[0], b.dates[0]
    opened = [_says_since(mine, a, known), _says_since(yours, b, known)]
    if sum(opened) != 1 or all(one.edtf.endswith(SINCE) for one in (mine, yours)):
        return None
    if any("/" in one.edtf.removesuffix(SINCE) for one in (mine, yours)):
        return None
    begins = [one.edtf.removesuffix(SINCE) for one in (mine, yours)]
    return None if compatible(*begins) else (mine, yours)


def _says_since(date: Date, piece: Piece, known: Known) -> bool:
    told = folded(date.span.of(piece.told.text)).split()
    return date.edtf.endswith(SINCE) and told[0] in known.words.since


def _decades_apart(mine: Date, yours: Date) -> bool:
    """Whether nothing but the decade or the century of two years differs: 1869 and 1889."""
    years = mine.edtf[:4], yours.edtf[:4]
    return all(one.isdigit() for one in years) and (
        sum(one != two for one, two in zip(*years, strict=True)) == 1 and years[0][3] == years[1][3]
    )


def _alike_but_one(mine: Date, yours: Date) -> dict[str, float]:
    """Whether all but the year of two dates is one, or all but the month or the day."""
    parts = [one.edtf.split("-") for one in (mine, yours)]
    differ = [one != two for one, two in zip(*parts, strict=False)]
    alone = len(differ) > 1 and sum(differ) == 1 and all(map(str.isdigit, chain(*parts)))
    return {"year_alone": float(alone and differ[0]), "part_alone": float(alone and not differ[0])}


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


def agreement_clash(a: Piece, b: Piece) -> Clash | None:
    """An agreement of the same parties that was signed at two times.

    One that was drafted, extended or renewed has another day for that; and two that are named
    apart are two.
    """
    for mine in a.agreements:
        for yours in b.agreements:
            if agreements_may_clash((mine,), (yours,)):
                spans = _span_of(a, mine.signed), _span_of(b, yours.signed)
                if spans[0] and spans[1]:
                    return Clash(About.DATE, spans[0], spans[1], plain=True)
    return None


def agreements_may_clash(mine: Iterable[Agreement], yours: Iterable[Agreement]) -> bool:
    """Whether two pieces with these may tell two times of one agreement."""
    return any(_is_one(one, two) and _signed_apart(one, two) for one, two in product(mine, yours))


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
