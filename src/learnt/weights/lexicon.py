"""The words of English, as marking knows them, from the tables in `marking/en`."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from learnt.facts.events.inflection import forms_of
from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import american
from learnt.weights.building import uncollected
from learnt.weights.endings import told_stem
from learnt.weights.languages import language
from learnt.weights.vectors import StaticVectors

_HOME = files("learnt.weights") / "marking" / "en"
OPPOSITES = ("antonyms.tsv", "rivals.tsv", "terms.tsv")
"""The tables whose rows hold words that exclude each other."""
_MANY = 5_000
"""Words looked up one by one, in about the time that it takes to read the whole table of them."""


@cache
@uncollected()
def lexicon() -> Lexicon:
    """The words of English."""
    from snowballstemmer import stemmer

    plain = stemmer("english").stemWord
    words = tomllib.loads((_HOME / "words.toml").read_text("utf-8"))
    stem = _stemmer(plain, words["plurals"])
    stems_of = dict(_rows("stems.tsv"))
    senses: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(_rows("synonyms.tsv")):
        for each in group:
            senses[each].add(number)
    opposites: dict[str, set[str]] = defaultdict(set)
    for name in OPPOSITES:
        for group in _rows(name):
            stems = {stems_of.get(word) or stem(american(word)) for word in group}
            for one in stems:
                opposites[one] |= {two for two in stems - {one} if not senses[one] & senses[two]}
    return Lexicon(
        stem=stem,
        rarity=_Rarities((_HOME / "frequencies.txt").read_bytes()),
        vectors=StaticVectors(),
        senses={word: frozenset(numbers) for word, numbers in senses.items() if numbers},
        opposites={word: frozenset(others) for word, others in opposites.items()},
        small=frozenset(words["small"].split()),
        negators=frozenset(words["negators"].split()),
        refusing=frozenset(stem(american(word)) for word in words["refusing"].split()),
        contrary=frozenset(stem(american(word)) for word in words["contrary"].split()),
        verbs=_verbs(),
        initials={key: tuple(value.split()) for key, value in words["initials"].items()},
        numbers=words["numbers"],
        signs={key: frozenset(value.split()) for key, value in words["signs"].items()},
    )


def _stemmer(plain: Callable[[str], str], plurals: dict[str, str]) -> Callable[[str], str]:
    """Stems of words, those of irregular verbs, plurals and comparatives by their plain forms."""
    irregular = plurals | {
        form: one.entry.lemma
        for form, them in language("en").verbs.forms.items()
        for one in them
        if form in one.entry.irregular
    }
    adjectives = {
        word for name in ("antonyms.tsv", "rivals.tsv") for row in _rows(name) for word in row
    }

    @lru_cache(maxsize=100_000)
    def stem(word: str) -> str:
        if word in irregular:
            word = irregular[word]
        elif word.endswith(("er", "est")) and word not in adjectives:
            root = word.removesuffix("est").removesuffix("er")
            roots = [root, root + "e"]  # old, wide; big, happy
            if root[-1:] == root[-2:-1]:
                roots.append(root[:-1])
            elif root.endswith("i"):
                roots.append(root[:-1] + "y")
            word = next((one for one in roots if one in adjectives and len(one) > 2), word)
        told = told_stem(word)
        return plain(word) if told is None else told

    return stem


def _verbs() -> dict[str, float]:
    """By every form of a verb: the share of its uses in which it is one."""
    known = language("en").verbs.forms
    irregular = {
        reading.entry.lemma: reading.entry.irregular for them in known.values() for reading in them
    }
    shares: dict[str, float] = dict.fromkeys(known, 0.5)
    for lemma, share in _rows("verbs.tsv"):
        for form in forms_of(lemma, irregular.get(lemma, ())):
            past = form != lemma and not form.endswith("s")
            shares[form] = max(float(share), 0.9 if past else 0.0)
    return shares


class _Rarities:
    """How rare words are, looked up in the table as it was written: sorted, a word a line.

    Of a quarter of a million words a learner meets some thousands. Who asks for more, as long decks
    do that are compared, has the whole table read.
    """

    def __init__(self, table: bytes) -> None:
        self._table, self._first = table, 0
        self._asked = 0
        self._all: dict[str, str] | None = None
        while table.startswith(b"#", self._first):  # what the table is
            self._first = table.index(b"\n", self._first) + 1
        self._kept = lru_cache(maxsize=100_000)(self._of)

    def __call__(self, word: str) -> float:
        """0 for one in a hundred words, 1 for one in a hundred million."""
        return self._kept(word) if self._all is None else _rarity(self._all.get(word))

    def _of(self, word: str) -> float:
        self._asked += 1
        if self._asked > _MANY:
            told = self._table[self._first :].decode("utf-8").split()
            self._all = dict(zip(told[::2], told[1::2], strict=True))
        return _rarity(self._step(word.encode("utf-8", "surrogatepass")))

    def _step(self, word: bytes) -> bytes | None:
        """What stands behind a word in the table; half of what is left is looked at each time."""
        table, low, high = self._table, self._first, len(self._table)
        while low < high:
            start = max(low, table.rfind(b"\n", low, (low + high) // 2) + 1)
            end = table.index(b"\n", start)
            found, _, step = table[start:end].partition(b" ")
            if found == word:
                return step
            low, high = (end + 1, high) if found < word else (low, start)
        return None


def _rarity(step: bytes | str | None) -> float:
    return 1.0 if step is None else min(max((-20 - int(step)) / 60, 0.0), 1.0)


def _rows(name: str) -> Iterator[list[str]]:
    for line in (_HOME / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
