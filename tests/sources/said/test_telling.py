"""What the learner is told of a reading: plain sentences, whatever the signs."""

from dataclasses import replace

import pytest

from learnt.ids import MakeId
from learnt.sources import (
    Correction,
    Said,
    correction_told,
    read,
    remembered_told,
    separator_told,
)


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        ("", ""),
        ("\t", "Sides are separated by a tab."),
        ("tab", "Sides are separated by a tab."),
        (",", "Sides are separated by a comma."),
        (" | ", "Sides are separated by a bar ( | )."),
        ("|", "Sides are separated by a bar ( | )."),
        (" – ", "Sides are separated by a dash ( – )."),
        ("dash", "Sides are separated by a dash."),
        (":", "Sides are separated by a colon."),
        ("~~", "Sides are separated by “~~”."),
    ],
)
def test_what_separates(sign: str, told: str) -> None:
    assert separator_told(sign) == told


def test_every_correction_has_its_words() -> None:
    for said in Said:
        assert correction_told(Correction(said, 12, "Page 3"))
    assert correction_told(Correction(Said.SWAPPED)) == "Front and back are swapped"
    assert correction_told(Correction(Said.SPLIT, 12)) == "A card begins at line 12"
    long = correction_told(Correction(Said.FURNITURE, None, "ad " * 40))
    assert long.endswith("…” are not part of the cards")
    assert len(long) < 90


def test_what_was_taken_over(make_id: MakeId) -> None:
    before = (
        Correction(Said.SWAPPED),
        Correction(Said.STATEMENTS),
        Correction(Said.FURNITURE, None, "Page 3"),
    )
    reading = read(b"Q: a?\nA: b\nPage 4\n", "x", make_id, before)
    assert remembered_told(reading) == ""
    reading = replace(reading, remembered=before)
    assert remembered_told(reading) == (
        "Read as you corrected the last page like this: sides swapped, each line a statement, "
        "lines like “Page 3” left out."
    )
    reading = replace(reading, corrections=before[:1])
    assert remembered_told(reading) == (
        "Read as you corrected the last page like this: sides swapped."
    )
