"""What happened in a few words: a clause without its date, or a question without its asking."""

import re
from collections.abc import Sequence

from learnt.deck.showing import as_plain
from learnt.deck.tidy import one_line
from learnt.facts.chronology.words import SmallWords
from learnt.facts.values import Name, NameKind, Span, TextFacts

LONGEST = 60
"""Letters of a label."""

_NAMED = frozenset({NameKind.AGREEMENT, NameKind.CONFERENCE, NameKind.WAR, NameKind.LAW,
                    NameKind.CASE})  # fmt: skip
_WORD = re.compile(r"\S+")
_EDGES = " \t\n,;:.!?–—-•"
_LONG_QUESTION = 7
_LEADING = 3
_FEW = 6


def clause_label(text: str, span: Span, date: Span | None, words: SmallWords) -> str:
    """The words of a clause, without its date and what joins it to others."""
    if date is None or not span.meets(date):
        found = span.of(text)
    else:
        before = _without_end(text[span.start : max(span.start, date.start)], words)
        found = f"{before} {text[date.end : max(span.end, date.end)].lstrip(_EDGES)}"
    return _without_start(found, words.joining).strip(_EDGES)


def asked_label(prompt: TextFacts, words: SmallWords) -> str:
    """What a question is about; the prompt as it stands where it asks nothing."""
    start, end = 0, len(prompt.text)
    for date in prompt.dates:
        if not prompt.text[date.span.end :].strip(_EDGES):
            end = date.span.start
    said = _without_end(prompt.text[:end].rstrip(_EDGES), words)
    if is_question(prompt.text, words):
        start = _head(said, words)
    rest = said[start:]
    for name in named_in(prompt):
        if start <= name.span.start and name.span.end <= len(said):
            before, after = said[start : name.span.start].split(), said[name.span.end :].split()
            leads = all(map(str.islower, before[:_LEADING])) and len(before) <= _LEADING
            if (leads and len(after) <= 1) or len(rest.split()) > _LONG_QUESTION:
                return name.span.of(prompt.text)
    return rest.strip(_EDGES)


def named_in(prompt: TextFacts) -> tuple[Name, ...]:
    """Agreements, conferences, wars, laws and cases: what is named says what happened."""
    return tuple(name for name in prompt.names if name.kind in _NAMED)


def is_question(prompt: str, words: SmallWords) -> bool:
    """Whether a prompt asks, by its first word or its last sign."""
    first = _WORD.match(prompt)
    return prompt.endswith("?") or (first is not None and first[0].lower() in words.asking)


def asks_by_doing(prompt: str, words: SmallWords) -> bool:
    """Whether it is a question such as "What did he want?", which reads badly without its did."""
    return any(word.lower() in words.doing for word in prompt.split()[:3])


def with_subject(
    label: str, verb: str, things: Sequence[str], actors: Sequence[str], words: SmallWords
) -> str:
    """A label that begins with a pronoun or with its verb, with what it tells of.

    `things` are what "it" may be, the likeliest first.
    """
    first, _, rest = label.partition(" ")
    low, thing = first.lower(), next((one for one in things if one and one not in label), "")
    if low in words.pronouns - words.persons and thing:
        return f"{thing}: {_without_start(rest, words.helping)}"
    if low in words.pronouns:
        return f"{actors[0]} {rest}" if actors else label
    return f"{actors[0]} {label}" if actors and first == verb else label


def with_answer(label: str, answers: Sequence[str]) -> str:
    """A question's label with what answers it, where that is a few words."""
    told = "; ".join(answers)
    return f"{label}: {told}" if label and len(told.split()) <= _FEW else label


def shortened(label: str, most: int = LONGEST) -> str:
    """A label as it is shown: on one line, with a capital, cut between words where it is long."""
    line = one_line(as_plain(label))
    line = line[:1].upper() + line[1:]
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    kept = cut.rpartition(" ")[0] if " " in cut[most // 2 :] else cut
    return f"{kept.rstrip(_EDGES)}…"


def sentence_around(text: str, date: Span) -> Span:
    """The sentence that a date stands in."""
    ends = [found.end() for found in re.finditer(r"[.;!?:](?=\s)|\n", text)]
    start = max((end for end in ends if end <= date.start), default=0)
    end = min((end for end in ends if end >= date.end), default=len(text))
    return Span(start, end)


def _without_end(text: str, words: SmallWords) -> str:
    """Without the preposition and the article before what was cut off."""
    kept = text.rstrip(_EDGES)
    while kept:
        first, _, last = kept.rpartition(" ")
        if not _is_small(last, words):
            break
        kept = first.rstrip(_EDGES)
    return kept


def _without_start(text: str, small: frozenset[str]) -> str:
    kept = text.lstrip(_EDGES)
    while kept:
        first, _, rest = kept.partition(" ")
        if first.lower().strip(_EDGES) not in small or not rest:
            break
        kept = rest.lstrip(_EDGES)
    return kept


def _is_small(word: str, words: SmallWords) -> bool:
    return word.lower() in words.placing | words.articles


def _head(text: str, words: SmallWords) -> int:
    """Where the words of asking end."""
    small = words.asking | words.helping | words.placing | words.articles
    for found in _WORD.finditer(text):
        low = found[0].lower()
        general = any(low.startswith(one) and len(low) <= len(one) + 3 for one in words.general)
        if low not in small and not general:
            return found.start() + _deed(text[found.start() :], words)
    return len(text)


def _deed(text: str, words: SmallWords) -> int:
    """How long "agreed in the" is before a name: the verb of a question that asks what was done."""
    first, *rest = _WORD.finditer(text)
    if first[0].islower() and rest and _is_small(rest[0][0], words):
        name = next((one for one in rest if not _is_small(one[0], words)), None)
        if name and name[0][0].isupper():
            return name.start()
    return 0
