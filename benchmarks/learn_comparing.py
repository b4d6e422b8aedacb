"""Learn what decides of two points of two decks, and say how well it judges decks it has not seen.

    python benchmarks/learn_comparing.py [--embeddings off|on|FILE] [--write]

Learnt from are the pairs of decks under tests/gold/facts. Each is judged by what was learnt of the
others alone (one line a pair): these numbers say what is to be hoped for of other decks. `--write`
saves what is learnt of all of them with the package; do it once with the model of sentences and
once with `--embeddings off`.
"""

import argparse
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from facts_gold import GOLD, lines_of
from facts_pair import Key, keys_of, page_facts, scores_of, set_facts
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from learnt.facts.comparing import About
from learnt.facts.comparing.candidates import candidates
from learnt.facts.comparing.clashing import NO_CLASH
from learnt.facts.comparing.clashing.doubts import doubts
from learnt.facts.comparing.clashing.judging import seeming_clashes
from learnt.facts.comparing.comparing import compare
from learnt.facts.comparing.judging import same_signs
from learnt.facts.comparing.known import Known, Reader
from learnt.facts.comparing.likeness import Likeness
from learnt.facts.comparing.meaning import SIGNS
from learnt.facts.comparing.piece import pieces_of
from learnt.facts.comparing.scoring import Odds, scored
from learnt.facts.comparing.weighed import Stems
from learnt.facts.comparing.weights import Judgement, Weights
from learnt.facts.values import CardFacts
from learnt.weights.comparing import words
from learnt.weights.languages import language
from learnt.weights.lexicon import lexicon
from learnt.weights.sentences import SETTING, SentenceVectors, chosen

WEIGHTS = Path(__file__).parent.parent / "src/learnt/weights/comparison/judgement.json"
TRUE = ("cards.jsonl", "cards_held.jsonl")
"""Cards that are meant to be true: what looks like a clash among them is none."""
PAIRS = ("pair", "pair2", "pair3", "pair4", "pair5", "pair7", "pair8", "pair9")
ALIKE = ("share", "words", "fronts", "topic", "contrast", "dates", "numbers", "beside")
COMMON = ("alike", "lead", "behind", "contrast", "text")
DOUBTS = ("rest", "rivals", "states", "subjects", "time")
CLASHES = {
    About.DATE: (
        "years",
        "within",
        "decades",
        "since",
        "length",
        "year_alone",
        "part_alone",
        "deed",
        "opposed",
        "nobody",
    ),
    About.NUMBER: ("counted", "unlike", "shared", "times", "alone", "dated", "nobody", "opposed"),
    About.OUTCOME: ("ending", "denial", "opposites", "verbs", "sides", "dated", "nobody", "deed"),
    About.ACTOR: (
        "part",
        "persons",
        "people",
        "places",
        "inside",
        "kinds",
        "things",
        "nearness",
        "dated",
        "deed",
    ),
}
"""By what is disagreed in: what is weighed beside what is weighed of all."""
SAME = ("alike", "lead", "contrast", "apart", "gap", "counts", "clash")
LEAST = -5.0
"""Odds below which a pair is not learnt from: none such is judged."""
COST = {"alike": 1.0, "same": 0.3, "clash": 0.3}
"""How freely weights may grow: the inverse of the penalty (C of scikit-learn)."""
Rows = NDArray[np.float64]
Labels = NDArray[np.bool_]


Decks = tuple[Sequence[CardFacts], Sequence[CardFacts] | None]


class Proposal(NamedTuple):
    """What looks like a clash of the pair at a place, with all that speaks for and against it."""

    place: int
    about: About
    signs: Mapping[str, float]


@dataclass(frozen=True)
class Read:
    """A pair of decks with what was found in it before anything was weighed.

    `labels` are those of the gold for each pair of pieces, `none` for pairs that are not in it.
    """

    name: str
    decks: Decks
    signs: Mapping[str, Rows]
    odds: Odds
    proposals: Sequence[Proposal]
    labels: NDArray[np.str_]


def main() -> None:
    """Learn, leaving each pair of decks out in turn, then from all."""
    asked = _arguments()
    if asked.embeddings is not None:
        os.environ[SETTING] = asked.embeddings
    known, names = _unlearnt()
    read = [one for name in PAIRS for one in _read(name, known)]
    read += _true(known)
    for name in PAIRS:
        one = next(each for each in read if each.name == name)
        learnt = _learnt([each for each in read if each.name != name], names)
        found = compare(*one.decks, _with(known, learnt))
        scores = scores_of(found, lines_of(f"{one.name}.jsonl"))
        by_kind = ", ".join(
            f"{about} {each.right} of {each.there} ({each.read} called)"
            for about, each in scores.abouts.items()
        )
        print(
            f"{one.name}: precision {scores.conflicts.precision:.2f}, recall "
            f"{scores.conflicts.recall:.2f}, the same {scores.same:.2f}; {by_kind}",
            flush=True,
        )
    learnt = _learnt(read, names)
    if asked.write:
        _write("sentences" if known.reader else "words", learnt)


def _unlearnt() -> tuple[Known, tuple[str, ...]]:
    """All that is known before anything is learnt, and the signs of two that are alike."""
    nothing = Weights(0.0, {})
    empty = Judgement(nothing, nothing, dict.fromkeys(About, nothing))
    model = chosen()
    reader = Reader(SentenceVectors(model), empty) if model else None
    abbreviations = language("en").dates.abbreviations
    known = Known(lexicon(), words(), abbreviations, empty, reader)
    return known, ((*ALIKE, *SIGNS) if model else ALIKE)


def _with(known: Known, learnt: Judgement) -> Known:
    reader = replace(known.reader, judgement=learnt) if known.reader else None
    return replace(known, judgement=learnt, reader=reader)


def _read(name: str, known: Known) -> tuple[Read, ...]:
    """A pair of decks, and each of the two held against itself: nothing there is in conflict."""
    a, b = (page_facts(GOLD / f"{name}_{side}.txt") for side in "ab")
    gold = {key: _label(one) for one in lines_of(f"{name}.jsonl") for key in keys_of(one)}
    return (
        _found(name, (a, b), gold, known),
        *(_found(name, (deck, None), {}, known) for deck in (a, b)),
    )


def _true(known: Known) -> Iterator[Read]:
    """Cards that are meant to be true, held against themselves and others.

    Which of them tell the same was not written down, so only clashes are learnt from them.
    """
    decks = [set_facts(name) for name in TRUE]
    for one in decks:
        yield _found("", (one, None), {}, known)
    for one, two in combinations(decks, 2):
        yield _found("", (one, two), {}, known)


def _found(name: str, decks: Decks, gold: Mapping[tuple[Key, Key], str], known: Known) -> Read:
    """All that is found in two decks before anything is weighed."""
    kept: dict[str, Rows] = {}

    class Keeping(Weights):
        def many(self, signs: Mapping[str, Rows]) -> Rows:
            kept.update(signs)
            return np.zeros(len(signs["share"]))

    keeping = replace(known.judgement, alike=Keeping(0.0, {}))
    known = _with(known, keeping)
    one, other = decks
    stems = Stems(pieces_of(one, known), None if other is None else pieces_of(other, known))
    mine, yours = stems.a.pieces, stems.b.pieces
    likeness = Likeness(stems, known.lexicon.vectors)
    pairs = candidates(stems, likeness, within=other is None)
    odds = scored(stems, likeness, pairs, known)
    proposals, labels = [], []
    for place, each in odds.each(np.arange(len(odds.alike))):
        x, y = mine[each.pair[0]], yours[each.pair[1]]
        key = (x.told.front, x.told.text), (y.told.front, y.told.text)
        labels.append(gold.get(key, "none"))
        looked = seeming_clashes(each, x, y, known)
        against = doubts(x, y, known) if looked else {}
        proposals += [Proposal(place, clash.about, against | dict(clash.signs)) for clash in looked]
    return Read(name, decks, kept, odds, proposals, np.array(labels))


def _label(gold: Mapping[str, Any]) -> str:
    return "compatible" if gold["why"].startswith("compatible:") else str(gold["kind"])


def _learnt(read: Sequence[Read], names: Sequence[str]) -> Judgement:
    """What is learnt of some pairs of decks."""
    alike = _alike(read, names)
    of_others = {
        name: _alike([one for one in read if one.name != name], names)
        for name in dict.fromkeys(one.name for one in read)
    }
    odds = [_odds_of(one, of_others[one.name]) for one in read]
    clashes = {about: _clash(read, odds, about) for about in About}
    return Judgement(alike, _same(read, odds, clashes), clashes)


def _alike(read: Sequence[Read], names: Sequence[str]) -> Weights:
    read = [one for one in read if one.name]
    rows = np.concatenate([np.column_stack([one.signs[name] for name in names]) for one in read])
    are = np.concatenate([np.isin(one.labels, ("same", "conflict", "compatible")) for one in read])
    return _fitted(rows, are, names, COST["alike"])


def _odds_of(one: Read, alike: Weights) -> Odds:
    """The odds of a pair of decks by what was learnt of others."""
    from learnt.facts.comparing.scoring import odds_by

    return odds_by(one.odds, alike.many(one.signs))


def _clash(read: Sequence[Read], odds: Sequence[Odds], about: About) -> Weights:
    names = (*COMMON, *DOUBTS, *CLASHES[about])
    rows, are = [], []
    for one, by in zip(read, odds, strict=True):
        there = [each for each in one.proposals if each.about is about]
        scored_ = dict(by.each(np.array([each.place for each in there], dtype=np.intp)))
        for each in there:
            signs = scored_[each.place].signs() | dict(each.signs)
            if signs["alike"] >= LEAST:
                rows.append([signs[name] for name in names])
                are.append(one.labels[each.place] == "conflict")
    return _fitted(np.array(rows), np.array(are), names, COST["clash"])


def _same(read: Sequence[Read], odds: Sequence[Odds], clashes: Mapping[About, Weights]) -> Weights:
    rows, are = [], []
    for one, by in zip(read, odds, strict=True):
        if not one.name:
            continue
        best = np.full(len(one.labels), NO_CLASH.odds)
        each_of = dict(by.each(np.arange(len(one.labels))))
        for each in one.proposals:
            found = clashes[each.about].odds(each_of[each.place].signs() | dict(each.signs))
            best[each.place] = max(best[each.place], found)
        signs = same_signs(by, best)
        learnt_from = (by.alike >= LEAST) & (one.labels != "compatible")
        rows.append(np.column_stack([signs[name] for name in SAME])[learnt_from])
        are.append(one.labels[learnt_from] == "same")
    return _fitted(np.concatenate(rows), np.concatenate(are), SAME, COST["same"])


def _fitted(rows: Rows, are: Labels, names: Sequence[str], cost: float) -> Weights:
    """The weights of a logistic regression, whose penalty is the same for all signs."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1.0
    model = LogisticRegression(C=cost, max_iter=5000).fit((rows - mean) / spread, are)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (weights * mean).sum())
    return Weights(bias, dict(zip(names, map(float, weights), strict=True)))


def _write(which: str, learnt: Judgement) -> None:
    held = json.loads(WEIGHTS.read_bytes()) if WEIGHTS.exists() else {}
    held[which] = {
        "alike": _saved(learnt.alike),
        "same": _saved(learnt.same),
        "clashes": {about.value: _saved(one) for about, one in learnt.clashes.items()},
    }
    WEIGHTS.write_text(json.dumps(held, indent=1) + "\n", "utf-8")


def _saved(weights: Weights) -> dict[str, Any]:
    signs = {name: round(weight, 3) for name, weight in weights.signs.items()}
    return {"bias": round(weights.bias, 3), "signs": signs}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--embeddings", help=f"as {SETTING}")
    parser.add_argument("--write", action="store_true", help="save what is learnt")
    return parser.parse_args()


if __name__ == "__main__":
    main()
