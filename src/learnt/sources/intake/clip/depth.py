"""The source of a page, made shallow enough to be read in time and memory that its size allows.

A reader of HTML looks at all open blocks for each new one, and opens all unclosed bold and slanted
elements anew in each paragraph: a page of a few hundred kilobytes can cost hours, or all memory.
So the openings that lie deeper than any page needs are taken out; their text stays.
"""

import re

from learnt.errors import Unreadable

MOST_TAGS = 1_000_000
DEEPEST_BLOCK = 400
"""As deep as browsers go, about; what lies deeper they move up as well."""
_DEEPEST_LOOK = 8  # bold, slanted and the like, one in the other
_FEW = 300  # tags that cannot make a page deep
_BLOCKS = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer header hgroup listing main menu nav ol pre search section summary ul form table thead "
    "tbody tfoot select svg math object marquee applet template button h1 h2 h3 h4 h5 h6 "
    "li dd dt p option optgroup tr td th ruby rb rt rp rtc caption colgroup".split()
)
_ENDED_BY: dict[str, frozenset[str]] = {  # whose end may be left away, and what says that it is
    **dict.fromkeys(("li",), frozenset({"li"})),
    **dict.fromkeys(("dd", "dt"), frozenset({"dd", "dt"})),
    **dict.fromkeys(("option", "optgroup"), frozenset({"option", "optgroup"})),
    **dict.fromkeys(("td", "th"), frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"})),
    **dict.fromkeys(("tr",), frozenset({"tr", "tbody", "thead", "tfoot"})),
    **dict.fromkeys(("tbody", "thead", "tfoot"), frozenset({"tbody", "thead", "tfoot"})),
    **dict.fromkeys(("rb", "rt", "rp", "rtc"), frozenset({"rb", "rt", "rp", "rtc"})),
    "p": _BLOCKS,
}
_LOOKS = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_TAG = re.compile(r"<(?P<ends>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)[^<>]*>?")
_TOO_MANY = "A page of more than {:,} tags was not read. Select the part you need, and copy that."


def shallow(html: str) -> str:
    """The source without openings that lie too deep; as it is where there are none.

    Raises Unreadable where it has more tags than any page that people read.
    """
    if (tags := html.count("<")) < _FEW:
        return html
    if tags > MOST_TAGS:
        raise Unreadable(_TOO_MANY.format(MOST_TAGS))
    depth = _Depth()
    cut = [found.span() for found in _TAG.finditer(html) if depth.is_too_deep(found)]
    if not cut:
        return html
    starts = [0, *(end for _, end in cut)]
    ends = [*(start for start, _ in cut), len(html)]
    return "".join(html[start:end] for start, end in zip(starts, ends, strict=True))


class _Depth:
    """What is open; a closing that closes nothing counts for nothing."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._looks = 0

    def is_too_deep(self, found: re.Match[str]) -> bool:
        name = found["name"].lower()
        if name in _BLOCKS:
            return self._close(name) if found["ends"] else self._open(name)
        if name in _LOOKS:
            self._looks = max(0, self._looks + (-1 if found["ends"] else 1))
            if self._looks > _DEEPEST_LOOK:
                self._looks -= 1
                return True
        return False

    def _open(self, name: str) -> bool:
        blocks = self._blocks
        while blocks and name in _ENDED_BY.get(blocks[-1], ()):
            blocks.pop()
        if len(blocks) >= DEEPEST_BLOCK:
            return True
        blocks.append(name)
        return False

    def _close(self, name: str) -> bool:
        if name in self._blocks:
            while self._blocks.pop() != name:
                pass
        return False
