"""Treaties, pacts and alliances: who made them, when, for how long, and on what condition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from learnt.facts.events.scene import Scene
from learnt.facts.events.words import phrase_at
from learnt.facts.names import Mention
from learnt.facts.tokens import TokenKind
from learnt.facts.values import Agreement, Event, NameKind

_NEGOTIATED = "negotiate"
_SIGNED = frozenset(
    {"sign", "make", "conclude", "agree", "form", "reach", "enter", "establish", "seal", "initial"}
)
_MAKING = _SIGNED | {
    "negotiate",
    "join",
    "renew",
    "extend",
    "ratify",
    "propose",
    "offer",
    "break",
    "accept",
}
_PARTY = (NameKind.STATE, NameKind.ORGANISATION, NameKind.PERSON)
_YEARS = ("year", "years", "month", "months", "decade", "decades", "days", "weeks", "week")


@dataclass(frozen=True, slots=True)
class AskedAgreement:
    """The agreement that a prompt names, with those who are named in it and its date there."""

    name: str
    parties: tuple[str, ...] = ()
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class _Noun:
    """An agreement where it stands, in tokens: a name, or a noun with what describes it.

    One that only the prompt names is `everywhere`: the whole text is about it.
    """

    first: int
    end: int
    name: str
    parties: tuple[str, ...]
    everywhere: bool = False
    named: bool = False
    dated: str | None = None


def read_agreements(
    scene: Scene,
    events: Sequence[Event],
    subjects: tuple[str, ...] = (),
    asked: AskedAgreement | None = None,
    home: str | None = None,
    whose: str | None = None,
) -> tuple[Agreement, ...]:
    """The agreements that a text tells something of: at least a party, a date or a condition.

    `subjects` are those of the prompt: a pact with no party but one is theirs as well. `asked` is
    the agreement that the prompt asks about, by name and parties: what was signed without being
    named is that one. `home` is the state of the person `whose` deck it is: an agreement of that
    person, or with one state and no one else, is that state's own.
    """
    nouns = _nouns(scene)
    if asked is not None and not any(one.named for one in nouns):
        conditional = any(_condition(scene, one) for one in scene.sentences)
        if nouns:  # "What was the Pact of Steel?" "A military alliance of Germany and Italy"
            nouns[0] = replace(nouns[0], name=asked.name, parties=asked.parties, dated=asked.edtf)
        elif conditional or any(one.verb in _MAKING for one in events):
            nouns = [_Noun(0, 1, asked.name, asked.parties, everywhere=True, dated=asked.edtf)]
    made = [_agreement(scene, events, noun, nouns, subjects) for noun in nouns]
    homes = {one.name: one.home for one in scene.mentions if one.home}
    made = [_with_home(_with_states(one, homes), home, whose) for one in made]
    merged: dict[str, Agreement] = {}
    for one in made:
        if not (one.parties or one.signed or one.negotiated or one.condition or one.duration):
            continue
        key = one.name.lower()
        known = merged.get(key)
        merged[key] = one if known is None else _filled(known, one)
    return tuple(merged.values())


def _nouns(scene: Scene) -> list[_Noun]:
    found = [
        _Noun(one.first, one.end, one.name, one.parties, named=True)
        for one in scene.mentions
        if one.kind is NameKind.AGREEMENT
    ]
    taken = {place for one in scene.mentions for place in range(one.first, one.end)}
    for place, token in enumerate(scene.tokens):
        peace = token.low == "peace" and scene.low(place + 1) in ("with", "between")
        if (peace or token.low in scene.words.linking_nouns) and place not in taken:
            found.append(_unnamed(scene, place))
    return sorted(found, key=lambda one: one.first)


def _unnamed(scene: Scene, place: int) -> _Noun:
    """`a non-aggression pact with Poland`: the noun, its adjectives, and who it is with."""
    first = place
    while (
        (first
        and scene.tokens[first - 1].kind is TokenKind.WORD)
        or (first > 1 and scene.tokens[first - 1].text == "-")
    ):
        low = scene.low(first - 1)
        if low in scene.words.determiners or low in scene.words.prepositions or place - first >= 3:
            break
        if (
            low in scene.words.joining
            or low in scene.words.be
            or any(verb.place == first - 1 for verb in scene.verbs)
        ):
            break
        first -= 1
    end = place + 1
    if scene.low(end) in ("with", "between", "of"):
        names = [one for one in scene.mentions if end < one.first <= end + 6 and one.kind in _PARTY]
        if names:
            end = _last_joined(scene, names)
    return _Noun(first, end, scene.words_of(first, end), ())


def _last_joined(scene: Scene, names: Sequence[Mention]) -> int:
    """The place after the last of the names that "and" and commas join to the first."""
    end = names[0].end
    for one, following in zip(names, names[1:], strict=False):
        between = {scene.low(at) for at in range(one.end, following.first)}
        if not between <= {"and", ",", "the", "&"}:
            break
        end = following.end
    return end


def _agreement(
    scene: Scene,
    events: Sequence[Event],
    noun: _Noun,
    nouns: Sequence[_Noun],
    subjects: tuple[str, ...],
) -> Agreement:
    sentence = next(one for one in scene.sentences if noun.first in one)
    about = [one for one in events if _of_event(scene, one, nouns) is noun]
    parties = noun.parties or _parties(scene, noun, sentence, about, subjects, events)
    signing = [one for one in about if one.edtf and one.verb in _SIGNED and one.polarity]
    signing.sort(key=lambda one: (one.date is None, one.verb != "sign"))
    signed = signing[0].edtf if signing else None
    if signing and signing[0].date is None:  # the prompt's date, which says less than its own
        signed = _own_date(scene, noun) or signed
    negotiated = next(
        (one.edtf for one in about if one.edtf and one.verb_class == _NEGOTIATED), None
    )
    own = _own_date(scene, noun)
    return Agreement(
        span=scene.span(noun.first, noun.end),
        name=noun.name,
        parties=parties,
        negotiated=negotiated,
        signed=signed or own or noun.dated,
        duration=_duration(scene, noun, sentence),
        condition=_condition(scene, sentence),
        qualifier=_qualifier(scene, noun),
    )


def _of_event(scene: Scene, event: Event, nouns: Sequence[_Noun]) -> _Noun | None:
    """The agreement that an event is about: what is signed stands behind the verb, what was signed
    before it; "accepted it" in the next sentence is about the last one.
    """
    if nouns and (nouns[0].everywhere or (event.word is None and event.verb in _MAKING)):
        return nouns[0]
    if event.word is None:
        return None
    sentence = next((one for one in scene.sentences if _covers(scene, one, event)), range(0))
    here = [one for one in nouns if one.first in sentence]
    behind = [
        one for one in here if event.word.end <= scene.tokens[one.first].start < event.span.end
    ]
    before = [one for one in here if scene.tokens[one.first].start < event.word.start]
    if here or event.verb not in _TAKEN_UP:
        return next(iter(behind), None) or (before[-1] if before else None)
    after = next((nth for nth in sentence if scene.tokens[nth].start >= event.word.end), None)
    earlier = [one for one in nouns if one.first < sentence.start]
    return earlier[-1] if earlier and after and scene.low(after) in ("it", "this") else None


def _covers(scene: Scene, sentence: range, event: Event) -> bool:
    start, stop = scene.tokens[sentence.start].start, scene.tokens[sentence.stop - 1].end
    return event.word is not None and start <= event.word.start < stop


_TAKEN_UP = frozenset({"accept", "join", "sign", "ratify"})


def _parties(
    scene: Scene,
    noun: _Noun,
    sentence: range,
    about: Sequence[Event],
    subjects: tuple[str, ...],
    events: Sequence[Event],
) -> tuple[str, ...]:
    """Who made it: names joined by with or between and who signs with them; else all who act in the
    sentence; else whom the prompt asks about.
    """
    after = [one for one in scene.within(noun.first, sentence.stop) if one.kind in _PARTY]
    joined = [one.name for one in after if _is_with(scene, noun, one)]
    making = [one for one in about if one.verb in _MAKING]
    span = scene.span(noun.first, noun.end)
    nearest = min(
        making, key=lambda one: abs((one.word or one.span).start - span.start), default=None
    )
    behind = {one.name for one in after} - set(joined)
    acting = [one for one in (nearest.actors if nearest else ()) if not (joined and one in behind)]
    later = [name for one in about if one.verb in _TAKEN_UP and one.polarity for name in one.actors]
    found = dict.fromkeys((*acting, *joined, *later))
    if len(found) == 1 and joined and not subjects:
        found = dict.fromkeys((*_last_subject(scene, noun, sentence, events), *found))
    if not found and not making and _own_date(scene, noun) is None:
        return subjects if noun.named and len(subjects) == 1 else ()
    if not found:
        here = scene.within(sentence.start, sentence.stop)
        found = dict.fromkeys(
            one.name
            for one in here
            if one.kind in _PARTY and scene.low(one.first - 1) not in ("in", "at")
        )
    if len(found) < 2 and (nearest is None or not nearest.actors or len(found) == 1):
        found = dict.fromkeys((*subjects, *found)) if len(found) == 1 or not found else found
    return tuple(found)


def _last_subject(
    scene: Scene, noun: _Noun, sentence: range, events: Sequence[Event]
) -> tuple[str, ...]:
    """Who acts before the noun in its sentence: Russia was not invited, so the pact with Prague …"""
    before = [
        one
        for one in events
        if one.word
        and _covers(scene, sentence, one)
        and one.word.start < scene.tokens[noun.first].start
    ]
    return before[-1].actors[:1] if before else ()


def _is_with(scene: Scene, noun: _Noun, one: Mention) -> bool:
    """Whether with, between or by leads from the agreement to the name, over names alone."""
    for place in range(one.first - 1, max(noun.first, one.first - 12) - 1, -1):
        low = scene.low(place)
        if low in ("with", "between", "by", "among") or (
            low == "of" and scene.low(place - 1) in scene.words.linking_nouns
        ):
            return True
        inside = any(other.first <= place < other.end for other in scene.mentions)
        if not inside and low not in (*scene.words.with_parties, "the", "both"):
            return False
    return False


def _own_date(scene: Scene, noun: _Noun) -> str | None:
    """`the 1935 pact`, `the Munich Agreement of 1938`, `Rapallo treaty (1922)`."""
    for one in scene.dates:
        inside = noun.first <= one.first and one.end <= noun.end
        before = one.end == noun.first
        links = ("of", "(", ",") if scene.verbs else ("of", "(", ",", "in")
        led = scene.low(noun.end) in links and one.first == noun.end + 1
        if inside or before or led or one.first == noun.end:
            return one.date.edtf
    return None


def _duration(scene: Scene, noun: _Noun, sentence: range) -> str | None:
    """`for ten years`, `a ten-year pact`."""
    stop = scene.tokens[sentence.stop - 1].end
    start = scene.tokens[sentence.start].start
    for one in scene.quantities:
        if start <= one.span.start < stop and one.unit.split(" ")[0].lower() in _YEARS:
            return one.span.of(scene.text)
    return None


def _condition(scene: Scene, sentence: range) -> str | None:
    for place in sentence:
        if phrase_at(scene.words.conditions, scene.tokens, place):
            end = place + 1
            while end < sentence.stop and scene.tokens[end].text not in ",;:.":
                end += 1
            return scene.words_of(place, end)
    return None


def _qualifier(scene: Scene, noun: _Noun) -> str | None:
    for place in range(noun.first, noun.end):
        if count := phrase_at(scene.words.qualifiers, scene.tokens, place):
            return scene.words_of(place, place + count).lower()
    return None


def _filled(one: Agreement, other: Agreement) -> Agreement:
    """The first mention's values, and the second's where the first has none."""
    return replace(
        one,
        parties=one.parties if len(one.parties) >= len(other.parties) else other.parties,
        negotiated=one.negotiated or other.negotiated,
        signed=one.signed or other.signed,
        duration=one.duration or other.duration,
        condition=one.condition or other.condition,
        qualifier=one.qualifier or other.qualifier,
    )


def _with_states(one: Agreement, homes: Mapping[str, str]) -> Agreement:
    """Whoever signs for a state: Nixon and Brezhnev, so the United States and the Soviet Union."""
    people = [name for name in one.parties if name in homes]
    states = dict.fromkeys(
        [name for name in one.parties if name not in people] + [homes[name] for name in people]
    )
    return replace(one, parties=(*states, *people))


def _with_home(one: Agreement, home: str | None, whose: str | None) -> Agreement:
    if home is None or home in one.parties or not 1 <= len(one.parties) <= 2:
        return one
    alone = len(one.parties) == 1 or whose in one.parties
    return replace(one, parties=(home, *one.parties)) if alone else one


def asked_agreement(scene: Scene) -> AskedAgreement | None:
    """The first agreement that a prompt names."""
    for one in scene.mentions:
        if one.kind is NameKind.AGREEMENT:
            noun = _Noun(one.first, one.end, one.name, one.parties, named=True)
            states = dict.fromkeys(
                other.name for other in scene.mentions if other.kind is NameKind.STATE
            )
            return AskedAgreement(one.name, one.parties or tuple(states), _own_date(scene, noun))
    return None
