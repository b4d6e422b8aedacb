"""How `learnt add` goes about it."""

from dataclasses import dataclass

from learnt.cli.updates import UNDECIDED, Decided


@dataclass(frozen=True)
class Manner:
    """Whether it asks, what it shows, whether it saves, and what the options decide."""

    yes: bool = False
    quiet: bool = False
    dry_run: bool = False
    decided: Decided = UNDECIDED

    @property
    def silent(self) -> bool:
        """Whether nobody is asked if it shall be saved."""
        return self.yes or self.dry_run


ASKING = Manner()
"""All is shown, and who sits at a terminal is asked."""
