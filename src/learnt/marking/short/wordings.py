"""The ways in which a short point may be said: `a / b`, `(optional)` parts, accepted wordings."""

import re
from collections.abc import Iterator

from learnt.deck import Point
from learnt.deck.showing import as_plain
from learnt.facts.lexical.words import folded

_OR = re.compile(r"\s+/\s+|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})")
_PARTS = re.compile(r"\(([^()]*)\)")
_ARTICLES = frozenset(
    "the a an to le la les un une l el los las der die das den ein eine il lo gli f m n pl".split()
)
_APART = re.compile(r"[^\w]+|_+")


def wordings(point: Point) -> tuple[str, ...]:
    """Every wording that says the point, the fullest of each first."""
    texts = [as_plain(text) for text in (point.text, *point.accepted)]
    found = [each for text in texts for one in _OR.split(text) for each in _expanded(one)]
    return tuple(dict.fromkeys(found))


def _expanded(text: str) -> Iterator[str]:
    """The text with and without what stands in brackets."""
    full = " ".join(_PARTS.sub(r" \1 ", text).split())
    bare = " ".join(_PARTS.sub(" ", text).split())
    yield from (one for one in (full, bare) if one)


def bare(text: str) -> str:
    """A text for comparing: small, without accents, signs, articles and spaces."""
    words = [word for word in _APART.split(folded(text)) if word]
    kept = [word for word in words if word not in _ARTICLES] or words
    return "".join(kept)
