"""Words that are not given to the stemmer are those that it would leave as they are."""

from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer import stemmer
from wordfreq import top_n_list

from learnt.weights.lexicon import may_change

PLAIN = stemmer("english").stemWord


def test_words_of_english() -> None:
    words = [word for word in top_n_list("en", 60_000) if word.isalpha()]
    passed = [word for word in words if not may_change(word)]
    assert len(passed) > 0.3 * len(words)
    assert [word for word in passed if PLAIN(word) != word] == []


@given(st.text("abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=16))
def test_any_letters(word: str) -> None:
    assert may_change(word) or PLAIN(word) == word
