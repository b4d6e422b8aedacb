"""What people and programs write that no site has: chat answers, outliners, worksheets."""

from tests.sources.made.contents import CHOICES
from tests.sources.made.facts import Fact
from tests.sources.made.sheet import Block, Given, Gold, Sheet, blocks, layout, listed


@layout("chat answer", "QA", marks="wraps")
def chat(given: Given) -> Sheet:
    name = given.one("Flashcard", "Card")
    ask, reply = given.dice.choice((("Front", "Back"), ("Q", "A"), ("Question", "Answer")))
    made = blocks(
        given,
        lambda n, fact: [
            f"**{name} {n}**", f"**{ask}:** {fact.front}", f"**{reply}:** {listed(fact)[0]}",
            *listed(fact)[1:], "",
        ],
    )  # fmt: skip
    head = f"Sure! Here are {len(given.facts)} flashcards about {given.title}:"
    end = given.some(["Let me know if you would like more!"])
    return Sheet((head, ""), made, tuple(end))


@layout("chat answer, numbered", "QA", marks="wraps")
def chat_numbered(given: Given) -> Sheet:
    made = blocks(
        given,
        lambda n, fact: [f"{n}. **Q:** {fact.front}", f"   **A:** {fact.line}", ""],
    )
    flat = tuple(
        Block(block.lines, (fact.flat.gold,)) for block, fact in zip(made, given.facts, strict=True)
    )
    return Sheet((f"Here are some flashcards on {given.title}:", ""), flat)


@layout("outliner", "HN", "mixed")
def outliner(given: Given) -> Sheet:
    tag = given.one(" #card", "", " #flashcard")
    made = blocks(
        given, lambda _, fact: [f"- {fact.front}{tag}", *(f"\t- {point}" for point in fact.points)]
    )
    return Sheet((), made)


@layout("toggles", "HN", "mixed", "wraps")
def toggles(given: Given) -> Sheet:
    sign = given.one("▶ ", "▸ ", "► ")
    return Sheet((), blocks(given, lambda _, fact: [sign + fact.front, *listed(fact)]))


@layout("folded html", "HN", "flat")
def folded(given: Given) -> Sheet:
    made = blocks(
        given,
        lambda _, fact: [
            f"<details><summary>{fact.front}</summary>", fact.back, "</details>",
        ],
    )  # fmt: skip
    return Sheet((f"# {given.title}", ""), made)


@layout("que and ans", "QA", marks="wraps")
def que(given: Given) -> Sheet:
    ask, reply = given.dice.choice(
        [("Que.{} ", "Ans. "), ("Q{}) ", "Ans) "), ("Ques {}: ", "Sol: "), ("Q.{} ", "Ans: ")]
    )
    made = blocks(
        given,
        lambda n, fact: [ask.format(n) + fact.front, reply + listed(fact)[0], *listed(fact)[1:]],
    )
    return Sheet((given.title, ""), made)


@layout("signs without spaces", "CL", "terms")
def tight(given: Given) -> Sheet:
    sign = given.one(":", "- ", " -", "=")
    facts = tuple(fact for fact in given.facts if sign.strip() not in fact.front)
    made = tuple(Block((fact.front + sign + fact.back,), (fact.gold,)) for fact in facts)
    return Sheet((given.title, ""), made)


@layout("answers below", "QA", "flat", "whole")
def below(given: Given) -> Sheet:
    """Numbered questions first, their answers under a heading."""
    form = given.one("{}. ", "{}) ")
    made = tuple(
        Block((form.format(n) + fact.front,), (fact.gold,)) for n, fact in enumerate(given.facts, 1)
    )
    answers = [form.format(n) + fact.back for n, fact in enumerate(given.facts, 1)]
    heading = given.one("Answers", "Answer key:", "ANSWERS", "Solutions")
    return Sheet((given.title, ""), made, ("", heading, *answers))


@layout("slides", "HN", "own", "wraps")
def slides(given: Given) -> Sheet:
    facts = [fact for fact in given.facts if len(fact.points) > 1] or [
        Fact("Respiration", ("glycolysis", "Krebs cycle")),
        Fact("Photosynthesis", ("light reactions", "dark reactions")),
        Fact("Fermentation", ("lactic acid", "alcohol")),
    ]
    sign = given.one("• ", "- ")
    made = tuple(
        Block((f"Slide {n}", fact.front, *(sign + one for one in fact.points)), (fact.gold,))
        for n, fact in enumerate(facts, 1)
    )
    return Sheet((), made)


@layout("signs of joy", "QA", "flat")
def emoji(given: Given) -> Sheet:
    ask, reply = given.dice.choice([("❓ ", "✅ "), ("🔹 ", "👉 "), ("Q👉 ", "A👉 ")])
    made = blocks(given, lambda _, fact: [ask + fact.front, reply + fact.back, ""])
    return Sheet((), made)


@layout("choice, options on one line", "MC", "own")
def one_line(given: Given) -> Sheet:
    made = []
    for n, choice in enumerate(given.dice.sample(CHOICES, 5), 1):
        options = list(choice.options)
        given.dice.shuffle(options)
        row = " ".join(f"{'abcd'[at]}) {one}" for at, one in enumerate(options))
        key = "abcd"[options.index(choice.options[0])]
        made.append(
            Block(
                (f"{n}. {choice.stem} {row}", f"Answer: {key}"),
                (_gold(choice.stem, choice.options[0]),),
            )
        )
    return Sheet(("Quick quiz", ""), tuple(made))


@layout("choice, question n", "MC", "own")
def question_n(given: Given) -> Sheet:
    made = []
    for n, choice in enumerate(given.dice.sample(CHOICES, 5), 1):
        options = list(choice.options)
        given.dice.shuffle(options)
        rows = [f"{'ABCD'[at]}. {one}" for at, one in enumerate(options)]
        key = "ABCD"[options.index(choice.options[0])]
        lines = (f"Question {n}", choice.stem, *rows, f"Correct answer: {key}", "")
        made.append(Block(lines, (_gold(choice.stem, choice.options[0]),)))
    return Sheet((), tuple(made))


@layout("cases", "HN", "own", "unsure")
def cases(given: Given) -> Sheet:
    """A heading with lines that begin with the same words under every heading."""
    known = (
        ("Ash v Elm [1931]", "a gate left open", "the owner must shut it"),
        ("Reed v Marsh [1954]", "a promise by post", "it binds when it is sent"),
        ("Hill v Dale Council [1988]", "a wall that fell", "no duty to passers-by at night"),
    )
    made = []
    for name, facts, held in known:
        points = [f"Facts: {facts}", f"Held: {held}"]
        gold: Gold = {"front": name, "back": "\n".join(points), "points": points}
        made.append(Block((name, *points, ""), (gold,)))
    return Sheet((), tuple(made))


def _gold(front: str, back: str) -> Gold:
    return {"front": front, "back": back, "points": []}
