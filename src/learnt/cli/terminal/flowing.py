"""Short texts one beside the other, none of them broken, however narrow the window is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions
from rich.text import Text


@dataclass(frozen=True)
class Flowing:
    """A line takes as many of the texts as fit into it; the next ones go below."""

    texts: Sequence[Text]
    gap: str = "   "

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines, for a window of the width that `options` tell."""
        line = Text()
        for text in self.texts:
            wider = line + Text(self.gap) + text if line else text
            if line and wider.cell_len > options.max_width:
                yield line
                wider = text
            line = wider
        yield line
