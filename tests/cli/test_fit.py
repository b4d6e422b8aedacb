"""`learnt fit`: to a learner's answers, and to logs of other programs."""

import csv
import io
import json
import math
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any

import memory_learners
import numpy as np
import pytest

from learnt.collection.foreign_log import fit_log, write_predictions
from tests.cli.conftest import CLOUDS, Ended, Learnt

Write = Callable[..., Path]
Row = tuple[str, str, str]
KEYS = {"model", "parameters", "train_loss", "test_loss", "n", "seconds"}
DAY = 86_400_000
FIRST = 1_767_268_800_000
HEADER = "card_id,review_rating,review_time"


@lru_cache
def a_log(reviews: int, seed: int = 7) -> tuple[Row, ...]:
    """A made-up learner's reviews in the order of time, their stamps written in many ways."""
    log = memory_learners.study(memory_learners.draw_parameters(seed), reviews, seed)
    return tuple(
        (f"card {card}", str(rating), stamp(FIRST + at, number))
        for number, (card, rating, at) in enumerate(
            zip(log.cards, log.ratings, log.times, strict=True)
        )
    )


def stamp(at: int, way: int) -> str:
    if way % 3 == 0:
        return str(at)
    zone = timezone(timedelta(minutes=15 * (way % 40) - 300)) if way % 3 == 1 else UTC
    return datetime.fromtimestamp(at / 1000, zone).isoformat(timespec="milliseconds")


def instant_of(written: str) -> int:
    if written.isdigit():
        return int(written)
    return round(datetime.fromisoformat(written).timestamp() * 1000)


def as_csv(rows: tuple[Row, ...], header: str = HEADER) -> str:
    return "\n".join([header, *(",".join(row) for row in rows)]) + "\n"


def slowly_judged(rows: tuple[Row, ...]) -> list[tuple[str, str, int]]:
    """In the order of time, reviews a day or more after the one before of their card."""
    by_time = sorted(rows, key=lambda row: instant_of(row[2]))
    before: dict[str, int] = {}
    judged = []
    for card, rating, written in by_time:
        at = instant_of(written)
        if card in before and at - before[card] >= DAY:
            judged.append((card, written, int(int(rating) > 1)))
        before[card] = at
    return judged


def slowly_held_back(rows: tuple[Row, ...]) -> list[tuple[str, str, int]]:
    """The last fifth of those."""
    judged = slowly_judged(rows)
    return judged[int(0.8 * len(judged)) :]


def predictions(path: Path) -> list[dict[str, str]]:
    text = path.read_text(encoding="utf-8")
    assert text.splitlines()[0] == "card_id,review_time,p,y"
    return list(csv.DictReader(io.StringIO(text)))


def loss_of(rows: list[dict[str, str]]) -> float:
    return sum(
        -math.log(float(row["p"]) if row["y"] == "1" else 1 - float(row["p"])) for row in rows
    ) / len(rows)


def told(ended: Ended) -> dict[str, Any]:
    assert (ended.status, ended.err) == (0, "")
    return ended.line


@pytest.mark.parametrize("model", ["blend", "fsrs6", "sbd"])
@pytest.mark.parametrize("shuffled", [False, True])
def test_the_last_fifth_of_a_log_is_foretold(
    learnt: Learnt, page: Write, tmp_path: Path, model: str, shuffled: bool
) -> None:
    rows = a_log(500)
    written = list(rows)
    if shuffled:
        random.Random(1).shuffle(written)
    path, out = page(as_csv(tuple(written)), "log.csv"), tmp_path / "foretold.csv"
    ended = learnt("fit", "--reviews", path, "--model", model, "--predictions", out, "--json")
    line = told(ended)
    assert line.keys() >= KEYS
    assert (line["model"], line["n"]) == (model, 500)
    assert len(line["parameters"]) == {"blend": 30, "fsrs6": 21, "sbd": 7}[model]
    assert 0 < line["train_loss"] < math.log(2)
    assert line["seconds"] >= 0
    found = predictions(out)
    assert [(row["card_id"], row["review_time"], int(row["y"])) for row in found] == (
        slowly_held_back(rows)
    )
    assert len(found) == line["tested"]
    assert line["trained"] + line["tested"] == len(slowly_judged(rows))
    assert all(1e-4 <= float(row["p"]) <= 1 - 1e-4 for row in found)
    assert len({row["p"] for row in found}) > 10
    assert line["test_loss"] == pytest.approx(loss_of(found), abs=2e-5)
    assert line["test_loss"] < math.log(2)


def test_a_fit_to_a_log_is_the_same_each_time_and_saves_nothing(
    learnt: Learnt, page: Write, own_home: Path
) -> None:
    path = page(as_csv(a_log(200)), "log.csv")
    first, second = (told(learnt("fit", "--reviews", path, "--json")) for _ in range(2))
    assert first["model"] == "blend"
    assert {**first, "seconds": 0} == {**second, "seconds": 0}
    assert not own_home.exists()


def test_a_fit_never_sees_what_it_is_tested_on(learnt: Learnt, page: Write) -> None:
    """Other outcomes of the reviews that were held back leave the parameters as they were."""
    rows = a_log(300)
    held = {(card, written) for card, written, _ in slowly_held_back(rows)}
    first = min(instant_of(written) for _, written in held)
    turned = tuple(
        (card, str(4 if rating == "1" else 1) if instant_of(at) >= first else rating, at)
        for card, rating, at in rows
    )
    one, other = (
        told(learnt("fit", "--reviews", page(as_csv(each), "log.csv"), "--json"))
        for each in (rows, turned)
    )
    assert one["parameters"] == other["parameters"]
    assert one["train_loss"] == other["train_loss"]
    assert one["test_loss"] < other["test_loss"]


@pytest.mark.parametrize("count", [0, 1, 5])
@pytest.mark.parametrize("model", ["blend", "fsrs6", "sbd"])
def test_a_log_of_hardly_anything_is_fitted_by_what_is_known_of_others(
    learnt: Learnt, page: Write, tmp_path: Path, count: int, model: str
) -> None:
    rows = tuple(("a", "3", str(FIRST + n * n * DAY)) for n in range(count))
    path, out = page(as_csv(rows), "log.csv"), tmp_path / "out.csv"
    ended = learnt("fit", "--reviews", path, "--predictions", out, "--model", model, "--json")
    line = told(ended)
    targets = max(0, count - 1)
    assert (line["n"], line["trained"]) == (count, int(0.8 * targets))
    assert len(predictions(out)) == line["tested"] == targets - int(0.8 * targets)
    assert (line["train_loss"] is None) == (line["trained"] == 0)
    assert (line["test_loss"] is None) == (line["tested"] == 0)
    assert "NaN" not in ended.out
    assert all(map(math.isfinite, line["parameters"]))
    plain = learnt("fit", "--reviews", path, "--model", model)
    assert plain.status == 0
    assert "not enough answers" in plain.out


def test_all_on_one_day_leaves_nothing_to_foretell(learnt: Learnt, page: Write) -> None:
    rows = tuple((str(n % 3), "3", str(FIRST + n * 60_000)) for n in range(40))
    line = told(learnt("fit", "--reviews", page(as_csv(rows), "log.csv"), "--json"))
    assert (line["n"], line["trained"], line["tested"]) == (40, 0, 0)


@pytest.mark.parametrize("rating", ["1", "4"])
def test_a_log_of_one_kind_of_answer_is_fitted(learnt: Learnt, page: Write, rating: str) -> None:
    rows = tuple((str(n % 20), rating, str(FIRST + n * DAY // 3)) for n in range(200))
    line = told(learnt("fit", "--reviews", page(as_csv(rows), "log.csv"), "--json"))
    assert line["test_loss"] < 0.2
    assert all(map(math.isfinite, line["parameters"]))


def test_many_reviews_of_one_instant_are_split_cleanly(
    learnt: Learnt, page: Write, tmp_path: Path
) -> None:
    """A log with whole days for times: the border of the fifth is within one of them."""
    rows = tuple(
        (f"c{card}", str(1 + (7 * card + day) % 4), f"2026-01-{1 + 3 * day:02}")
        for day in range(8)
        for card in range(30)
    )
    out = tmp_path / "out.csv"
    path = page(as_csv(rows), "log.csv")
    line = told(learnt("fit", "--reviews", path, "--predictions", out, "--json"))
    assert (line["trained"], line["tested"]) == (168, 42)
    assert len(predictions(out)) == 42
    cards = [(row["card_id"], row["review_time"]) for row in predictions(out)]
    assert len(set(cards)) == 42
    assert [at for _, at in cards] == sorted(at for _, at in cards)


def test_rows_that_are_none_are_listed_and_the_others_fitted(learnt: Learnt, page: Write) -> None:
    good = a_log(200)
    bad = (*good[:50], ("card 1", "7", "5"), *good[50:], ("card 1", "3", "soon"))
    path = page(as_csv(bad), "log.csv")
    ended = learnt("fit", "--reviews", path, "--json")
    assert ended.status == 1
    assert [f"{path}, line {number}: " in ended.err for number in (52, 203)] == [True, True]
    assert len(ended.err.splitlines()) == 2
    alone = told(learnt("fit", "--reviews", page(as_csv(good), "good.csv"), "--json"))
    assert {**ended.line, "seconds": 0} == {**alone, "seconds": 0}


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (b"", 1, "no column card_id"),
        (b"front,back\na,b\n", 1, "no column card_id, review_rating, review_time"),
        (as_csv(()).encode("utf-16"), 1, "UTF-8"),
        (as_csv((("na\u00efve", "3", "5"),)).encode("latin-1"), 1, "UTF-8"),
        (as_csv((("x" * 200_000, "3", "5"),)).encode(), 1, "no CSV"),
        (b"\0" * 50, 1, "no column"),
        (None, 2, "There is no file"),
    ],
)
def test_a_file_that_is_no_log_is_said_without_a_traceback(
    learnt: Learnt, page: Write, tmp_path: Path, content: bytes | None, status: int, words: str
) -> None:
    path = tmp_path / "missing.csv" if content is None else page(content, "log.csv")
    out = tmp_path / "out.csv"
    ended = learnt("fit", "--reviews", path, "--predictions", out, "--json")
    assert (ended.status, ended.out) == (status, "")
    assert words in ended.err
    assert "Traceback" not in ended.err
    assert not out.exists()


def test_a_folder_is_no_log(learnt: Learnt, tmp_path: Path) -> None:
    ended = learnt("fit", "--reviews", tmp_path)
    assert ended.status == 1
    assert "is a folder" in ended.err


def test_predictions_that_cannot_be_written_are_said(
    learnt: Learnt, page: Write, tmp_path: Path
) -> None:
    path = page(as_csv(a_log(60)), "log.csv")
    ended = learnt("fit", "--reviews", path, "--predictions", tmp_path / "no" / "where.csv")
    assert ended.status == 1
    assert "cannot be written" in ended.err


def test_predictions_are_written_over_those_there_were(
    learnt: Learnt, page: Write, tmp_path: Path
) -> None:
    path, out = page(as_csv(a_log(60)), "log.csv"), page("what was there", "out.csv")
    assert learnt("fit", "--reviews", path, "--predictions", out, "--json").status == 0
    assert predictions(out)
    assert not list(tmp_path.glob("*.part"))


def test_nothing_is_foretold_for_sure(page: Write, tmp_path: Path) -> None:
    """Whoever scores the file takes logarithms."""
    done = fit_log(page(as_csv(a_log(100)), "log.csv"), "fsrs6")
    count = len(done.cards)
    for sure, written in ((0.0, "0.000100"), (1.0, "0.999900"), (1e-9, "0.000100")):
        foretold = replace(done.foretold, shown=np.full(count, sure))
        write_predictions(replace(done, foretold=foretold), tmp_path / "out.csv")
        assert [row["p"] for row in predictions(tmp_path / "out.csv")] == [written] * count


def test_ids_that_csv_must_quote_come_back_quoted(
    learnt: Learnt, page: Write, tmp_path: Path
) -> None:
    rows = tuple(('"a ""b"", c\nd Ω"', "3", str(FIRST + n * 2 * DAY)) for n in range(6))
    out = tmp_path / "out.csv"
    assert learnt("fit", "--reviews", page(as_csv(rows), "l.csv"), "--predictions", out).status == 0
    assert [row["card_id"] for row in predictions(out)] == ['a "b", c\nd Ω']


@pytest.mark.parametrize(
    "arguments",
    [
        ("--predictions", "out.csv"),
        ("--use",),
        ("--use", "--reviews", "log.csv"),
        ("--use", "--model", "sbd", "--reviews", "log.csv"),
        ("--model", "anki"),
        ("--reviews",),
        ("log.csv",),
    ],
)
def test_what_does_not_go_together_is_a_wrong_use(
    learnt: Learnt, own_home: Path, arguments: tuple[str, ...]
) -> None:
    ended = learnt("fit", *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert not own_home.exists()


def test_plain_words_and_a_figure_tell_of_a_log(learnt: Learnt, page: Write) -> None:
    ended = learnt("fit", "--reviews", page(as_csv(a_log(500)), "log.csv"), "--model", "fsrs6")
    assert ended.status == 0
    assert "fsrs6: fitted to " in ended.err
    assert "less is better" in ended.err
    assert "Expected and recalled" in ended.out
    if "not enough" not in ended.out:
        assert "you were expected to recall" in ended.out
    bars = [line for line in ended.out.splitlines() if "% expected" in line]
    assert 1 < len(bars) <= 10
    assert all("█" in line and "% recalled" in line for line in bars)


# the learner's own


def test_a_new_collection_has_nothing_to_fit(learnt: Learnt) -> None:
    plain = learnt("fit")
    assert plain.status == 0
    assert "0 of the 60" in plain.err
    assert "Nothing was changed" in plain.err
    line = told(learnt("fit", "--json"))
    assert (line["adopted"], line["reason"], line["n"], line["targets"]) == (False, "too_few", 0, 0)
    assert line["model"] == "blend"
    assert [line[name] for name in ("loss_before", "loss_after")] == [None, None]
    assert [line[name] for name in ("unseen_before", "unseen_after")] == [None, None]
    assert "fsrs6" in learnt("fit", "--json", "--model", "fsrs6").out


def test_another_model_is_used_from_now_on_and_back(learnt: Learnt, clouds: Path) -> None:
    for model, count in (("sbd", 7), ("fsrs6", 21), ("blend", 30)):
        line = told(learnt("fit", "--use", "--model", model, "--json"))
        assert (line["model"], len(line["parameters"])) == (model, count)
        assert told(learnt("fit", "--json"))["model"] == model
        assert learnt("doctor").status == 0
    plain = learnt("fit", "--use", "--model", "sbd")
    assert plain.status == 0
    assert "sbd" in plain.err
    assert "Nothing was lost" in plain.err


def test_a_fit_that_is_adopted_and_one_that_is_not_are_told(
    learnt: Learnt, page: Write, own_home: Path
) -> None:
    from learnt import Collection
    from learnt.clock import Instant
    from learnt.ids import CardId, EventId, PointId, uuid7
    from learnt.journal import Outcome, Rating, Review

    page(CLOUDS)
    with Collection.open(own_home) as collection:
        events = [
            Review(
                EventId(uuid7(FIRST, number)),
                collection.learner.id,
                CardId(uuid7(FIRST, 10**6 + int(card.split()[1]))),
                Instant(instant_of(written)),
                Rating(int(rating)),
                (
                    Outcome(
                        PointId(uuid7(FIRST, 10**7 + int(card.split()[1]))), Rating(int(rating))
                    ),
                ),
            )
            for number, (card, rating, written) in enumerate(a_log(600))
        ]
        assert collection.merge(events) == 600
    adopted = learnt("fit")
    assert adopted.status == 0
    assert adopted.err.startswith("Adopted. On ")
    assert "Expected and recalled" in adopted.out
    again = told(learnt("fit", "--json"))
    assert (again["adopted"], again["reason"], again["n"]) == (False, "too_few", 600)
    assert again["loss_before"] <= math.log(2)
    truth = memory_learners.draw_parameters(7)
    with Collection.open(own_home) as collection:
        from learnt.memory import model_named

        collection._keep(model_named("fsrs6", truth), 0, {"reason": "better"}, adopt=True)
    worse = learnt("fit", "--model", "blend")
    assert worse.status == 0
    assert worse.err.startswith("Not adopted. On ")
    assert "Nothing was changed" in worse.err
    line = told(learnt("fit", "--model", "blend", "--json"))
    assert (line["adopted"], line["reason"]) == (False, "no_better")
    assert line["unseen_after"] >= line["unseen_before"]
    assert learnt("doctor").status == 0


# without numba

WITHOUT = (
    "import sys; sys.modules['numba'] = None;"
    "from learnt.cli import run; sys.exit(run(sys.argv[1:]))"
)


def test_without_numba_the_numbers_are_the_same(
    learnt: Learnt, page: Write, tmp_path: Path
) -> None:
    path = page(as_csv(a_log(150)), "log.csv")
    ours, theirs = tmp_path / "compiled.csv", tmp_path / "plain.csv"
    for model in ("fsrs6", "sbd", "blend"):
        asked = ["fit", "--reviews", str(path), "--model", model, "--json"]
        compiled = told(learnt(*asked, "--predictions", ours))
        done = subprocess.run(
            [sys.executable, "-c", WITHOUT, *asked, "--predictions", str(theirs)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        plain = json.loads(done.stdout)
        assert plain.keys() == compiled.keys()
        assert plain["parameters"] == pytest.approx(compiled["parameters"], rel=1e-9)
        for name in ("train_loss", "test_loss"):
            assert plain[name] == pytest.approx(compiled[name], rel=1e-9)
        assert theirs.read_text() == ours.read_text()
