"""Moments to draw, and a strategy for any of them."""

from hypothesis import strategies as st

from learnt.facts.chronology import Happening, extent_of
from learnt.ids import CardId, PointId, uuid7
from learnt.plots.timeline import Moment

ACTORS = ("Norway", "Sweden", "Denmark", "Hansa", "Bergen", "Lübeck", "Rus", "Poland", "Saga")
LABELS = (
    "Kiel",
    "Norway leaves the union with Sweden after ninety-one years",
    "WWWW MMMM",
    "illi",
    "漢字の歴史",
    "Treaty of Kiel",
)


def moment(
    edtf: str,
    label: str,
    *actors: str,
    known: float | None = None,
    deck: str = "The North",
    number: int = 0,
) -> Moment:
    extent = extent_of(edtf)
    assert extent
    card, point = CardId(uuid7(5, number)), PointId(uuid7(6, number))
    return Moment(Happening(card, (point,), edtf, extent, label, label, None, actors), deck, known)


def _dated(year: int, form: int) -> str:
    said = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    forms = (
        said,
        f"{said}-05",
        f"{said}-05-17",
        f"{said}~",
        f"{said}?",
        f"{said}/..",
        f"../{said}",
    )
    lasting = (f"{said}/{year + 30:04d}", f"{said[:3]}X", f"{said}-24") if year >= 0 else ()
    return (forms + lasting)[form % len(forms + lasting)]


dates = st.builds(_dated, st.integers(-600, 2100), st.integers(0, 9))
"""Any date that is drawn: years, months, days, ranges, decades, about and open ones."""


def moments(most: int = 16) -> st.SearchStrategy[list[Moment]]:
    """Some moments in the order of time, crowded or far apart."""
    one = st.builds(
        lambda edtf, label, actors, known, deck: moment(
            edtf, label, *actors, known=known, deck=deck
        ),
        dates,
        st.sampled_from(LABELS),
        st.lists(st.sampled_from(ACTORS), max_size=2),
        st.none() | st.floats(0, 1),
        st.sampled_from(("The North", "Trade")),
    )
    return st.lists(one, max_size=most).map(
        lambda found: sorted(found, key=lambda one: one.happening.extent.start)
    )
