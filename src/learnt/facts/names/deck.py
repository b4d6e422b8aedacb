"""What a deck itself names: a gazetteer grown from it, and what its names are of.

A word that the deck writes with a capital in the middle of a sentence is a name, and is found
without a capital after that. Its kind is what most places say. A surname stands for the one
person of the deck who has it, and Russia for the Soviet Union where the deck speaks of that.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from learnt.facts.names.gazetteer import Case, Entry, Form, Gazetteer
from learnt.facts.names.mention import Mention
from learnt.facts.values import NameKind

_LONG_ENOUGH = 5
_TOO_MANY_WORDS = 8
_BODY = (NameKind.STRUCTURE, NameKind.PROCESS)
_BODIES_PER_CARD = 4
"""A deck is of biology where a text in four names a part of a body or what happens in one."""
_GROWN = frozenset(
    {NameKind.ORGANISATION, NameKind.AGREEMENT, NameKind.CONFERENCE, NameKind.PERSON, NameKind.WAR}
)


@dataclass(frozen=True)
class DeckNames:
    """The names of a deck: `same` goes from a name to the one that it stands for.

    `everyday` are the words that it writes small as well. Parts of bodies are names only in a deck
    that `is_biology`: else "cell" and "growth" are words like others.
    """

    grown: Gazetteer = field(default_factory=Gazetteer)
    kinds: Mapping[str, NameKind] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    everyday: frozenset[str] = frozenset()
    is_biology: bool = True

    def kind_of(self, word: str) -> NameKind | None:
        """What a word that is in no table names here, if the deck says."""
        return self.kinds.get(word)


def learn_names(
    found: Iterable[Sequence[Mention]],
    small_words: frozenset[str],
    continued: Mapping[str, str] | None = None,
) -> DeckNames:
    """What the mentions of all texts of a deck say together.

    `small_words` are the words that the deck also writes small in the middle of a text: these are
    common words and no names. `continued` are names of one state at two times.
    """
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    people: dict[str, Counter[str]] = defaultdict(Counter)
    grown: dict[str, Entry] = {}
    names: set[str] = set()
    texts = bodies = 0
    for mentions in found:
        texts += 1
        bodies += any(one.kind in _BODY for one in mentions)
        for one in mentions:
            names.add(one.name)
            last = next(iter(one.name.lower().split()[-1:]), "")
            votes[last][one.kind] += 1
            if one.kind is NameKind.PERSON:
                people[last][one.name] += 1
            if one.kind in _GROWN and _may_grow(one.name, small_words):
                grown.setdefault(one.name, Entry(one.name, one.kind, Form.NAME, Case.ANY))
    kinds = {word: counted.most_common(1)[0][0] for word, counted in votes.items()}
    continuing = {
        one: other for one, other in (continued or {}).items() if one in names and other in names
    }
    return DeckNames(
        Gazetteer.of(grown.items()),
        kinds,
        {**_whole_names(people.values()), **continuing},
        small_words,
        is_biology=bodies * _BODIES_PER_CARD >= texts,
    )


def _may_grow(name: str, small_words: frozenset[str]) -> bool:
    """Whether it can be told from common words when it is written small."""
    words = name.lower().split()
    if len(words) > 1:
        return len(words) < _TOO_MANY_WORDS
    return len(name) >= _LONG_ENOUGH and words[0] not in small_words


def _whole_names(people: Iterable[Iterable[str]]) -> dict[str, str]:
    """For people who share a surname: from parts of the longest name to that."""
    same: dict[str, str] = {}
    for counted in people:
        longest = max(counted, key=len)
        whole = set(longest.split())
        same |= {name: longest for name in counted if name != longest and whole >= {*name.split()}}
    return same
