"""Which words of a text are its verbs."""

import pytest

from learnt.marking.verbs import may_be_verb, verbs_in
from learnt.weights.lexicon import lexicon
from tests.marking.made import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The baker signed the lease", ["signed"]),
        ("Rivers carry the sand and drop it", ["carry", "drop"]),
        ("the signed letter", []),
        ("He wants to march", ["wants", "march"]),
        ("the march of the salt miners", []),
        ("red roof", []),
        ("", []),
    ],
)
def test_verbs(text: str, expected: list[str]) -> None:
    found = words(text)
    verbs = verbs_in(found, lexicon())
    assert [word.text for word in found if id(word) in verbs] == expected


def test_a_word_behind_an_article_is_no_verb() -> None:
    found = words("they march, and the march ends")
    assert may_be_verb(found, 1, lexicon())
    assert not may_be_verb(found, 4, lexicon())
