"""The queues of open sittings, kept so that an answer need not make them anew.

Only a convenience: what is lost here is made again from the journal.
"""

from collections import OrderedDict
from dataclasses import dataclass, field

from learnt.clock import StudyDay
from learnt.collection import Scope
from learnt.practice import Sitting

_MOST = 16


@dataclass
class Sittings:
    """Sittings by scope, the one used last at the end."""

    kept: OrderedDict[Scope, tuple[StudyDay, Sitting]] = field(default_factory=OrderedDict)
    handed: Scope | None = None
    """The scope whose page was just sent on after an answer, without JavaScript."""

    def get(self, scope: Scope, today: StudyDay) -> Sitting | None:
        """The sitting, where it is kept and was made on this study day."""
        found = self.kept.get(scope)
        return found[1] if found and found[0] == today else None

    def put(self, scope: Scope, today: StudyDay, sitting: Sitting) -> None:
        """Keep a sitting that was just made."""
        self.kept[scope] = (today, sitting)
        self.kept.move_to_end(scope)
        while len(self.kept) > _MOST:
            self.kept.popitem(last=False)

    def hand_over(self, scope: Scope) -> None:
        """The next page of this sitting needs no look at the journal."""
        self.handed = scope

    def was_handed_over(self, scope: Scope) -> bool:
        """Whether this is that next page; once."""
        handed, self.handed = self.handed, None
        return handed == scope

    def forget(self) -> None:
        """Forget all of them: what there is to ask has changed."""
        self.kept.clear()
        self.handed = None
