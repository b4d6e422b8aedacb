"""docs/anki.md: its commands run, and its tables are what happens."""

import io
import shlex
from pathlib import Path

import pytest

from learnt.sources.packages import Form, Kind, open_package
from learnt.sources.packages.fields import text_of
from tests.cli.conftest import Learnt, learnt  # noqa: F401 - the fixture
from tests.conftest import ROOT
from tests.sources.packages.kept import CONTENT
from tests.sources.packages.making import package
from tests.tables import tables_of
from tests.test_docs import commands

PAGE = (ROOT / "docs" / "anki.md").read_text(encoding="utf-8")
table = tables_of("anki.md")


def test_every_kind_of_note_is_told() -> None:
    assert [row[0] for row in table("| note type | becomes |")] == [kind.value for kind in Kind]


@pytest.mark.parametrize(("field", "points"), table("| in the field | points |"))
def test_a_field(field: str, points: str) -> None:
    assert "; ".join(text_of(field.strip("`")).points) == points


def test_its_commands_run(
    learnt: Learnt,  # noqa: F811 - the fixture
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-cards.apkg").write_bytes(package(CONTENT, Form.LATEST))
    run = [shlex.split(command)[1:] for command in commands(PAGE)]
    assert len(run) == 8
    for arguments in run:
        ended = learnt(*arguments)
        assert ended.status in (0, 1)  # 1 says that something of it went into no card
        assert ended.out or ended.err
    titles = {one["title"] for one in learnt("decks", "--json").lines}
    assert titles == {"Geography::Rivers", "Words"}


def test_every_version_is_one_of_three_formats() -> None:
    for form in Form:
        assert open_package(io.BytesIO(package(CONTENT, form)), "a.apkg").form is form
