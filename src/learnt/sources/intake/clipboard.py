"""The clipboard's two forms of one copy → the page to be read: the rich one where it says more.

Rich text knows its lists, headings, tables and bold terms, which plain text has lost. It is taken
only where it brings some of these and nothing is missing from it; a copy from an editor of code
or of plain text, whose rich form is only colours, is read as the plain text that it is.
"""

from learnt.sources.intake.clip.tree import Walk

MOST = 3_000_000
"""Letters; rich text that is larger is not looked at."""
_CODE = 0.9  # the share of letters in text that keeps its spaces, from which on it is code
_MISSING, _TOO_MUCH = 0.9, 3.0  # shares of the plain text's letters
_LOST_LINES = 1.3  # times as many lines in plain text: what made them lines is not in the tags


def page_of_clipboard(html: str, text: str) -> str:
    """The text of what was pasted, from its rich form `html` or its plain form `text`."""
    if not html or len(html) > MOST or "<" not in html:
        return text
    walk = Walk()
    walk.over(html.replace("\x00", ""))
    page = walk.lines.text()
    if not page.strip():
        return text
    if not text.strip():
        return page
    return page if _says_more(walk, page, text) else text


def _says_more(walk: Walk, page: str, text: str) -> bool:
    if not walk.lines.gains or walk.kept > _CODE * walk.letters:
        return False
    letters = sum(map(str.isalnum, text))
    there = sum(map(str.isalnum, page))
    if there + walk.left_out < _MISSING * letters or there > _TOO_MUCH * letters + 100:
        return False
    return _count_lines(text) <= _LOST_LINES * _count_lines(page) + 2


def _count_lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())
