"""Words that are not given to the stemmer get the stem that it would give them."""

from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer import stemmer
from wordfreq import top_n_list

from learnt.weights.endings import told_stem

PLAIN = stemmer("english").stemWord


OF_ITS_OWN = (
    "arsen commun emerg gener inter later organ past univers atlas cosmos andes skies".split()
)
ENDS = "s e y ies es sses ness ous us ss ates ves ize ance ble paste eys ys ries ing ed al".split()


def test_words_of_english() -> None:
    words = [word for word in top_n_list("en", 60_000) if word.isalpha()]
    words += [beginning + end for beginning in OF_ITS_OWN for end in ("", *ENDS)]
    told = {word: stem for word in words if (stem := told_stem(word)) is not None}
    assert len(told) > 0.5 * len(words)
    assert {word: stem for word, stem in told.items() if PLAIN(word) != stem} == {}


@given(
    st.text("abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=16),
    st.sampled_from(["", *ENDS]),
)
def test_any_letters(beginning: str, end: str) -> None:
    word = beginning + end
    assert told_stem(word) in (None, PLAIN(word))
