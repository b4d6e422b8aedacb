"""A page whose answers are marked as the test says, by a marker planted in the program."""

STRESA = """Stresa

What came of the meeting at Stresa?
- Britain, France and Italy met in April 1935
- They would defend the treaties of Locarno
- Austria was to stay independent
- Mussolini left it in May 1936
- It was called the Stresa Front

Where is Stresa?
- On Lake Maggiore

Who came for Britain?
- MacDonald and Simon
"""

ANSWER = (
    "Britain and France sat down with Italy and promised to hold on to Locarno. "
    "It fell apart when Mussolini went his own way in 1935. It was some sort of a front."
)
ONE_UNSURE = "somewhere in the north"

_SAYS = {
    "Britain, France": ("covered", "Britain and France sat down with Italy", "", ""),
    "They would": ("covered", "promised to hold on to Locarno", "", ""),
    "Mussolini": ("conflict", "Mussolini went his own way in 1935", "1935", "May 1936"),
    "It was called": ("unsure", "some sort of a front", "", ""),
    "On Lake": ("unsure", "in the north", "", ""),
}
_REASONS = {
    "covered": "Your words say the same.",
    "missing": "Nothing in your answer speaks of it.",
    "conflict": "You name another year than the card.",
    "unsure": "Some of the words are alike.",
}

PLANTED = f"""
import sys, types
SAYS, REASONS = {_SAYS!r}, {_REASONS!r}
class Planted:
    def mark(self, question, answer, strictness):
        return tuple(self.one(point, answer) for point in question.points)
    def one(self, point, answer):
        from learnt.facts import Span
        from learnt.journal import VerdictKind
        from learnt.marking import Verdict
        for start, (kind, words, said, wanted) in SAYS.items():
            at = answer.find(words)
            if point.text.startswith(start) and at >= 0:
                span = (Span(at, at + len(words)),)
                found = VerdictKind(kind), 0.5, span, REASONS[kind], said or None, wanted or None
                return Verdict(point.id, *found)
        return Verdict(point.id, VerdictKind.MISSING, 0.0, (), REASONS["missing"])
sys.modules["learnt.weights.marking"] = types.SimpleNamespace(marker=Planted)
"""
"""Python for `Program(before=…)`."""

REPEATING = """
import sys, types
class Repeating:
    def mark(self, question, answer, strictness):
        from learnt.facts import Span
        from learnt.journal import VerdictKind
        from learnt.marking import Verdict
        spans = (Span(0, len(answer)), Span(1, 5))
        found = VerdictKind.CONFLICT, 0.5, spans, answer, answer
        return tuple(Verdict(point.id, *found, point.text) for point in question.points)
sys.modules["learnt.weights.marking"] = types.SimpleNamespace(marker=Repeating)
"""
"""The same, with a marker that finds every point in conflict, and says all that it was given."""
