"""How well answers are marked, beside what other programs do, and how fast.

    python benchmarks/marking.py [--semeval ZIP] [--cache FOLDER] [--only semeval,subjects,...]
                                 [--embeddings off|on|FILE] [--groups N]

- semeval: macro-F1 of the shipped marker on the test parts of SemEval-2013 Task 7, two-way;
- subjects: our own answers, each subject marked by a scorer that has not seen it (the subjects in
  groups, each left out in turn);
- held, short: sets that nothing was developed on (short has one that was);
- speed: milliseconds an answer, seconds to load, a long answer against many points.

The marker weighs vectors of sentences where they are installed, unless `--embeddings off`.

Peers: exact match (Anki's typed answers, Quizlet's strict mode), the likeness of the whole answer
(rapidfuzz' token_set_ratio) and a difference of letters like the one that Anki shows.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import numpy as np
from learn_marking import DEVELOPED, GOLD, scorers, settled
from machine import machine
from marking_features import foreign_samples, gold_samples
from marking_scores import Tally, macro_f1
from marking_semeval import semeval
from rapidfuzz import fuzz

from learnt.deck import Point
from learnt.ids import PointId
from learnt.journal import VerdictKind
from learnt.marking import Marker, Question
from learnt.weights.marking import marker
from learnt.weights.sentences import SETTING

HERE = Path(__file__).parent
SEMEVAL = HERE.parent.parent / "shared/data/semeval2013/semeval-3way.zip"


def exact(point: str, answer: str) -> float:
    """Anki's typed answers, Quizlet's strict mode."""
    return float(_plain(point) == _plain(answer))


def token_set(point: str, answer: str) -> float:
    """The likeness of the sets of words, by rapidfuzz."""
    return fuzz.token_set_ratio(_plain(point), _plain(answer)) / 100


def letters(point: str, answer: str) -> float:
    """A difference of letters like the one that Anki shows."""
    return SequenceMatcher(None, _plain(point), _plain(answer)).ratio()


PEERS: dict[str, Callable[[str, str], float]] = {
    "exact match": exact,
    "rapidfuzz token_set": token_set,
    "difference of letters": letters,
}
"""By name: a score of an answer for a point. Each is given the bound that suits it best."""
BOUNDS = [n / 20 for n in range(1, 21)]
REST, SHORT = "all but the ninth", "short statements"
"""The ninth of our sets has short statements alone: it is easier, so it is told by itself too."""


def main() -> None:
    """Print every table that was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--semeval", type=Path, default=SEMEVAL)
    parser.add_argument("--cache", type=Path, help="keep the features of answers in this folder")
    parser.add_argument("--embeddings", metavar="off|on|FILE", help="weigh vectors of sentences?")
    parser.add_argument("--groups", type=int, default=4, help="groups of subjects to leave out")
    parser.add_argument("--only", default="semeval,subjects,held,short,speed")
    given = parser.parse_args()
    if given.embeddings:
        os.environ[SETTING] = given.embeddings
    print(*machine(), sep="\n")
    tables: dict[str, Callable[[argparse.Namespace], None]] = {
        "semeval": print_semeval,
        "subjects": print_subjects,
        "held": print_held,
        "short": print_short,
        "speed": print_speed,
    }
    for name in given.only.split(","):
        print(f"\n## {name}\n")
        tables[name](given)


def print_semeval(given: argparse.Namespace) -> None:
    """Macro-F1 on the five test parts; a score of .5 or more is a correct answer."""
    shipped = marker()
    gold: dict[str, list[bool]] = defaultdict(list)
    ours: dict[str, list[bool]] = defaultdict(list)
    theirs: dict[str, dict[str, list[float]]] = {name: defaultdict(list) for name in PEERS}
    for one in semeval(given.semeval):
        if one.part == "train":
            continue
        part = f"{one.corpus} {one.part}"
        point = Point(PointId("0"), one.references[0], one.references[1:])
        (verdict,) = shipped.mark(Question(one.question, (point,)), one.answer)
        gold[part].append(one.correct)
        ours[part].append(verdict.score >= 0.5)
        for name, peer in PEERS.items():
            theirs[name][part].append(max(peer(text, one.answer) for text in one.references))
    print("| macro-F1 | " + " | ".join(gold) + " |")
    print("| --- |" + " --- |" * len(gold))
    for name, scores in theirs.items():
        best = (
            max(macro_f1(gold[part], [s >= bound for s in scores[part]]) for bound in BOUNDS)
            for part in gold
        )
        print(f"| {name} | " + " | ".join(f"{one:.3f}" for one in best) + " |")
    print("| learnt | " + " | ".join(f"{macro_f1(gold[p], ours[p]):.3f}" for p in gold) + " |")


def print_subjects(given: argparse.Namespace) -> None:
    """Every subject by a scorer that was learnt without it: all of them, and by their readers."""
    shipped = marker()
    own = gold_samples(DEVELOPED, given.cache)
    foreign = foreign_samples(given.semeval, given.cache)
    foreign = settled(foreign, shipped.alone or shipped.scorer)
    tallies = {name: Tally() for name in ("learnt", REST, SHORT)}
    subjects = sorted({one.subject for one in own})
    for left_out in (set(subjects[n :: given.groups]) for n in range(given.groups)):
        made = scorers([one for one in own if one.subject not in left_out], foreign)
        unseen = replace(shipped, scorer=made.several, together=made.together, alone=made.alone)
        for file in DEVELOPED:
            apart = SHORT if file.name == "answers_9.jsonl" else REST
            for one in answers([file]):
                if one["subject"] in left_out:
                    kinds = kinds_of(unseen, one)
                    for name in ("learnt", apart):
                        tallies[name].add(kinds, one["gold"], one["kind"], one["subject"])
    print_tally({**tallies, **peers(DEVELOPED)})
    for name in (REST, SHORT):
        print(f"{name}:")
        print_caught(tallies[name])


def print_held(_: argparse.Namespace) -> None:
    """Answers in subjects that nothing was developed on, by the shipped marker."""
    print_file([GOLD / "answers_last.jsonl"])


def print_short(_: argparse.Namespace) -> None:
    """Short answers: those developed on, and those that were not."""
    for name in ("short.jsonl", "short_held.jsonl"):
        print(f"{name}:\n")
        print_file([GOLD / name])


def print_file(files: Sequence[Path]) -> None:
    """The shipped marker and its peers."""
    tally = Tally()
    for one in answers(files):
        tally.add(kinds_of(marker(), one), one["gold"], one["kind"], one["subject"])
    print_tally({"learnt": tally, **peers(files)})


def peers(files: Sequence[Path]) -> dict[str, Tally]:
    """Each peer on every point, against the whole answer, with the bound that suits it best."""
    lines = list(answers(files))
    found = {}
    for name, peer in PEERS.items():
        tried = [tally_of(peer, bound, lines) for bound in BOUNDS]
        found[name] = max(tried, key=lambda tally: tally.numbers()["accuracy"])
    return found


def tally_of(
    peer: Callable[[str, str], float], bound: float, lines: Sequence[dict[str, Any]]
) -> Tally:
    """A peer that says that a point was said from this score on."""
    tally = Tally()
    for one in lines:
        scores = [peer(point_text(point), one["answer"]) for point in one["points"]]
        kinds = [VerdictKind.COVERED if s >= bound else VerdictKind.MISSING for s in scores]
        tally.add(kinds, one["gold"], one["kind"], one["subject"])
    return tally


def print_tally(tallies: dict[str, Tally]) -> None:
    """Measures a row, markers a column; then what was caught."""
    numbers = {name: one.numbers() for name, one in tallies.items()}
    print("| | " + " | ".join(numbers) + " |")
    print("| --- |" + " --- |" * len(numbers))
    for row in numbers["learnt"]:
        cells = (
            f"{one[row]:.3f}" if row != "points" else f"{one[row]:.0f}" for one in numbers.values()
        )
        print(f"| {row} | " + " | ".join(cells) + " |")
    print_caught(tallies["learnt"])


def print_caught(tally: Tally) -> None:
    """How many wrong points were caught by kind, and how well each kind of answer is marked."""
    print("\n| caught | points | no credit | told as a conflict |\n| --- | --- | --- | --- |")
    for kind, (points, uncredited, told) in tally.caught().items():
        if points:
            print(f"| {kind} | {points} | {uncredited / points:.2f} | {told / points:.2f} |")
    by_kind = ", ".join(f"{kind} {score:.2f}" for kind, score in tally.by_kind().items())
    print(f"\nAccuracy by kind of answer: {by_kind}\n")


def answers(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The lines of gold files."""
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            yield json.loads(line)


def question_of(one: dict[str, Any]) -> Question:
    """The question of a line of gold."""
    points = tuple(
        Point(
            PointId(str(n)),
            point_text(p),
            *((tuple(p["accepted"]), tuple(p["refused"])) if isinstance(p, dict) else ()),
        )
        for n, p in enumerate(one["points"])
    )
    return Question(one["front"], points, one["title"], one["ordered"])


def point_text(point: str | dict[str, Any]) -> str:
    """The text of a point, which may have accepted wordings."""
    return point if isinstance(point, str) else str(point["text"])


def kinds_of(by: Marker, one: dict[str, Any]) -> list[VerdictKind]:
    """The outcomes of an answer."""
    return [verdict.kind for verdict in by.mark(question_of(one), one["answer"])]


def print_speed(_: argparse.Namespace) -> None:
    """Warm milliseconds an answer of about 40 words against five points; load; a long answer."""
    every = list(answers(sorted(GOLD.glob("answers_*.jsonl"))))
    lines = [one for one in every if len(one["points"]) == 5]
    warm = marker()
    took = [milliseconds(warm, question_of(one), one["answer"]) for one in lines * 2][len(lines) :]
    words = statistics.mean(len(one["answer"].split()) for one in lines)
    texts = dict.fromkeys(point_text(point) for one in every for point in one["points"])
    points = tuple(Point(PointId(text), text) for text in list(texts)[:50])
    long = " ".join(" ".join(one["answer"] for one in lines).split()[:2000])
    seconds = milliseconds(warm, Question("What happened?", points), long) / 1000
    print("| | measured | floor |\n| --- | --- | --- |")
    print(f"| load, best of 3 | {min(load() for _ in range(3)):.2f} s | 1 s |")
    print(
        f"| an answer of {words:.0f} words, 5 points: median, 95 % | "
        f"{statistics.median(took):.1f} ms, {np.percentile(took, 95):.1f} ms | 30 ms |"
    )
    print(f"| 2,000 words against 50 points | {seconds:.2f} s | 1 s |")


def milliseconds(by: Marker, asked: Question, answer: str) -> float:
    """How long an answer takes."""
    began = time.perf_counter()
    by.mark(asked, answer)
    return (time.perf_counter() - began) * 1000


def load() -> float:
    """Seconds that the marker takes to load, in a Python of its own."""
    script = (
        "import time; began = time.perf_counter()\n"
        "from learnt.weights.marking import marker; marker()\n"
        "print(time.perf_counter() - began)"
    )
    run = [sys.executable, "-c", script]
    return float(subprocess.run(run, capture_output=True, text=True, check=True).stdout)


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .")


if __name__ == "__main__":
    main()
