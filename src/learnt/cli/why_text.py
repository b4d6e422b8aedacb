"""Chains of causes in the terminal: what it came to, and under it why."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from learnt.cli.output import console
from learnt.facts.values import CauseKind
from learnt.plots.why import why_chains

if TYPE_CHECKING:
    from learnt.facts.chains import Arrow, Chain

_DEEPEST = 8
"""Levels that are drawn further in; what is deeper has no room left on a narrow terminal."""
_LEAST = 20


def show_chains(title: str, chains: "Sequence[Chain]") -> None:
    """Draw every chain as a tree: effects at the left, their causes under them."""
    out = console()
    out.print(Text(title, "bold"))
    out.print(Text(why_chains(title, chains).meaning if chains else _NOTHING, "dim"))
    about = None
    for chain in chains:
        out.print()
        if chain.about not in (about, chain.steps[-1].text):
            out.print(Text(chain.about, "bold"))
        about = chain.about
        for line in _Tree(chain, out.width).lines():
            out.print(line, no_wrap=True, crop=True)


_NOTHING = (
    "Nothing on these cards says yet what led to what. Words like because, so and led to do, and "
    "so does a prompt that asks why."
)


@dataclass
class _Tree:
    """One chain, drawn from what it came to back to its first causes."""

    chain: "Chain"
    width: int
    drawn: set[int] = field(default_factory=set)

    def lines(self) -> Iterator[Text]:
        """The lines of the tree; a step that was drawn before is only named again."""
        causes: dict[int, list[Arrow]] = defaultdict(list)
        for arrow in self.chain.arrows:
            if not arrow.back:
                causes[arrow.effect].append(arrow)
        leading = {arrow.cause for them in causes.values() for arrow in them}
        ends = [nth for nth in range(len(self.chain.steps)) if nth not in leading]
        waiting: list[tuple[int, str, str, str]] = [(end, "", "", "") for end in reversed(ends)]
        while waiting:
            nth, lead, below, told = waiting.pop()
            again = nth in self.drawn and bool(causes[nth])
            self.drawn.add(nth)
            yield from self._step(nth, lead, below, told, again=again)
            under = [] if again else causes[nth]
            deep = len(below) >= 2 * _DEEPEST
            for place, arrow in reversed(list(enumerate(under))):
                last = place == len(under) - 1
                branch = below if deep else below + ("└─" if last else "├─")
                on = below if deep else below + ("  " if last else "│ ")
                waiting.append((arrow.cause, branch, on, _told(arrow)))

    def _step(self, nth: int, lead: str, below: str, told: str, *, again: bool) -> Iterator[Text]:
        text = self.chain.steps[nth].text + (" (see above)" if again else "")
        room = max(_LEAST, self.width - max(cell_len(lead), cell_len(below)) - 1)
        words = f"{told}{' '.join(text.split())}"
        wrapped = Text(words).wrap(console(), room)
        for line, part in enumerate(wrapped):
            drawn = Text(lead if not line else below, "dim")
            shift = len(told) if not line else 0
            drawn.append(part.plain[:shift], "italic dim")
            drawn.append(part.plain[shift:].rstrip(), "" if lead else "bold")
            yield drawn


def _told(arrow: "Arrow") -> str:
    """How a cause is led in: by its condition word."""
    return f"{arrow.label}: " if arrow.kind is CauseKind.CONDITION else ""
