"""Names that differ: another person, state or place where the point has its own."""

from collections.abc import Iterable

from learnt.facts.lexical.words import folded
from learnt.facts.values import Name, NameKind
from learnt.marking.beside import Beside
from learnt.marking.slots.clash import Clash, ClashKind

_KINDS = frozenset(
    {NameKind.PERSON, NameKind.STATE, NameKind.PLACE, NameKind.ORGANISATION, NameKind.WAR,
     NameKind.CONFERENCE, NameKind.STUDY, NameKind.CASE, NameKind.STRUCTURE, NameKind.PROCESS}
)  # fmt: skip


def name_clash(beside: Beside) -> Clash | None:
    """A name of the stretch, of the kind of one of the point that is not said there."""
    own = beside.point.facts.names
    said = [one for one in beside.answer.facts.names if beside.window.covers(one.span)]
    asked = _called(name for facts in beside.given for name in facts.names)
    mine, theirs = _called(own), _called(said)
    for wanted in own:
        if wanted.kind not in _KINDS or _is_said(wanted, theirs, beside):
            continue
        for one in said:
            if (
                one.kind is wanted.kind
                and _is_new(one, mine | asked)
                and not _taken_back(one, beside)
            ):
                return Clash(ClashKind.NAME, one.span, wanted.span.of(beside.point.text))
    return None


def _called(names: Iterable[Name]) -> set[str]:
    """The names and their last words: a surname will do."""
    found = set()
    for one in names:
        low = folded(one.name)
        found |= {low, low.split()[-1]} if low else set()
    return found


def _is_said(wanted: Name, theirs: set[str], beside: Beside) -> bool:
    low = folded(wanted.name)
    if low in theirs or low.split()[-1] in theirs:
        return True
    paired = {id(one) for one, _ in beside.pairs}
    inside = [w for w in beside.point.content if wanted.span.start <= w.start < wanted.span.end]
    return bool(inside) and id(max(inside, key=lambda word: word.weight)) in paired


def _is_new(said: Name, known: set[str]) -> bool:
    low = folded(said.name)
    return low not in known and low.split()[-1] not in known


def _taken_back(said: Name, beside: Beside) -> bool:
    before = beside.answer.text[max(0, said.span.start - 8) : said.span.start].lower()
    return before.endswith(("not ", "than ", "instead of "))
