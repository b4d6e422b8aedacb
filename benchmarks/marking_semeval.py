"""SemEval-2013 Task 7, two-way: questions, reference answers, student answers."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

PARTS = ("unseen-answers", "unseen-questions", "unseen-domains")
_BEST = {"BEST": 0, "GOOD": 1}


class Answer(NamedTuple):
    """One student's answer; `part` is train or one of PARTS, `references` has the best first."""

    corpus: str
    part: str
    question: str
    references: tuple[str, ...]
    answer: str
    correct: bool


def semeval(archive: Path) -> Iterator[Answer]:
    """Every answer of the two corpora, in the order of the archive's names."""
    with zipfile.ZipFile(archive) as opened:
        names = [name for name in opened.namelist() if "2way" in name and name.endswith(".xml")]
        for name in sorted(name for name in names if "__MACOSX" not in name):
            corpus = "Beetle" if "/beetle/" in name else "SciEntsBank"
            part = next((one for one in PARTS if f"test-{one}" in name), "train")
            root = ET.fromstring(opened.read(name))  # noqa: S314 - the benchmark's own data
            question = root.findtext("questionText") or ""
            found = root.findall(".//referenceAnswer")
            found.sort(key=lambda one: _BEST.get(one.get("category") or "BEST", 2))
            references = tuple(one.text or "" for one in found)
            for one in root.findall(".//studentAnswer"):
                correct = one.get("accuracy") == "correct"
                yield Answer(corpus, part, question, references, one.text or "", correct)
