"""A name where it stands, in tokens: what the readers of names hand to each other."""

from collections.abc import Callable, Sequence

from learnt.facts.light import value
from learnt.facts.names.gazetteer import Form
from learnt.facts.tokens import Token
from learnt.facts.values import ACTORS, Name, NameKind, Span

VerbClass = Callable[[Token], str | None]
"""The class of verbs that a word is a form of; None for a word that is none."""


@value(frozen=True, slots=True)
class Mention:
    """Tokens `first` up to `end` name something.

    `parties` are names within it (Franco-Soviet), `home` is the state of a known person.
    """

    first: int
    end: int
    name: str
    kind: NameKind
    form: Form = Form.NAME
    role: str | None = None
    parties: tuple[str, ...] = ()
    home: str | None = None

    @property
    def acts(self) -> bool:
        """Whether it can do something."""
        return self.kind in ACTORS

    def span(self, tokens: Sequence[Token]) -> Span:
        """Where it stands in the text."""
        return Span(tokens[self.first].start, tokens[self.end - 1].end)

    def as_name(self, tokens: Sequence[Token]) -> Name:
        """The fact."""
        return Name(self.span(tokens), self.kind, self.name, self.role)


def words_of(tokens: Sequence[Token], first: int, end: int) -> str:
    """The tokens as they are written, with one space where there was any."""
    return "".join(
        token.text if token.glued or place == 0 else " " + token.text
        for place, token in enumerate(tokens[first:end])
    )
