"""Known names in a text, and capitals that stand for their governments."""

from collections.abc import Sequence

from learnt.facts.names.gazetteer import Entry, Form, Gazetteer
from learnt.facts.names.mention import Mention, VerbClass, words_of
from learnt.facts.names.tables import NameWords
from learnt.facts.tokens import Token
from learnt.facts.values import NameKind

_COMPOUND = frozenset(
    {"speaking", "born", "style", "held", "occupied", "backed", "led", "controlled"}
)


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
            if low in gazetteer.spellings and (one := gazetteer.at(tokens, place)):
                best = one if best is None or one[1] > best[1] else best
        if best is None or _is_part_of_a_word(tokens, place, best[1]):
            place += 1
            continue
        entry, end = best
        found.append(_mention(tokens, place, end, entry, words, verb_class))
        place = end
    return found


def _half(tokens: Sequence[Token], place: int, words: NameWords) -> Mention | None:
    """`Franco-` of "Franco-Soviet": a state named by half a word."""
    name = words.halves.get(tokens[place].low)
    if name is None or place + 2 >= len(tokens) or tokens[place + 1].text not in "-–":
        return None
    if not (tokens[place + 1].glued and tokens[place + 2].glued):
        return None
    return Mention(place, place + 1, name, NameKind.STATE, Form.PEOPLE)


def _is_part_of_a_word(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether letters go on at once: "German-speaking" tells of a language."""
    if tokens[place].glued and place and tokens[place - 1].text in "@#/_":
        return True
    return (
        end + 1 < len(tokens)
        and tokens[end].text == "-"
        and tokens[end].glued
        and tokens[end + 1].low in _COMPOUND
    )


def _mention(
    tokens: Sequence[Token],
    place: int,
    end: int,
    entry: Entry,
    words: NameWords,
    verb_class: VerbClass,
) -> Mention:
    if entry.form is Form.SEAT and entry.kind is NameKind.STATE:
        seat = " ".join(one.low for one in tokens[place:end])
        if seat not in words.governments and not _governs(tokens, place, end, verb_class):
            return Mention(place, end, words_of(tokens, place, end), NameKind.PLACE)
    if entry.kind is NameKind.WAR and end - place == 1 and _is_where(tokens, place, words):
        return Mention(place, end, words_of(tokens, place, end), NameKind.PLACE)
    return Mention(place, end, entry.name, entry.kind, entry.form, home=entry.home)


_NO_DEED = frozenset({"have", "end", "begin", "change", "lose", "die", "born", "body", "move"})
_TO_A_GOVERNMENT = frozenset({"with", "by", "between", "against", "despite"})
_FARTHEST = 3


def _governs(tokens: Sequence[Token], place: int, end: int, verb_class: VerbClass) -> bool:
    """Whether a capital stands for its government: it signs, refuses, pays, is dealt with."""
    before = tokens[place - 1].low if place else ""
    if before in _TO_A_GOVERNMENT or (before == "to" and tokens[max(0, place - 2)].low == "back"):
        return True
    if before in ("in", "at", "near", "of", "to", "from"):
        return False
    if end + 1 < len(tokens) and tokens[end].low in ("and", ",", "&") and tokens[end + 1].capital:
        end += 2  # Washington and Moscow signed
    for token in tokens[end : end + _FARTHEST]:
        if token.low in ("had", "has", "have", "did", "does", "n't", "not", "also", "then"):
            continue
        kind = verb_class(token)
        return kind is not None and kind not in _NO_DEED and not token.low.endswith("ing")
    return False


def _is_where(tokens: Sequence[Token], place: int, words: NameWords) -> bool:
    """Whether a place is where something is: after "in" or "at"."""
    before = tokens[place - 1].low if place else ""
    return before in words.place_before and before not in ("from", "to")
