"""The marker with all that was learnt for it, loaded once."""

import json
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from learnt.facts.events.inflection import forms_of
from learnt.marking import Marker
from learnt.marking.deciding import Thresholds
from learnt.marking.evidence import NAMES
from learnt.marking.forest import LEAF, Forest, Scorer
from learnt.marking.lexicon import Lexicon, Matrix
from learnt.marking.words import american
from learnt.weights.languages import language, languages

_HOME = files("learnt.weights") / "marking"


@cache
def lexicon() -> Lexicon:
    """The words of English."""
    from snowballstemmer import stemmer
    from wordfreq import get_frequency_dict

    words = tomllib.loads((_HOME / "en" / "words.toml").read_text("utf-8"))
    stem = _stemmer(stemmer("english").stemWord, words["plurals"])
    rare = _rarities(get_frequency_dict("en", "large"))
    senses: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(_rows("synonyms.tsv")):
        for word in group:
            senses[stem(american(word))].add(number)
    opposites: dict[str, set[str]] = defaultdict(set)
    for name in ("antonyms.tsv", "rivals.tsv"):
        for group in _rows(name):
            stems = {stem(american(word)) for word in group}
            for one in stems:
                opposites[one] |= stems - {one}
    return Lexicon(
        stem=stem,
        rarity=lambda word: rare.get(word, 1.0),
        vectors=_vectors(),
        senses={word: frozenset(numbers) for word, numbers in senses.items()},
        opposites={word: frozenset(others) for word, others in opposites.items()},
        small=frozenset(words["small"].split()),
        negators=frozenset(words["negators"].split()),
        refusing=frozenset(stem(american(word)) for word in words["refusing"].split()),
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
            return plain(irregular[word])
        if word.endswith(("er", "est")) and word not in adjectives:
            root = word.removesuffix("est").removesuffix("er")
            roots = (root, root + "e", root[:-1], root[:-1] + "y")
            return plain(next((one for one in roots if one in adjectives and len(one) > 2), word))
        return plain(word)

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


def _rarities(frequencies: dict[str, float]) -> dict[str, float]:
    """By word: 0 for one in a hundred words, 1 for one in a hundred million."""
    values = np.log10(np.fromiter(frequencies.values(), float, len(frequencies)))
    return dict(zip(frequencies, np.clip((-2 - values) / 6, 0.0, 1.0).tolist(), strict=True))


class _vectors:
    """wordllama's static embeddings, 0 for a text of nothing; words met before are kept."""

    def __init__(self) -> None:
        import wordllama

        home = Path(wordllama.__file__).parent
        self._model = wordllama.WordLlama.load(dim=256, cache_dir=home, disable_download=True)
        self._nothing = np.zeros(256, dtype=np.float32)
        self._kept: dict[str, Matrix] = {}

    def __call__(self, texts: Sequence[str]) -> Matrix:
        kept = self._kept
        new = [text for text in dict.fromkeys(texts) if text not in kept]
        if len(kept) > 50_000:
            kept.clear()
            new = list(dict.fromkeys(texts))
        if new:
            kept.update(dict.fromkeys(new, self._nothing))
            full = [text for text in new if text]
            kept.update(zip(full, self._model.embed(full, norm=True), strict=True))
        return np.array([kept[text] for text in texts])


def _rows(name: str) -> Iterator[list[str]]:
    for line in (_HOME / "en" / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


@cache
def marker() -> Marker:
    """The marker that ships with learnt, loaded at the first call."""
    learnt = json.loads((_HOME / "scorer.json").read_bytes())
    if tuple(learnt["features"]) != NAMES:
        raise ValueError("scorer.json was learnt for other features: run learn_marking.py")
    scorer = Scorer(NAMES, _forest(learnt["boosted"]), _forest(learnt["averaged"]))
    return Marker(lexicon(), languages(), scorer, Thresholds(**learnt["thresholds"]))


def _forest(saved: dict[str, Any]) -> Forest:
    """Trees as arrays; a node is [LEAF, value] or [feature, threshold, left]."""
    trees = saved["trees"]
    shape = len(trees), max(map(len, trees))
    feature, left = np.full(shape, LEAF, dtype=np.int32), np.zeros(shape, dtype=np.int32)
    threshold, value = np.zeros(shape), np.zeros(shape)
    for row, nodes in enumerate(trees):
        for n, node in enumerate(nodes):
            if node[0] == LEAF:
                value[row, n] = node[1]
            else:
                feature[row, n], threshold[row, n], left[row, n] = node
    return Forest(feature, threshold, left, value, saved["base"], saved["depth"])
