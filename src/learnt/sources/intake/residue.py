"""Tags of a web page that were left in a line of text: those in pairs, known by name."""

import re

BREAK = "\u2028"
"""Ends a line inside a card without ending one of the page; `tidy` makes a line end of it."""

_INLINE = "i|em|u|s|strike|span|font|small|big|mark|a|code|center|label|abbr|cite|ins|del|section"
_BLOCK = "p|div|ul|ol|li|table|tbody|thead|tr|td|th|blockquote|pre|dl|dt|dd"
_PICTURE = re.compile(r"<img\b([^<>]{0,2000}?)/?>", re.IGNORECASE)
_OF_PICTURE = re.compile(
    r"(?<![\w-])(alt|src)\s*=\s*(?:\"([^\"]*)\"|'([^'\"]*)'|([^\s\"'>]+))", re.IGNORECASE
)
_BREAK = re.compile(r"(?<! ) *</?br\b[^<>]{0,200}> *", re.IGNORECASE)
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<tag>b|strong|{_INLINE}|{_BLOCK})(?:\s[^<>]{{0,1000}})?/?>", re.IGNORECASE
)
_BLOCKS = frozenset(_BLOCK.split("|"))
_BREAKS = re.compile(rf"(?<! ) *{BREAK}[ {BREAK}]*")
_OPENS, _CLOSES = "\ufdd0", "\ufdd1"  # characters that stand in no text
_BOLD = re.compile(f"{_OPENS}([^{_OPENS}{_CLOSES}]*){_CLOSES}")


def without_tags(text: str) -> str:
    """The text with its pairs of tags read: bold between stars, blocks and items after a BREAK."""
    if "<" not in text:
        return text
    text = _BREAK.sub(BREAK, _PICTURE.sub(_picture, text))
    tags = list(_TAG.finditer(text))
    closed = {one["tag"].lower() for one in tags if one["end"]}
    paired = closed & {one["tag"].lower() for one in tags if not one["end"]}
    if not paired:
        return text

    def read(found: re.Match[str]) -> str:
        tag = found["tag"].lower()
        if tag not in paired:
            return found[0]
        if tag in ("b", "strong"):
            return _CLOSES if found["end"] else _OPENS
        if tag not in _BLOCKS:
            return ""
        return BREAK + "• " if tag == "li" and not found["end"] else BREAK

    text = _BOLD.sub(_bold, _BREAKS.sub(BREAK, _TAG.sub(read, text)))
    text = text.replace(_OPENS, "").replace(_CLOSES, "")
    return text.strip(BREAK) or text


def _picture(found: re.Match[str]) -> str:
    """A picture with its words and its address, in the form that the faces know."""
    kept = {
        one[1].lower(): one[2] or one[3] or one[4] or "" for one in _OF_PICTURE.finditer(found[1])
    }
    parts = [f'{name}="{" ".join(kept[name].split())}"' for name in ("alt", "src") if name in kept]
    return " ".join(("<img data-card", *parts)) + ">"


def _bold(found: re.Match[str]) -> str:
    """Bold between stars; inside a word, over a break or around stars only its text."""
    text, whole = found[1], found.string
    core = text.strip()
    before, after = (
        whole[max(0, found.start() - 1) : found.start()],
        whole[found.end() : found.end() + 1],
    )
    joined = (before.isalnum() and not text[:1].isspace()) or (
        after.isalnum() and not text[-1:].isspace()
    )
    if not core or joined or "*" in core or BREAK in core:
        return text
    return text.replace(core, f"**{core}**", 1)
