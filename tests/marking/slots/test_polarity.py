"""A negator must govern the very word that is compared."""

import pytest

from learnt.marking.denials import governed
from learnt.marking.slots.polarity import are_opposite
from learnt.marking.verbs import verbs_in
from learnt.weights.lexicon import lexicon
from tests.marking.made import words


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("No intention is needed", ["intention"]),
        ("The pact was not signed", ["signed"]),
        ("They did not really sign", ["sign"]),
        ("They never signed", ["signed"]),
        ("It is not stable", ["stable"]),
        ("They refused to sign", ["sign"]),
        ("not in the ground", ["ground"]),
        ("They did nothing, and rain fell", []),
        ("The pact was not signed by Spain but by France", []),
        ("Russia didn't mobilise but kept its soldiers at home", ["mobilise"]),
        ("It was cold", []),
        ("", []),
    ],
)
def test_what_is_denied(text: str, denied: list[str]) -> None:
    found = words(text)
    governs = governed(text, found, lexicon(), verbs_in(found, lexicon()))
    assert [word.text for word in found if id(word) in governs] == denied


@pytest.mark.parametrize(
    ("one", "two"),
    [("rise", "fall"), ("stable", "unstable"), ("smoker", "nonsmoker"), ("xylem", "phloem")],
)
def test_opposites_both_ways(one: str, two: str) -> None:
    first, second = words(one)[0], words(two)[0]
    assert are_opposite(first, second, lexicon())
    assert are_opposite(second, first, lexicon())


@pytest.mark.parametrize(("one", "two"), [("rise", "rises"), ("til", "until"), ("tree", "river")])
def test_no_opposites(one: str, two: str) -> None:
    assert not are_opposite(words(one)[0], words(two)[0], lexicon())
