"""Whole phrases: a moment with what is said of it, ranges, lists, and ends that are open.

    phrase  = "between" moment "and" moment | "from" moment ["to" moment] | open moment | plain
    open    = "since" | "after" | "before" | "until" | "by" | …
    plain   = moment ["to" moment] ["onwards"]
    moment  = ("the" | "early" | "c." | "possibly" | …)* one of `atoms` ["?"]

In: a place among the tokens. Out: the `Phrase`s that begin there, two or more where dates share a
month, an era or the word century. Each file builds on those before it:

    qualified (one moment, as it is said) → open_ends → ranges → numbered (several numbers) →
    several (that share a word), eras → led (between, from) → plain → reading (whichever it is)
"""

from learnt.facts.dates.phrases.phrase import Phrase
from learnt.facts.dates.phrases.reading import PhraseReader

__all__ = ["Phrase", "PhraseReader"]
