"""Pages whose lines say which side they are: front and back, question and answer, `Q:` and `A:`."""

from tests.sources.made.facts import Fact
from tests.sources.made.sheet import Given, Sheet, blocks, layout, listed


@layout("front n, back n", "FB", marks="wraps loose")
def front_n(given: Given) -> Sheet:
    head = given.some(
        [
            "Print Options", "", f"{given.declared} notecards = 3 pages (4 cards per page)", "",
            "Viewing:", "",
        ]
    )  # fmt: skip
    made = blocks(
        given,
        lambda n, fact: [f"front {n}", "", fact.front, "", f"back {n}", "", *listed(fact), ""],
    )
    return Sheet((*head, given.title, ""), made)


@layout("front and back", "FB", marks="wraps")
def front_back(given: Given) -> Sheet:
    made = blocks(
        given,
        lambda n, fact: [
            f"  • {n}", "    Front", "", f"    {fact.front}", "", "    Back", "",
            *(f"    {line}" for line in listed(fact)), "",
        ],
    )  # fmt: skip
    return Sheet((f"Public{given.declared} cardsby @a_student", "", given.title, ""), made)


@layout("cards with a kind", "FB", marks="wraps loose")
def card_kind(given: Given) -> Sheet:
    kinds = ("concept", "definition", "fact", "formula")
    made = blocks(
        given,
        lambda n, fact: [
            f"Card {n}{given.one(*kinds)}", "Question", "", fact.front, "", "Answer", "",
            *listed(fact), "",
        ],
    )  # fmt: skip
    head = given.some(["Back to all topics", "Practice Flashcards", "Flip cards to reveal answers"])
    return Sheet((f"{given.title}{given.declared} flashcards", *head, ""), made)


@layout("tap to flip", "FB", marks="wraps")
def tap(given: Given) -> Sheet:
    tap = given.one("tap to flip", "Click to flip", "Tap to reveal", "tap to flip")
    made = blocks(
        given, lambda _, fact: ["Question", fact.front, tap, "Answer", *listed(fact), tap]
    )
    return Sheet(("← Home", f"{given.title} Flashcards", "Free Study Cards"), made)


@layout("q and a lines", "QA", marks="wraps loose")
def q_lines(given: Given) -> Sheet:
    ask, answer = given.dice.choice(
        [
            ("Q: ", "A: "), ("Q. ", "A. "), ("Question: ", "Answer: "), ("Q) ", "A) "),
            ("**Q:** ", "**A:** "), ("Q - ", "A - "), ("Frage: ", "Antwort: "), ("q:", "a:"),
        ]
    )  # fmt: skip

    def block(_: int, fact: Fact) -> list[str]:
        if len(fact.points) == 1:
            return [ask + fact.front, answer + fact.back, *gap]
        return [ask + fact.front, answer.rstrip(), *listed(fact, sign), *gap]

    gap = [""] if given.dice.random() < 0.6 else []
    sign = given.one("- ", "• ", "n. ", "  - ")
    return Sheet(tuple(given.some([given.title, ""])), blocks(given, block))


@layout("numbered q and a", "QA", marks="wraps")
def q_numbered(given: Given) -> Sheet:
    form = given.one("Q{}: ", "Q{}. ", "Question {}: ", "Q{}) ")
    reply = form.replace("Q{}", "A{}").replace("Question {}", "Answer {}")
    if given.dice.random() < 0.5:
        reply = reply.replace("{}", "").replace(" :", ":")
    made = blocks(
        given,
        lambda n, fact: [form.format(n) + fact.front, reply.format(n) + listed(fact)[0],
                         *listed(fact)[1:], ""],
    )  # fmt: skip
    return Sheet((given.title, ""), made)


@layout("numbered questions", "QA", marks="wraps")
def numbered(given: Given) -> Sheet:
    sign = given.one("{}. ", "{}) ", "{}.")
    far, gap = given.dice.choice(((3, 0), (0, 1), (4, 1)))

    def block(number: int, fact: Fact) -> list[str]:
        back = [" " * far + line for line in listed(fact)]
        return [sign.format(number) + fact.front, *back, *([""] * gap)]

    return Sheet((given.title, ""), blocks(given, block))


@layout("hashcards", "QA", marks="wraps")
def hashcards(given: Given) -> Sheet:
    made = blocks(given, lambda _, fact: [f"Q: {fact.front}", f"A: {_joined(fact)}", ""])
    head = ("---", f'name = "{given.title}"', "---", "") if given.dice.random() < 0.5 else ()
    return Sheet(head, made)


def _joined(fact: Fact) -> str:
    return "\n".join(listed(fact))
