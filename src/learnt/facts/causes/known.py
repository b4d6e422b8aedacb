"""What the texts of a card give to the links of the next one."""

from learnt.facts.causes.asked import Wanted
from learnt.facts.causes.sides import Statement
from learnt.facts.light import value


@value(frozen=True, slots=True)
class Known:
    """What the prompt says and asks, and the end of the point before.

    `prompt` is None where the card has none; `asks` is whether it is a question, and `story`
    whether a point before has told what happened next instead of why.
    """

    prompt: Statement | None = None
    asks: bool = False
    wanted: Wanted | None = None
    before: Statement | None = None
    story: bool = False

    @property
    def asked(self) -> Statement | None:
        """What an answer that begins with "because" is the reason for."""
        wanted = self.wanted
        return self.prompt if wanted is None or wanted.results else wanted.about

    def after(self, before: Statement | None, *, story: bool) -> "Known":
        """What goes on to the next point."""
        return Known(self.prompt, self.asks, self.wanted, before, self.story or story)
