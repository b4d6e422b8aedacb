"""Clauses, and whose date it is: each date goes to the verb of its own clause.

A clause ends where a sign, a joining or an opening word stands between two verbs. Within a clause
a date after verbs belongs to the nearest before it, a date before them to the first; and a date
that opens a sentence is that of the verbs joined on by "and" as well, as long as they have none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from learnt.facts.events.scene import PlacedDate, Scene
from learnt.facts.events.verbs import Mood, Verb
from learnt.facts.names import Mention
from learnt.facts.values import NameKind


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` up to `end` with their verbs; `joined` by and, but or so to the one before."""

    first: int
    end: int
    verbs: tuple[Verb, ...]
    joined: bool

    @property
    def head(self) -> Verb | None:
        """The first finite verb; any other where there is none."""
        return next(
            (one for one in self.verbs if one.mood is Mood.FINITE), next(iter(self.verbs), None)
        )


def clauses_of(scene: Scene, sentence: range) -> tuple[Clause, ...]:
    """The clauses of a sentence; one without a verb where it has none."""
    verbs = [one for one in scene.verbs if one.place in sentence]
    heads = [one for one in verbs if one.mood is not Mood.INFINITIVE]
    cuts = [sentence.start]
    joined = [False]
    for one, following in pairwise(heads):
        if (cut := _cut(scene, one.end, following.place)) is not None and cut > cuts[-1]:
            cuts.append(cut)
            joined.append(_is_joined(scene, cut, following.place))
    cuts.append(sentence.stop)
    return tuple(
        Clause(first, end, tuple(one for one in verbs if first <= one.place < end), with_and)
        for (first, end), with_and in zip(pairwise(cuts), joined, strict=True)
    )


def _cut(scene: Scene, end: int, place: int) -> int | None:
    """Where a clause begins between two verbs: at the last word or sign that can open one.

    Where names are joined there ("…: Germany, France and Belgium accepted"), it begins before the
    first of them. Without such a word a date between two verbs ends the first clause.
    """
    words = scene.words
    found = [at for at in range(end, place) if _can_open(scene, at)]
    if found:
        return _before_the_names(scene, found, end)
    after_date = [one.end for one in scene.dates if end <= one.first and one.end < place]
    names = {one.first for one in scene.mentions}
    return next(
        (at for at in reversed(after_date) if at in names or scene.low(at) in words.determiners),
        None,
    )


def _can_open(scene: Scene, place: int) -> bool:
    words, low = scene.words, scene.low(place)
    if low not in words.opening and low not in words.joining and low not in words.separators:
        return False
    return not _is_in_date(scene, place) and not _is_between_names(scene, place)


def _before_the_names(scene: Scene, found: Sequence[int], end: int) -> int:
    """The cut; moved before the names that "and" and commas join right behind it.

    In "part of Germany and France and Britain took no action" the first name belongs to what is
    before, so the cut is at the first "and"; in "…: Germany, France and Belgium" it is the colon.
    """
    cut = found[-1]
    ends = {one.end: one for one in scene.mentions}
    while scene.low(cut) in ("and", ",", "&") and cut in ends and ends[cut].first - 1 >= end:
        before = ends[cut].first - 1
        if scene.low(before) == "the":
            before -= 1
        if before not in found and scene.low(before) not in (",", "and"):
            break
        cut = before
    earlier = [at for at in found if at < cut]
    if scene.low(cut) == "," and earlier and _only_a_date(scene, earlier[-1] + 1, cut):
        return earlier[-1]  # since in March 1935, Hitler …
    return cut


def _only_a_date(scene: Scene, first: int, end: int) -> bool:
    small = scene.words.prepositions | scene.words.determiners
    return first < end and all(
        _is_in_date(scene, at) or scene.low(at) in small for at in range(first, end)
    )


def _is_in_date(scene: Scene, place: int) -> bool:
    return any(one.first <= place < one.end for one in scene.dates)


def _is_between_names(scene: Scene, place: int) -> bool:
    """Whether "and" joins two names or two dates, and no clauses: by Germany and Japan."""
    if _is_in_date(scene, place):
        return True
    dates = {one.end for one in scene.dates}, {one.first for one in scene.dates}
    if place in dates[0] and place + 1 in dates[1]:
        return True
    before = any(one.end == place for one in scene.mentions)
    after = next((one for one in scene.mentions if one.first in (place + 1, place + 2)), None)
    if not before or after is None:
        return False
    return not any(
        verb.place in range(after.end, after.end + 3) and verb.mood is Mood.FINITE
        for verb in scene.verbs
    )


def _is_joined(scene: Scene, cut: int, place: int) -> bool:
    """Whether the clause goes on with what was told: after "and", a comma or a semicolon."""
    opening = any(scene.low(at) in scene.words.opening for at in range(cut, place))
    return not opening


Dated = dict[int, list[PlacedDate]]
"""By the place of a verb: the dates that are its own."""


def dates_of_verbs(scene: Scene, sentence: range, clauses: Sequence[Clause]) -> Dated:
    """For the places of verbs the dates that are theirs; several where it happened several times."""
    found: Dated = {}
    leading: PlacedDate | None = None
    for nth, clause in enumerate(clauses):
        dates = [one for one in scene.dates if clause.first <= one.first < clause.end]
        own = [one for one in dates if not _belongs_to_noun(scene, one)]
        if nth == 0 and clause.verbs and own and own[0].first < clause.verbs[0].place:
            leading = own[0]
        _bind(scene, clause, own, found)
        if leading is not None and (clause.joined or nth == 0 or _goes_along(scene, clause)):
            _carry_on(clause, leading, found)
        if nth and not own:
            _share_with_main(scene, clauses[nth - 1], clause, found)
        if not clause.verbs and own and nth:
            _give_back(clauses[nth - 1], own, found)
        _share_with_participles(clause, found)
        if nth and clause.joined:
            _share_with_shortened(clauses[nth - 1], clause, found)
    _share_with_infinitives(clauses, found)
    return found


def _belongs_to_noun(scene: Scene, one: PlacedDate) -> bool:
    """Whether the date tells which thing is meant: the 1935 pact, the treaty of 1935."""
    before = scene.low(one.first - 1)
    after = scene.tokens[one.end] if one.end < len(scene.tokens) else None
    starts_with_article = scene.low(one.first) == "the"
    noun_after = (
        after is not None
        and after.text.isalpha()
        and after.low not in _NO_NOUN
        and not (
            after.low in scene.words.prepositions
            or after.low in scene.words.opening
            or after.low in scene.words.joining
            or after.low in scene.words.be
            or after.low in scene.words.have
            or after.low in scene.words.determiners
            or after.low.endswith("ly")
            or any(verb.place == one.end for verb in scene.verbs)
            or any(mention.first == one.end for mention in scene.mentions)
        )
    )
    led = before in scene.words.determiners or starts_with_article
    plain_year = "/" not in one.date.edtf
    if led and noun_after and plain_year:
        lead = scene.low(one.first - 1 if starts_with_article else one.first - 2)
        return lead not in ("in", "at", "during", "after", "before", "by", "since", "until")
    if before != "of" or any(name.end == one.first - 1 for name in scene.mentions):
        return False  # what hangs on a name is looked at with its verb (`_cites`)
    noun_before = one.first > 1 and scene.tokens[one.first - 2].text.isalpha()
    return noun_before and not _opens(scene, one) and len(one.date.edtf) < _A_DAY


_NO_NOUN = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "there",
        "not",
        "then",
        "also",
        "when",
        "onwards",
        "alone",
    }
)


def _opens(scene: Scene, one: PlacedDate) -> bool:
    """Whether the phrase "in the summer of 1936" as a whole says when: its noun is one of time."""
    return scene.low(one.first - 2) in (
        "end",
        "start",
        "beginning",
        "middle",
        "course",
        "spring",
        "autumn",
        "evening",
        "night",
        "morning",
        "elections",
        "election",
    )


def _bind(scene: Scene, clause: Clause, dates: Sequence[PlacedDate], found: Dated) -> None:
    """Give each date to its verb; a verb keeps those after it where it has any."""
    for one in dates:
        verb = _verb_for(clause, one)
        if verb is None or _cites(scene, verb, one):
            continue
        known = found.setdefault(verb.place, [])
        if one.first > verb.place and any(other.first < verb.place for other in known):
            known[:] = [other for other in known if other.first > verb.place]
        known.append(one)


def _cites(scene: Scene, verb: Verb, one: PlacedDate) -> bool:
    """Whether the date only belongs to the case or statute that the verb is done to: overruled
    Plessy v Ferguson (1896). What is signed, passed or published is so on its date.
    """
    if verb.place > one.first or verb.lemma in _MAKING:
        return False
    return any(
        name.kind in _CITED
        and verb.place < name.first
        and _hangs_on(scene, name, one)
        and not _tells_where(scene, name)
        for name in scene.mentions
    )


def _tells_where(scene: Scene, name: Mention) -> bool:
    """`held in Donoghue v Stevenson (1932)`, `lost by the Treaty of Schönbrunn of 1809`."""
    before = name.first - 1 - (scene.low(name.first - 1) == "the")
    return scene.low(before) in ("in", "by", "at", "under")


def _hangs_on(scene: Scene, name: Mention, one: PlacedDate) -> bool:
    """Whether the date is within the name or right behind it, in brackets at most."""
    gap = [scene.low(at) for at in range(name.end, one.first)]
    return name.first <= one.first and (one.end <= name.end or gap in ([], ["("], ["["], ["of"]))


_CITED = (NameKind.CASE, NameKind.LAW, NameKind.STUDY, NameKind.AGREEMENT, NameKind.CONFERENCE)
_A_DAY = len("1938-09-30")
_MAKING = frozenset(
    {
        "pass",
        "enact",
        "introduce",
        "repeal",
        "amend",
        "adopt",
        "publish",
        "sign",
        "decide",
        "hear",
        "run",
        "conduct",
        "negotiate",
        "conclude",
        "make",
        "hold",
        "ratify",
    }
)


def _verb_for(clause: Clause, one: PlacedDate) -> Verb | None:
    """The nearest verb before the date; the first where the date stands before all of them."""
    before = [verb for verb in clause.verbs if verb.place < one.first]
    if not before:
        return clause.head
    last = before[-1]
    passing = last.mood is Mood.PARTICIPLE and not last.passive and one.first - last.place >= _NEAR
    return before[-2] if passing and len(before) > 1 else last


_NEAR = 8


def _carry_on(clause: Clause, leading: PlacedDate, found: Dated) -> None:
    """Give the date that opened the sentence to the verbs that have none."""
    for verb in clause.verbs:
        told = verb.mood is Mood.FINITE or verb.passive
        if told and verb.place not in found and leading.first < verb.place:
            found[verb.place] = [leading]


def _give_back(clause: Clause, dates: Sequence[PlacedDate], found: Dated) -> None:
    """A date alone behind a comma or in brackets belongs to the verb before it."""
    if clause.verbs and clause.verbs[-1].place not in found:
        found[clause.verbs[-1].place] = [dates[0]]


def _goes_along(scene: Scene, clause: Clause) -> bool:
    """Whether the clause tells what happened at the same time: as, while, when, who, which."""
    return scene.low(clause.first) in _ALONG


_ALONG = frozenset({"as", "while", "whilst", "when", "who", "which", "where"})


def _share_with_main(scene: Scene, before: Clause, clause: Clause, found: Dated) -> None:
    """`when Hitler marched into the Rhineland in 1936, France did nothing`: both were then."""
    if not any(scene.low(at) == "when" for at in range(before.first, before.first + 3)):
        return
    dated = [found[one.place] for one in before.verbs if one.place in found]
    for verb in clause.verbs:
        if dated and verb.mood is Mood.FINITE and verb.place not in found:
            found[verb.place] = dated[0]


def _share_with_participles(clause: Clause, found: Dated) -> None:
    """`intervened in September by sending`: one deed, told twice."""
    dated = [found[one.place] for one in clause.verbs if one.place in found]
    for verb in clause.verbs:
        if dated and verb.mood is Mood.PARTICIPLE and verb.place not in found:
            found[verb.place] = dated[0]


def _share_with_shortened(before: Clause, clause: Clause, found: Dated) -> None:
    """`met from 1814 to 1815, chaired by Metternich`: what is hung on has the date before it."""
    dated = [found[one.place] for one in before.verbs if one.place in found]
    for verb in clause.verbs[:1]:
        if dated and verb.passive and verb.mood is Mood.PARTICIPLE and verb.place not in found:
            found[verb.place] = dated[-1]


def _share_with_infinitives(clauses: Sequence[Clause], found: Dated) -> None:
    """`agreed in 1935 to sign`, `refused to sign in 1935`: the two verbs are one deed."""
    for clause in clauses:
        for one, following in pairwise(clause.verbs):
            if following.mood is not Mood.INFINITIVE or following.place - one.end > _LINKED:
                continue
            if following.place in found and one.place not in found:
                found[one.place] = found[following.place]
            elif one.entry.lemma in _REFUSALS and one.place in found:
                found.setdefault(following.place, found[one.place])


_LINKED = 3
_REFUSALS = frozenset(
    {"refuse", "decline", "fail", "agree", "promise", "decide", "vote", "begin", "start"}
)
