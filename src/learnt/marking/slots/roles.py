"""Who did it to whom: what stands on the two sides of a verb, exchanged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnt.facts.lexical.words import Word
from learnt.facts.values import Event, Span
from learnt.marking.beside import Beside
from learnt.marking.slots.clash import Clash, ClashKind
from learnt.marking.verbs import verbs_in

_PIVOTS = frozenset(
    "than into to beneath below under underneath above over before after on onto at".split()
)
"""Small words that have two sides as a verb has: larger than, sinks beneath, turns A into B."""
_OF = "of"
_LINKS = frozenset({"and", "or", _OF, "those"})
_ARTICLES = frozenset({"the", "a", "an"})
_PRONOUNS = frozenset("it he she they him her them who which that we us i me this these".split())
"""Words that stand for something named before: whose side they are is not known."""
_BE = frozenset("is are was were be been being get gets got".split())
_TOGETHER = frozenset({"sign", "meet", "negotiate", "agree", "ally", "have"})
"""Classes of verbs whose actors act together, so that their order says nothing."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """A verb (or a small word with two sides) with the words before and behind it."""

    pivot: Word
    before: tuple[Word, ...]
    behind: tuple[Word, ...]
    turned: bool = False


def role_clash(beside: Beside) -> Clash | None:
    """The same deed, done by whom the point says it was done to."""
    for wanted in beside.point.facts.events:
        for said in beside.answer.facts.events:
            if beside.window.meets(said.span) and _exchanged(wanted, said):
                return Clash(ClashKind.ROLES, said.span, " – ".join(wanted.actors))
    return _turned(beside)


def _exchanged(wanted: Event, said: Event) -> bool:
    if len(wanted.actors) < 2 or len(said.actors) < 2 or wanted.verb != said.verb:
        return False
    if wanted.verb_class in _TOGETHER:
        return False
    return wanted.actors[0] == said.actors[1] and wanted.actors[1] == said.actors[0]


def _turned(beside: Beside) -> Clash | None:
    """A verb that both say, with the two sides exchanged."""
    partner = {id(one): two for one, two in beside.pairs}
    here = list(_sides(beside.answer.words[beside.first : beside.end], beside))
    there = list(_sides(beside.point.words, beside))
    mutual = {
        one.word.start
        for one in beside.point.facts.events
        if one.word and one.verb_class in _TOGETHER - {"have"}
    }
    for wanted in there:
        if wanted.pivot.start in mutual:
            continue
        for said in here:
            if not _one_pivot(wanted.pivot, said.pivot, partner):
                continue
            if (
                _crossed(wanted, said, partner)
                or _lent(wanted, said, partner, there)
                or _far_crossed(wanted, said, partner, beside)
                or _borrowed(wanted, said, partner, beside.elsewhere)
                or _moved_off(wanted, said, partner, here)
            ):
                words = (*said.before, *said.behind)
                span = Span(min(w.start for w in words), max(w.end for w in words))
                own = (*wanted.before, *wanted.behind)
                start, end = min(w.start for w in own), max(w.end for w in own)
                return Clash(ClashKind.ROLES, span, beside.point.text[start:end])
    return None


def _one_pivot(wanted: Word, said: Word, partner: dict[int, Word]) -> bool:
    return partner.get(id(wanted)) is said or (wanted.low == said.low and wanted.low in _PIVOTS)


def _crossed(wanted: _Sides, said: _Sides, partner: dict[int, Word]) -> bool:
    """Whether the two sides are exchanged."""
    before, behind = _partners(wanted.before, partner), _partners(wanted.behind, partner)
    first, second = {id(w) for w in said.before}, {id(w) for w in said.behind}
    crossed = len(before & second), len(behind & first)
    return min(crossed) > 0 and sum(crossed) >= len(before & first) + len(behind & second)


def _lent(wanted: _Sides, said: _Sides, partner: dict[int, Word], there: Sequence[_Sides]) -> bool:
    """Whether one side is another verb's: the judge decides the facts, and the jury the law."""
    before, behind = _partners(wanted.before, partner), _partners(wanted.behind, partner)
    first, second = {id(w) for w in said.before}, {id(w) for w in said.behind}
    others = [one for one in there if one is not wanted and one.pivot.low not in _PIVOTS]
    if wanted.pivot.low in _PIVOTS:
        others = [one for one in there if one is not wanted and one.pivot.low == wanted.pivot.low]
    if not others:
        return False
    subjects = set().union(*(_partners(one.before, partner) for one in others)) - before
    objects = set().union(*(_partners(one.behind, partner) for one in others)) - behind
    if behind & second and before and not before & first:
        return bool(first & subjects)
    return bool(before & first and behind and not behind & second and second & objects)


def _far_crossed(wanted: _Sides, said: _Sides, partner: dict[int, Word], beside: Beside) -> bool:
    """Whether the doers are exchanged with what stands anywhere behind the verb.

    "Sodium gives its electron to chlorine" and "chlorine gives an electron to sodium".
    """
    if wanted.pivot.low in _PIVOTS or wanted.turned or said.turned:
        return False
    before, first = _partners(wanted.before, partner), {id(w) for w in said.before}
    stems = {w.stem for w in wanted.before} & {w.stem for w in said.before}
    if before & first or stems:
        return False
    behind = _partners(_behind(wanted.pivot, beside.point.words), partner)
    second = {id(w) for w in _behind(said.pivot, beside.answer.words)}
    return bool(behind & first) and bool(before & second)


def _behind(pivot: Word, words: Sequence[Word]) -> Sequence[Word]:
    """The words behind a verb, as far as its clause may reach.

    What is done with somebody is done by both: there it ends.
    """
    place = next(n for n, word in enumerate(words) if word is pivot)
    behind = words[place + 1 : place + 13]
    return behind[: next((n for n, word in enumerate(behind) if word.low == "with"), None)]


def _moved_off(
    wanted: _Sides, said: _Sides, partner: dict[int, Word], here: Sequence[_Sides]
) -> bool:
    """Whether somebody else does it, and the point's own doer does another thing."""
    if wanted.pivot.low in _PIVOTS or wanted.turned != said.turned:
        return False
    before, behind = _partners(wanted.before, partner), _partners(wanted.behind, partner)
    first, second = {id(w) for w in said.before}, {id(w) for w in said.behind}
    elsewhere = {
        id(w)
        for one in here
        if one is not said and one.pivot.low not in _PIVOTS
        for w in one.before
    }
    return bool(behind & second) and bool(before & elsewhere) and not before & (first | second)


def _borrowed(
    wanted: _Sides, said: _Sides, partner: dict[int, Word], elsewhere: frozenset[str]
) -> bool:
    """Whether one side is another point's, and the other side is the same."""
    before, behind = _partners(wanted.before, partner), _partners(wanted.behind, partner)
    first, second = {id(w) for w in said.before}, {id(w) for w in said.behind}
    if wanted.pivot.low in _PIVOTS:
        return False
    if behind & second and not before & first:
        return any(w.stem in elsewhere for w in said.before)
    return (
        bool(before & first)
        and not behind & second
        and any(w.stem in elsewhere for w in said.behind)
    )


def _partners(words: Sequence[Word], partner: dict[int, Word]) -> set[int]:
    return {id(partner[id(word)]) for word in words if id(word) in partner}


def _sides(words: Sequence[Word], beside: Beside) -> Iterator[_Sides]:
    """The verbs and small words of a text, each with the nearest run of words on both sides."""
    verbs = verbs_in(words, beside.lexicon)
    for place, word in enumerate(words):
        verb = id(word) in verbs
        if not verb and word.low not in _PIVOTS:
            continue
        ahead = words[:place][::-1]
        if word.low == "than":  # what is compared stands before the quality and its verb
            ahead = _behind_quality(ahead, verbs)
        before = _run(ahead, verbs)[::-1]
        behind = _run(words[place + 1 :], verbs)
        turned = verb and _is_passive(words, place)
        if turned:
            doer = _by(words, place, verbs)
            before, behind = (doer, before) if doer else (before, ())
        if before and behind:
            yield _Sides(word, before, behind, turned)


def _behind_quality(words: Sequence[Word], verbs: frozenset[int]) -> Sequence[Word]:
    """The words from the far side of the quality on: "lower layers are [older] than"."""
    run = 0
    while run < len(words) and words[run].weight > 0 and id(words[run]) not in verbs:
        run += 1
    compared = [n for n, word in enumerate(words[:run]) if _compares(word)]
    return words[compared[-1] + 1 if compared else run :]


def _compares(word: Word) -> bool:
    return word.low in {"more", "less", "fewer", "better", "worse"} or word.low.endswith("er")


def _run(words: Sequence[Word], verbs: frozenset[int]) -> tuple[Word, ...]:
    """The nearest words that say something and are no verbs; links between them are left out."""
    found: list[Word] = []
    for place, word in enumerate(words[:9]):
        verb = id(word) in verbs
        if not found and word.low in _PRONOUNS:
            return ()
        if word.weight > 0 and not verb:
            found += [] if word.number else [word]
        elif (verb and found) or (
            found
            and word.low not in _LINKS
            and not (word.low in _ARTICLES and _OF in near(words, place))
        ):
            break
    return tuple(found)


def near(words: Sequence[Word], place: int) -> set[str]:
    """The two words beside one."""
    return {word.low for word in words[max(0, place - 1) : place + 2]}


def _is_passive(words: Sequence[Word], place: int) -> bool:
    """Whether a form of be stands before a participle."""
    before = {word.low for word in words[max(0, place - 3) : place]}
    return bool(before & _BE) and words[place].low.endswith(("ed", "en", "t", "n"))


def _by(words: Sequence[Word], place: int, verbs: frozenset[int]) -> tuple[Word, ...]:
    """Who a passive says that it was done by."""
    for after in range(place + 1, min(place + 6, len(words))):
        if words[after].low == "by":
            return _run(words[after + 1 :], verbs)
    return ()
