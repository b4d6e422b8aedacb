"""The source of a web page → the lines of its main text.

What every page of a site has goes: scripts, styles, navigation, the site's header and footer. The
main text is what the page itself marks as that, where it holds a good part of all letters. The
rest is read as rich text of the clipboard is, by the same code.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from learnt.errors import Unreadable
from learnt.sources.intake.clip.depth import shallow
from learnt.sources.intake.clip.tree import Walk

_GONE = (
    "nav, aside, [role=navigation], [role=banner], [role=contentinfo], [role=search], "
    "[role=complementary], [role=dialog], [aria-modal=true], [aria-hidden=true]:not(.katex-html), "
    "body > header, body > footer, body > div > header, body > div > footer, dialog, button"
)
_MAINS = ("main", "[role=main]", "article", "#mw-content-text", "#content", "#main")
_ENOUGH = 0.4  # of the letters: a page whose "main" holds less has marked something else
_MOST = 0.5  # of the letters may go as navigation; where more would, it is no navigation
_SITE = re.compile(r"\s+[|·•»–—-]\s+[^|·•»–—]*$")
_EMPTY = (
    "{} is a web page without text: it may be filled in by a script. Open it in a browser, select "
    "the text, copy it, and paste that."
)


def web_text(source: str, name: str) -> str:
    """The lines of a page. Raises Unreadable where it has none."""
    parser = LexborHTMLParser(shallow(source.replace("\x00", "")))
    root = parser.body
    if root is None:
        raise Unreadable(_EMPTY.format(name))
    walk = Walk()
    walk.below(_main(_stripped(parser, root)))
    text = walk.lines.text()
    if not any(map(str.isalnum, text.replace("[picture]", ""))):
        raise Unreadable(_EMPTY.format(name))
    return _titled(text, parser)


def _stripped(parser: LexborHTMLParser, root: LexborNode) -> LexborNode:
    """The page without what belongs to its site; the tree itself is changed."""
    for node in parser.css("script, style, noscript, template"):
        node.decompose()
    letters = _letters(root)
    for node in root.css(_GONE):
        if node.parent is not None and _letters(node) <= _MOST * letters:
            node.decompose()
    return root


def _main(root: LexborNode) -> LexborNode:
    letters = _letters(root)
    for selector in _MAINS:
        found = root.css(selector)
        if len(found) == 1 and _letters(found[0]) >= _ENOUGH * letters:
            return found[0]
    return root


def _titled(text: str, parser: LexborHTMLParser) -> str:
    """The text under the page's title, where it has no heading of its own."""
    node = parser.css_first("title")
    title = " ".join(node.text().split())[:300] if node is not None else ""
    title = _SITE.sub("", title)
    if not title or re.search(r"^# ", text, re.MULTILINE) or title.lower() in text[:1000].lower():
        return text
    return f"# {title}\n\n{text}"


def _letters(node: LexborNode) -> int:
    return sum(map(str.isalnum, node.text()))
