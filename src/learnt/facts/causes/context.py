"""Whether words like because, so and if link here, by what stands beside them."""

from learnt.facts.causes.mark import Before, Mark
from learnt.facts.causes.signs import Role, Sign
from learnt.facts.events.scene import Scene
from learnt.facts.events.verbs import FINITE
from learnt.facts.tokens import NUMBER, SIGN, WORD

_SOON = 6
"""Tokens within which a clause shows its verb, or an aim its "could"."""
_CLOSES = ",;:.()!?"


def links_here(scene: Scene, sign: Sign, unit: range, start: int, place: int) -> Mark | None:
    """The mark that the words at a place are; None where they link nothing."""
    end = place + len(sign.words)
    mark = Mark(place, end, sign.role, place)
    if scene.low(place - 1) in scene.words.negators and place > unit.start:
        return None
    match sign.role:
        case Role.BECAUSE:
            if not _is_because(scene, unit, start, place, end):
                return None
            back = not scene.words.causes.this.isdisjoint(sign.words)  # the reason for this was
            return Mark(place, end, sign.role, place, Before.THIS) if back else mark
        case Role.CONDITION:
            return mark if _is_condition(scene, unit, place, end) else None
        case _:
            return _so(scene, unit, mark)


def _is_because(scene: Scene, unit: range, start: int, place: int, end: int) -> bool:
    low, words = scene.low(place), scene.words.causes.so_words
    if end == place + 1:
        if low in words.because:
            return _is_since(scene, unit, start, place)
        if low in words.like:
            return _is_as(scene, unit, place)
        if low in words.years and scene.tokens[place - 1].kind is not WORD:
            return False
    return end < unit.stop


def _is_since(scene: Scene, unit: range, start: int, place: int) -> bool:
    """`since the king was weak`, and neither `since 1930` nor `has been banned since`."""
    words = scene.words
    after, before = scene.low(place + 1), scene.low(place - 1)
    if before in words.causes.so_words.then or after in words.causes.so_words.then - words.articles:
        return False
    if after in words.prepositions:  # since in March 1935, Hitler announced
        return place + 2 in scene.dated and _comma_within(scene, range(place, unit.stop))
    if place in scene.dated:
        return False
    if any(scene.low(one) in words.have for one in range(max(start, place - 8), place)):
        return False
    return _has_clause(scene, place + 1, unit.stop)


def _is_as(scene: Scene, unit: range, place: int) -> bool:
    """`as it depended on them`, `as planning takes years`; neither `as a barrier` nor `as well`."""
    words, causes = scene.words, scene.words.causes
    before, after = scene.low(place - 1), scene.low(place + 1)
    if scene.low(place) in causes.so_words.behind_comma and _is_apart(scene, unit, place):
        return True
    if place > unit.start and before in causes.so_words.not_like:
        return False
    like = causes.so_words.like
    if after in causes.so_words.like_then:
        return False
    if any(scene.low(place + far) in like for far in (-3, -2, 2, 3)):  # as far apart as
        return False
    if place == unit.start and not _comma_within(scene, unit):
        return False
    pronoun = after in causes.persons or after in causes.it or after in causes.this
    return (pronoun and after not in words.causes.which) or _has_clause(scene, place + 1, unit.stop)


def _is_apart(scene: Scene, unit: range, place: int) -> bool:
    """`…, da die Ernte verdarb`, `Da die Ernte verdarb, …`: a comma parts it, its verb is last."""
    if place > unit.start:
        after = place + 1 < unit.stop and scene.tokens[place + 1].kind is not SIGN
        return after and scene.tokens[place - 1].text == ","
    words = scene.words
    comma = next((at for at in unit if scene.tokens[at].text == ","), place + 1)
    last, helping = scene.tokens[comma - 1], words.be | words.have | words.modal
    is_verb = not last.capital and last.low not in words.causes.persons | words.causes.it
    return comma > place + 2 and is_verb and scene.low(place + 1) not in helping


def _comma_within(scene: Scene, part: range) -> bool:
    return any(scene.tokens[one].text == "," for one in part)


def _has_clause(scene: Scene, first: int, stop: int) -> bool:
    """Whether a finite verb stands soon, before any sign."""
    end = min(stop, first + _SOON + 2)
    closing = (one for one in range(first, end) if scene.tokens[one].text in _CLOSES)
    end = next(closing, end)
    if any(one.mood is FINITE for one in scene.verbs_within(first + 1, end)):
        return True
    words = scene.words
    return any(
        (low := scene.low(one)) in words.be or low in words.modal or low in words.have
        for one in range(first + 1, end)
    )


def _is_condition(scene: Scene, unit: range, place: int, end: int) -> bool:
    words = scene.words.causes
    if place > unit.start and scene.low(place - 1) in words.asked:
        return False
    if end >= unit.stop or scene.tokens[end].kind is SIGN:
        return False
    if end > place + 1 or place not in scene.verb_at:
        return True
    apart = place == unit.start or scene.tokens[place - 1].kind is SIGN
    return apart and scene.low(end) in words.clause_subjects  # provided: a verb as well


def _so(scene: Scene, unit: range, mark: Mark) -> Mark | None:
    """A mark whose cause stands before it."""
    words, place, end = scene.words, mark.place, mark.end
    low, last = scene.low(place), scene.low(end - 1)
    if end == place + 1 and low in words.causes.so_words.so and not _is_so(scene, unit, place):
        return _so_much_that(scene, unit, mark)
    if last in words.causes.that and low in words.causes.so_words.so and _is_aim(scene, end, unit):
        return None
    if scene.tokens[end - 1].kind is SIGN and scene.tokens[place].kind is not SIGN:
        return mark if place == unit.start else None  # "result:" opens what it is the result of
    if last in words.causes.this and end > place + 1 and not _opens_clause(scene, unit, end):
        return None
    if end >= unit.stop or all(scene.tokens[one].kind is SIGN for one in range(end, unit.stop)):
        return Mark(place, end, mark.role, place, Before.WHOLE) if end > place + 1 else None
    before = scene.low(place - 1) if place > unit.start else ""
    helped = before in words.be or before in words.have or before in words.modal
    if helped and scene.tokens[place].kind is not SIGN:
        return Mark(place, end, mark.role, place, Before.WHOLE)
    return mark


def _is_so(scene: Scene, unit: range, place: int) -> bool:
    """`so the nobles took over`, and neither `so weak that` nor `so much` nor `or so`."""
    words, token = scene.words.causes, scene.tokens[place]
    if token.text.isupper():  # SO₂
        return False
    after = scene.low(place + 1) if place + 1 < unit.stop else ""
    if after in words.so_words.degree_before:
        return False
    if place > unit.start and scene.low(place - 1) in words.so_words.after:
        return False
    subject = after in words.clause_subjects or after in words.persons
    return scene.low(place + 2) not in words.that | words.so_words.like or subject


def _so_much_that(scene: Scene, unit: range, mark: Mark) -> Mark | None:
    """`so weak that he fell`: what comes of it stands behind the "that"."""
    that = scene.words.causes.that
    soon = range(mark.end + 1, min(mark.end + _SOON + 2, unit.stop - 1))
    place = next((at for at in soon if scene.low(at) in that), None)
    return None if place is None else Mark(place, place + 1, mark.role, place)


def _is_aim(scene: Scene, end: int, unit: range) -> bool:
    """`so that he could raise an army`."""
    aims = scene.words.causes.so_words.aims
    return any(scene.low(one) in aims for one in range(end, min(unit.stop, end + _SOON)))


def _opens_clause(scene: Scene, unit: range, place: int) -> bool:
    """`because of this the walls open`, and not `because of this policy`."""
    if place >= unit.stop:
        return True
    token, words = scene.tokens[place], scene.words
    opens = token.kind in (SIGN, NUMBER) or token.capital or place in scene.names.by_first
    return opens or token.low in words.determiners or token.low in words.causes.clause_subjects
