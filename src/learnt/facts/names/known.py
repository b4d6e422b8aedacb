"""Known names in a text, and capitals that stand for their governments."""

from collections.abc import Sequence

from learnt.facts.names.gazetteer import Entry, Form, Gazetteer
from learnt.facts.names.mention import Mention, VerbClass, words_of
from learnt.facts.tokens import Token
from learnt.facts.values import NameKind
from learnt.facts.words import NameWords

_NO_DEED = frozenset({"have", "end", "begin", "change", "lose", "die", "born", "body", "move"})
"""Classes of verbs that are done to a city, or by those who are in it."""
_FARTHEST = 3
_DASHES = "-–"


def known_names(
    tokens: Sequence[Token],
    gazetteers: Sequence[Gazetteer],
    words: NameWords,
    verb_class: VerbClass,
) -> list[Mention]:
    """The known names of a text, from left to right, each the longest that any gazetteer has."""
    found: list[Mention] = []
    place = 0
    while place < len(tokens):
        low = tokens[place].low
        if low in words.halves and (half := _half(tokens, place, words)):
            found.append(half)
            place = half.end
            continue
        best: tuple[Entry, int] | None = None
        for gazetteer in gazetteers:
            if low in gazetteer.lengths and (one := gazetteer.at(tokens, place)):
                best = one if best is None or one[1] > best[1] else best
        if best is None or _is_part_of_a_word(tokens, place, best[1], words):
            place += 1
            continue
        entry, end = best
        found.append(_mention(tokens, place, end, entry, words, verb_class))
        place = end
    return found


def adds_to(known: Sequence[Mention], grown: Gazetteer, tokens: Sequence[Token]) -> bool:
    """Whether a further gazetteer has a name in a text where none is known, or a longer one."""
    ends = {one.first: one.end for one in known}
    end = 0
    for place, token in enumerate(tokens):
        if place < end:
            continue
        end = ends.get(place, place)
        if token.low in grown.lengths and (one := grown.at(tokens, place)) and one[1] > end:
            return True
    return False


def _half(tokens: Sequence[Token], place: int, words: NameWords) -> Mention | None:
    """`Franco-` of "Franco-Soviet": a state named by half a word."""
    name = words.halves.get(tokens[place].low)
    if name is None or place + 2 >= len(tokens) or tokens[place + 1].text not in _DASHES:
        return None
    if not (tokens[place + 1].glued and tokens[place + 2].glued):
        return None
    return Mention(place, place + 1, name, NameKind.STATE, Form.PEOPLE)


def _is_part_of_a_word(tokens: Sequence[Token], place: int, end: int, words: NameWords) -> bool:
    """Whether letters go on at once: "German-speaking" tells of a language."""
    if tokens[place].glued and place and tokens[place - 1].text in "@#/_":
        return True
    return (
        end + 1 < len(tokens)
        and tokens[end].text == "-"
        and tokens[end].glued
        and tokens[end + 1].low in words.seats.compound
    )


def _mention(
    tokens: Sequence[Token],
    place: int,
    end: int,
    entry: Entry,
    words: NameWords,
    verb_class: VerbClass,
) -> Mention:
    """The name where it stands: a place, where a seat does not act or a battle is only a town."""
    if entry.form is Form.SEAT and entry.kind is NameKind.STATE:
        seat = " ".join(one.low for one in tokens[place:end])
        governs = seat in words.seats.governments or _governs(tokens, place, end, words, verb_class)
        if not governs:
            return Mention(place, end, words_of(tokens, place, end), NameKind.PLACE)
    if entry.kind is NameKind.WAR and end - place == 1 and _is_where(tokens, place, words):
        return Mention(place, end, words_of(tokens, place, end), NameKind.PLACE)
    return Mention(place, end, entry.name, entry.kind, entry.form, home=entry.home)


def _governs(
    tokens: Sequence[Token], place: int, end: int, words: NameWords, verb_class: VerbClass
) -> bool:
    """Whether a capital stands for its government: it signs, refuses, pays, is dealt with."""
    before = tuple(one.low for one in tokens[max(0, place - 2) : place])
    if before in words.seats.dealt_with or before[-1:] in words.seats.dealt_with:
        return True
    if before and before[-1] in words.seats.at_place:
        return False
    if end + 1 < len(tokens) and tokens[end + 1].capital and _joins(tokens[end], words):
        end += 2  # Washington and Moscow signed
    for token in tokens[end : end + _FARTHEST]:
        if token.low in words.seats.passed_over:
            continue
        kind = verb_class(token)
        ongoing = token.low.endswith(words.seats.ongoing_endings)
        return kind is not None and kind not in _NO_DEED and not ongoing
    return False


def _joins(token: Token, words: NameWords) -> bool:
    return token.low in words.and_words or token.text in ",&"


def _is_where(tokens: Sequence[Token], place: int, words: NameWords) -> bool:
    """Whether a place is where something is: after "in" or "at"."""
    before = tokens[place - 1].low if place else ""
    return before in words.place_before and before not in words.way_ends
