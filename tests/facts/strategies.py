"""Texts that trip over themselves: words of dates, digits, names, verbs and signs in any order."""

from hypothesis import strategies as st

from learnt.deck.tidy import tidy

PIECES = (
    *(
        "in",
        "In",
        "on the",
        "from",
        "to",
        "since",
        "until",
        "by",
        "before",
        "after",
        "between",
        "and",
    ),
    *(
        "c.",
        "circa",
        "possibly",
        "early",
        "the end of",
        "mid-",
        "the",
        "of",
        "that year",
        "onwards",
    ),
    *("May", "may", "March", "Sept.", "December", "summer", "spring", "Monday", "the twenties"),
    *(
        "17th century",
        "1930s",
        "'36",
        "BC",
        "AD",
        "b.c.",
        "century",
        "millennium",
        "the present",
        "turn",
    ),
    *(
        "1934",
        "1935",
        "36",
        "9",
        "31",
        "29 February",
        "June 31, 1939",
        "0",
        "00",
        "0000",
        "9999",
        "99999",
        "1.000.000",
    ),
    *("1938-09-30", "30/09/1938", "31.2.1938", "1/1/01", "1934-12", "1900-02-29", "12th", "third"),
    *(
        "France",
        "the French",
        "Soviet Union",
        "Franco-Soviet pact",
        "Treaty of",
        "London",
        "Litvinov",
    ),
    *(
        "Lord Halifax",
        "the foreign minister",
        "Brown",
        "v",
        "(1963)",
        "Act",
        "et al.",
        "cell",
        "USSR",
    ),
    *(
        "signed",
        "was",
        "not",
        "refused",
        "invited",
        "met",
        "did",
        "n't",
        "because",
        "so",
        "led to",
        "if",
    ),
    *(
        "which",
        "who",
        "he",
        "they",
        "it",
        "pact with",
        "ten years",
        "over",
        "100,000",
        "troops",
        "%",
    ),
    *(
        "£",
        "half",
        "million",
        "-",
        "–",
        "/",
        ",",
        ".",
        "?",
        "(",
        ")",
        ";",
        ":",
        "'",
        "’",
        '"',
        "…",
        "~",
    ),
    *(
        "der",
        "im",
        "v. Chr.",
        "Jahrhundert",
        "1930er",
        "seit",
        "Mai",
        "3.",
        "und",
        "\n",
        "\u00a0",
        "é",
    ),
)


def notes() -> st.SearchStrategy[str]:
    """A line of such pieces, with spaces between them or none."""
    pieces = st.lists(st.sampled_from(PIECES), max_size=14)
    joints = st.sampled_from((" ", " ", "", ", "))
    return st.builds(str.join, joints, pieces).filter(str.strip)


def any_text() -> st.SearchStrategy[str]:
    """Any text that Unicode allows, and notes; one of both after the other."""
    free = st.text(st.characters(codec="utf-8"), max_size=30)
    return st.one_of(notes(), free.filter(tidy), st.builds("{} {}".format, notes(), free))
