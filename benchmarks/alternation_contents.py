"""Cards to learn alternation from: those of the corpus, of the decks, and some of our own.

A content is a named set of cards. Contents that share a card are one group, so that no page is
tested on cards that were learnt from.
"""

import json
import re
import sqlite3
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from csv import DictReader
from dataclasses import dataclass
from html import unescape
from pathlib import Path

OWN_WORDS = Path(__file__).with_name("alternation_cards.txt")


@dataclass(frozen=True, slots=True)
class Fact:
    """A card: its front and the points of its back."""

    front: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """The cards of one subject; `group` is the same for contents that share a card."""

    name: str
    title: str
    facts: tuple[Fact, ...]
    group: str


def contents_of(corpus: Path, decks: Path) -> list[Content]:
    """Every content of the corpus and of the decks, with its group."""
    facts: dict[str, dict[str, Fact]] = defaultdict(dict)
    titles: dict[str, str] = {}
    for name, title, fact in (*_from_corpus(corpus), *_from_decks(decks), *_own_words()):
        if fact.front and fact.points and len(fact.front) < 400:
            facts[name].setdefault(fact.front.casefold(), fact)
            titles.setdefault(name, title or name.title())
    group = {name: name for name in facts}
    first: dict[str, str] = {}
    for name, cards in facts.items():
        for front in cards:
            old, new = group[name], group[first.setdefault(front, name)]
            for one, where in group.items():
                group[one] = new if where == old else where
    return [
        Content(name, titles[name], tuple(cards.values()), group[name])
        for name, cards in facts.items()
        if len(cards) > 2
    ]


def _from_corpus(corpus: Path) -> Iterator[tuple[str, str, Fact]]:
    with (corpus / "index.tsv").open(encoding="utf-8") as table:
        rows = list(DictReader(table, delimiter="\t"))
    for row in rows:
        stem = row["file"].removesuffix(".txt")
        gold = json.loads((corpus / "gold" / f"{stem}.json").read_text(encoding="utf-8"))
        name = content_name(row["source"], stem)
        if row["layout"].lower() == "jeopardy":  # its answers are put as questions
            continue
        for card in gold["cards"]:
            if card["front"] and card["back"] and not card.get("cloze"):
                points = card["points"] if len(card["points"]) > 1 else [card["back"]]
                yield name, gold["title"], Fact(_plain(card["front"]), tuple(map(_plain, points)))


def _own_words() -> Iterator[tuple[str, str, Fact]]:
    title = ""
    for line in OWN_WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            title = line[3:]
        elif " => " in line:
            front, _, back = line.partition(" => ")
            yield f"own {title}", title, Fact(front, tuple(back.split(" | ")))


def content_name(source: str, stem: str) -> str:
    """What the index says the content of a page is, else the page's own name."""
    found = re.search(r"(?:content|in layout \w+): (\w+)$", source)
    return found.group(1) if found else stem


def _from_decks(decks: Path) -> Iterator[tuple[str, str, Fact]]:
    for name in ("waves_v3", "mechanics_v3"):
        for fields in _apkg(decks / f"{name}.apkg"):
            yield name, name[:-3].title(), Fact(_plain(fields[0]), (_plain(fields[1]),))
    for fields in _apkg(decks / "french_words_20260328.apkg")[:200]:
        cut = re.search(r"\{\{c1::(.*?)(?:::(.*?))?\}\}", fields[0])
        if cut and cut.group(2):
            front = f"{fields[0][: cut.start()]}____{fields[0][cut.end() :]} ({cut.group(2)})"
            yield "french blanks", "Les petits mots", Fact(_plain(front), (_plain(cut.group(1)),))
            yield "french words", "Vocabulaire", Fact(_plain(cut.group(1)), (_plain(cut.group(2)),))
    with (decks / "ug_capital.csv").open(encoding="utf-8") as table:
        for row in DictReader(table):
            for tongue in ("de", "es", "cs", "ru", "pl"):
                if town := row[f"capital:{tongue}"]:
                    yield f"capitals {tongue}", "Capitals", Fact(row["country"], (town,))
    known = json.loads((decks / "o957_general_knowledge.json").read_text(encoding="utf-8"))
    for entry in known["entries"]:
        fact = Fact(_plain(entry["question"]), (_plain(entry["answer"]),))
        yield "knowledge", "General knowledge", fact


def _apkg(path: Path) -> list[list[str]]:
    """The fields of every note of an Anki package."""
    with zipfile.ZipFile(path) as package, tempfile.NamedTemporaryFile() as copy:
        inside = "collection.anki21"
        copy.write(package.read(inside if inside in package.namelist() else "collection.anki2"))
        copy.flush()
        with sqlite3.connect(copy.name) as base:
            return [
                row[0].split("\x1f") for row in base.execute("select flds from notes order by id")
            ]


def _plain(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]{1,80}>", " ", text)).split())
