"""Where a clause begins between two verbs."""

from collections.abc import Sequence

from learnt.facts.events.scene import Scene
from learnt.facts.events.verbs import FINITE

_VERB_NEAR = 3
"""How far behind a name its verb stands, where the name is a subject of its own."""


def cut_between(scene: Scene, end: int, place: int) -> int | None:
    """Where a clause begins between two verbs: at the last word or sign that can open one.

    Where names are joined there ("…: Germany, France and Belgium accepted"), it begins before the
    first of them. Without such a word a date between two verbs ends the first clause.
    """
    found = [at for at in range(end, place) if _can_open(scene, at)]
    if found:
        return _before_the_names(scene, found, end)
    after_date = [one.end for one in scene.dates_within(end, place) if one.end < place]
    return next((at for at in reversed(after_date) if _begins_subject(scene, at)), None)


def _begins_subject(scene: Scene, place: int) -> bool:
    return place in scene.names.by_first or scene.low(place) in scene.words.determiners


def _can_open(scene: Scene, place: int) -> bool:
    """Whether a word or sign may stand between two clauses, and joins no names or dates here."""
    words, low = scene.words, scene.low(place)
    if low not in words.opening and low not in words.joining and low not in words.separators:
        return False
    return place not in scene.dated and not _is_between_names(scene, place)


def _is_between_names(scene: Scene, place: int) -> bool:
    """Whether "and" joins two names or two dates, and no clauses: by Germany and Japan."""
    if place in scene.date_ending and place + 1 in scene.date_firsts:
        return True
    if place not in scene.names.by_end:
        return False
    names = scene.names.by_first
    after = names.get(place + 1) or names.get(place + 2)
    if after is None:
        return False
    near = (scene.verb_at.get(at) for at in range(after.end, after.end + _VERB_NEAR))
    return not any(verb is not None and verb.mood is FINITE for verb in near)


def _before_the_names(scene: Scene, found: Sequence[int], end: int) -> int:
    """The cut; moved before the names that "and" and commas join right behind it.

    In "part of Germany and France and Britain took no action" the first name belongs to what is
    before, so the cut is at the first "and"; in "…: Germany, France and Belgium" it is the colon.
    """
    cut, openers, names = found[-1], set(found), scene.names.by_end
    while _is_list_sign(scene, cut) and cut in names and names[cut].first - 1 >= end:
        before = names[cut].first - 1
        if scene.low(before) in scene.words.articles:
            before -= 1
        listed = scene.low(before) == "," or scene.low(before) in scene.words.and_words
        if before not in openers and not listed:
            break
        cut = before
    earlier = max((at for at in found if at < cut), default=None)
    if earlier is not None and scene.low(cut) == "," and _only_a_date(scene, earlier + 1, cut):
        return earlier  # since in March 1935, Hitler …
    return cut


def _is_list_sign(scene: Scene, place: int) -> bool:
    low = scene.low(place)
    return low in (",", "&") or low in scene.words.and_words


def _only_a_date(scene: Scene, first: int, end: int) -> bool:
    """Whether nothing but a date, with its preposition and article, is there."""
    words = scene.words
    return first < end and all(
        at in scene.dated
        or scene.low(at) in words.prepositions
        or scene.low(at) in words.determiners
        for at in range(first, end)
    )
