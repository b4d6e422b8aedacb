"""A deck → Markdown.

    <!-- learnt -->                       no reader of Markdown shows it; ours knows its own by it
    # Title
    > **Question:** …\
    > **Tags:** …

    ## Prompt                             its further lines are a paragraph under it
    - point                               "1. point" where the order counts
    > **Hint:** …\
    > **Note:** …\
    > **Tags:** …

    A statement, which is a paragraph.    "---" and a list, where it has several points

A line that goes on ends with a backslash, which Markdown shows as the end of a line. Ids, other
wordings, weights, wrong options, directions and files are not in it: .txt and .json have all.
"""

from collections.abc import Iterator, Sequence

from learnt.deck import Card, Deck
from learnt.sources.markdown.inline import escaped

MARKER = "<!-- learnt -->"
RULE = "---"
FENCE = "```"


def deck_to_markdown(deck: Deck) -> bytes:
    """The deck in UTF-8."""
    blocks = [[MARKER, f"# {escaped(deck.title)}"]]
    blocks += _quoted((("Question", deck.question), ("Tags", ", ".join(deck.tags))))
    for card in deck.cards:
        blocks += _card(card)
    return ("\n\n".join("\n".join(block) for block in blocks) + "\n").encode()


def _card(card: Card) -> Iterator[list[str]]:
    if card.prompt is not None:
        first, *rest = card.prompt.split("\n")
        yield [f"## {escaped(first)}"]
        if rest:
            yield _text("\n".join(rest))
    if card.prompt is None and len(card.points) == 1 and not card.ordered:
        yield _text(card.points[0].text)
    else:
        if card.prompt is None:
            yield [RULE]
        yield _points([point.text for point in card.points], ordered=card.ordered)
    yield from _quoted((("Hint", card.hint), ("Note", card.note), ("Tags", ", ".join(card.tags))))


def _points(points: Sequence[str], *, ordered: bool) -> list[str]:
    lines: list[str] = []
    for number, point in enumerate(points, 1):
        mark = f"{number}. " if ordered else "- "
        first, *rest = _text(point)
        lines += [mark + first, *(" " * len(mark) + line if line else "" for line in rest)]
    return lines


def _quoted(fields: Sequence[tuple[str, str | None]]) -> Iterator[list[str]]:
    """What is said beside, as one block; none where nothing is."""
    lines: list[str] = []
    for word, text in fields:
        if text:
            first, *rest = text.split("\n")
            lines += [f"**{word}:** {escaped(first)}", *map(_within_field, rest)]
    if lines:
        yield [f"> {line}" for line in _broken(lines)]


def _within_field(line: str) -> str:
    """A further line of a field, which must not look like the beginning of the next."""
    written = escaped(line)
    return f"\\*\\*{written[2:]}" if written.startswith("**") else written


def _text(text: str) -> list[str]:
    """The lines of a text; a block of code stands as it is."""
    lines = text.split("\n")
    if is_fenced(lines):
        return lines
    return _broken([escaped(line) for line in lines])


def _broken(lines: Sequence[str]) -> list[str]:
    return [f"{line}\\" for line in lines[:-1]] + [lines[-1]]


def is_fenced(lines: Sequence[str]) -> bool:
    """Whether a text is one block of code: its fences and what is between them."""
    inner = lines[1:-1]
    return (
        len(lines) > 1
        and lines[0].startswith(FENCE)
        and "`" not in lines[0][len(FENCE) :]
        and lines[-1] == FENCE
        and not any(line.lstrip().startswith(FENCE) for line in inner)
    )
