"""The dates that dateparser's search finds in texts, as EDTF values as far as it says how exact.

It is asked in its fastest documented way: one language, British order, no relative dates.
"""

import json
import sys
import time

from dateparser.search import search_dates  # type: ignore[import-untyped]  # it ships no types

SETTINGS = {
    "DATE_ORDER": "DMY",
    "PARSERS": ["absolute-time"],
    "RETURN_TIME_AS_PERIOD": False,
    "REQUIRE_PARTS": ["year"],
}


def main() -> None:
    """Read a list of texts from standard input, answer with the values of each."""
    texts = json.load(sys.stdin)
    search_dates("on 3 May 1808", languages=["en"], settings=SETTINGS)
    began = time.perf_counter()
    values = [values_of(text) for text in texts]
    took = (time.perf_counter() - began) * 1000 / len(texts)
    json.dump({"values": values, "ms": took}, sys.stdout)


def values_of(text: str) -> list[str]:
    """The value of each phrase, as exact as its words and numbers are."""
    try:
        found = search_dates(text, languages=["en"], settings=SETTINGS) or []
    except (ValueError, IndexError, TypeError, OverflowError, RecursionError):
        return []
    return [exact(phrase, f"{when:%Y-%m-%d}") for phrase, when in found]


def exact(phrase: str, day: str) -> str:
    """A day where the phrase has two numbers or more, else a month where it has a word."""
    numbers = [
        part for part in phrase.replace("/", " ").replace("-", " ").split() if part[:1].isdigit()
    ]
    if len(numbers) > 1:
        return day
    named = any(part[:3].isalpha() for part in phrase.split())
    return day[:7] if named else day[:4]


if __name__ == "__main__":
    main()
