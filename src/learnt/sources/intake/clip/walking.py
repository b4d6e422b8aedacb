"""Steps over a tree of elements and texts, without recursion."""

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

TEXT = "-text"
"""The tag of a text."""


def letters_in(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def beside(node: LexborNode, step: Callable[[LexborNode], LexborNode | None]) -> str:
    """The tag of the next element beside one, in the direction of `step`."""
    at = step(node)
    while at is not None and (at.tag or "").startswith("-"):
        at = step(at)
    return (at.tag or "") if at is not None else ""


def events(
    root: LexborNode, skips: Callable[[LexborNode], bool]
) -> Iterator[tuple[LexborNode, bool]]:
    """Every element below the root as it opens and as it closes, and every text once."""
    path: list[LexborNode] = []
    node = root.child
    while node is not None or path:
        if node is None:
            node = path.pop()
            yield node, False
            node = node.next
            continue
        tag = node.tag or ""
        if tag == TEXT:
            yield node, True
        elif tag and not tag.startswith("-") and not skips(node):
            yield node, True
            path.append(node)
            node = node.child
            continue
        node = node.next
