"""What the marker weighs of many answers: by as many processes as there are cores, and kept.

What is kept is found by a hash of all that it is made of: the answers, the program's code and
tables but for what is learnt from them, and whether the model of sentences is used.
"""

import hashlib
import json
import os
import pickle
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from marking_semeval import semeval

import learnt
from learnt.deck import Point
from learnt.deck.tidy import tidy
from learnt.ids import PointId
from learnt.marking.deciding import Thresholds, clash_of, is_sure
from learnt.marking.evidence import Evidence, evidence_of
from learnt.marking.forest import Floats
from learnt.marking.nearness import Sentences, weighed
from learnt.marking.question import Question
from learnt.marking.reading import read
from learnt.weights.languages import languages
from learnt.weights.lexicon import lexicon
from learnt.weights.sentences import SHA256, SentenceVectors, chosen

_LEARNT = {"scorer.json", "development.json"}
"""What is learnt from features, of which no feature is made."""
_STAGES = ("deck", "facts", "marking", "weights")
_AT_ONCE = 16


class Answered(NamedTuple):
    """An answer, and what was said of each of its points: covered, missing or conflict.

    `reader` is the file of our own answers that it is from; those of SemEval have none.
    """

    title: str | None
    prompt: str | None
    points: Sequence[Mapping[str, Any]]
    answer: str
    labels: Sequence[str]
    subject: str
    kind: str
    reader: str = ""


class Sample(NamedTuple):
    """A point of an answer: an array (wordings, features), and whether the point is said.

    `answer` is the number of the answer among those that were asked for at once.
    """

    features: Floats
    said: bool
    subject: str
    label: str
    kind: str
    reader: str = ""
    sure: int = -1
    answer: int = -1


def gold_samples(files: Sequence[Path], kept: Path | None = None) -> list[Sample]:
    """Every point of our own answers."""
    return samples(list(chain.from_iterable(map(_gold, files))), kept)


def foreign_samples(archive: Path, kept: Path | None = None) -> list[Sample]:
    """The training split of SemEval, in which a question is a card of one point."""
    return samples([one for one in _semeval(archive) if one.kind == "train"], kept)


def samples(answers: Sequence[Answered], kept: Path | None) -> list[Sample]:
    """The points of these answers in their order, from the folder `kept` if they are there."""
    file = kept / f"{_hash(answers)}.pickle" if kept else None
    if file and file.exists():
        return [Sample(*one) for one in pickle.loads(file.read_bytes())]  # noqa: S301 - our own
    made = [one._replace(answer=n) for n, them in enumerate(_each(answers)) for one in them]
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps([tuple(one) for one in made]))
    return made


def _each(answers: Sequence[Answered]) -> Iterator[list[Sample]]:
    """The points of each answer. A process that has begun loads the tables anew: few need none."""
    processes = min(os.cpu_count() or 1, len(answers) // 100)
    if processes < 2:
        yield from map(_samples, answers)
        return
    with get_context("spawn").Pool(processes) as pool:
        yield from pool.imap(_samples, answers, _AT_ONCE)


def _samples(one: Answered) -> list[Sample]:
    found = _evidence(one, _sentences())
    return [
        Sample(
            features,
            label == "covered",
            one.subject,
            label,
            one.kind,
            one.reader,
            _SURE[is_sure(clash_of(wordings[0], Thresholds()))] if one.reader else -1,
        )
        for (wordings, features), label in zip(found, one.labels, strict=False)
    ]


_SURE = {None: -1, False: 0, True: 1}


@cache
def _sentences() -> Sentences | None:
    """The vectors of sentences where they are chosen, once a process."""
    model = chosen()
    return SentenceVectors(model) if model else None


def _evidence(
    one: Answered, vectors: Sentences | None
) -> list[tuple[tuple[Evidence, ...], Floats]]:
    """By point: what the marker looks at for each wording, and an array (wordings, features).

    Nothing for an answer without a word.
    """
    made = [
        Point(PointId(str(n)), point["text"], tuple(point.get("accepted", ())))
        for n, point in enumerate(one.points)
    ]
    answer = tidy(one.answer)
    if not answer:
        return []
    both = read(Question(one.prompt, tuple(made), one.title), answer, lexicon(), languages())
    if not both.answer.words:
        return []
    found = evidence_of(both, lexicon())
    ends = np.cumsum([len(them) for them in found])[:-1]
    return list(zip(found, np.split(weighed(both, found, vectors), ends), strict=True))


def _gold(file: Path) -> Iterator[Answered]:
    for line in file.read_text("utf-8").splitlines():
        one = json.loads(line)
        points = [{"text": each} if isinstance(each, str) else each for each in one["points"]]
        yield Answered(
            one["title"], one["front"], points, one["answer"],
            one["gold"], one["subject"], one["kind"], file.name,
        )  # fmt: skip


def _semeval(archive: Path) -> Iterator[Answered]:
    for one in semeval(archive):
        point = {"text": one.references[0], "accepted": one.references[1:]}
        label = "covered" if one.correct else "missing"
        yield Answered(None, one.question, [point], one.answer, [label], one.corpus, one.part)


def _hash(answers: Sequence[Answered]) -> str:
    """Of the answers, and of all that makes features of them."""
    told = hashlib.sha256(f"{SHA256 if chosen() else None} {np.__version__}".encode())
    home = Path(learnt.__file__).parent
    for stage in _STAGES:
        for file in sorted((home / stage).rglob("*")):
            if file.is_file() and file.name not in _LEARNT and file.suffix != ".pyc":
                told.update(file.relative_to(home).as_posix().encode() + file.read_bytes())
    told.update((Path(__file__)).read_bytes())
    told.update(json.dumps(answers).encode())
    return told.hexdigest()[:32]
