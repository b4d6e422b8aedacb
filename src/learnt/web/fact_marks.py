"""A card's text with its facts marked in it. Everything of the text is escaped."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from learnt.deck.showing import runs_at
from learnt.facts import Event, FactKind, Span, TextFacts
from learnt.web.pictures import Find, file_shown, nothing
from learnt.web.render import drawn

Mark = tuple[Span, FactKind]
"""Some letters of a text, and the kind of fact that they tell."""

_MARK = Markup('<mark class="fact {}">{}</mark>')


def marks_of(facts: TextFacts) -> tuple[Mark, ...]:
    """What is to be marked: of an event its verb alone, since its clause holds the other facts."""
    return tuple(
        (span, kind)
        for kind, fact in facts.all()
        if (span := fact.word if isinstance(fact, Event) else fact.span) is not None
    )


def marked(text: str, marks: Iterable[Mark], find: Find = nothing) -> Markup:
    """The text with its marks, cut where they begin and end, so that any may overlap.

    The longer of two is drawn around the shorter one. `find` knows the pictures and sounds.
    """
    known = sorted(set(marks), key=lambda mark: (mark[0].end - mark[0].start, mark[1]))
    cuts = sorted({place for span, _ in known for place in (span.start, span.end)})
    parts: list[Markup] = []
    for start, end, run in runs_at(text):
        if run.file is not None:  # it stands for the whole of its sign
            parts.append(_around(file_shown(run.file, find), _kinds(known, start, end)))
            continue
        places = [start, *(place for place in cuts if start < place < end), end]
        parts += (
            _around(drawn(run, text[first:last]), _kinds(known, first, last))
            for first, last in pairwise(places)
        )
    return Markup("").join(parts)


def _kinds(marks: Sequence[Mark], start: int, end: int) -> list[FactKind]:
    """The kinds of the marks on a stretch, each once, the shortest mark first."""
    piece = Span(start, end)
    return list(dict.fromkeys(kind for span, kind in marks if span.meets(piece)))


def _around(inner: Markup, kinds: Iterable[FactKind]) -> Markup:
    for kind in kinds:
        inner = _MARK.format(f"f-{kind.value}", inner)
    return escape(inner)
