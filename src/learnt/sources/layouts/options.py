"""Options of multiple choice as lines of their own, for the layout `choices`.

"The unit of force is: a) joule b) newton"     a stem and its options on one line
"A Picasso" "B Dalí" "C Miró"                   letters without a sign, counting up
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from learnt.sources.line import Line

_WITHIN = re.compile(r"(?:^|(?<=\s))\(?(?P<letter>[A-Ha-h])[.)]\s+(?=\S)")
_LETTER = re.compile(r"(?P<letter>[A-H])\s{1,4}(?P<text>\S.*)")
_RUN = 3  # letters that must count up


def options_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines with each option on a line of its own, as "a) text"; numbers stay the same."""
    found: list[Line] = []
    for line in _with_signs(lines):
        found += _split(line)
    return found


def _split(line: Line) -> list[Line]:
    places = list(_WITHIN.finditer(line.text))
    letters = "".join(one["letter"].lower() for one in places)
    if len(places) < 2 or not "abcdefgh".startswith(letters):
        return [line]
    starts = [one.start() for one in places]
    texts = [line.text[: starts[0]].strip()]
    ends = [*starts[1:], len(line.text)]
    texts += [line.text[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    return [
        replace(line, text=text, body=text, blanks=0 if place else line.blanks)
        for place, text in enumerate(texts)
        if text
    ]


def _with_signs(lines: Sequence[Line]) -> list[Line]:
    kept = list(lines)
    at = 0
    while at < len(kept):
        end = at
        while end < len(kept) and (found := _LETTER.fullmatch(kept[end].text)):
            if found["letter"] != "ABCDEFGH"[end - at : end - at + 1]:
                break
            end += 1
        if end - at >= _RUN:
            for place in range(at, end):
                text = f"{kept[place].text[0]}) {kept[place].text[1:].strip()}"
                kept[place] = replace(kept[place], text=text, body=text)
        at = max(end, at + 1)
    return kept
