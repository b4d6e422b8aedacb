"""Pages that no single site is known for: handouts, worksheets, copies out of a PDF."""

from tests.sources.made.facts import Fact
from tests.sources.made.sheet import Block, Given, Sheet, blocks, layout, listed


@layout("handout with page numbers", "QA", marks="wraps")
def handout(given: Given) -> Sheet:
    """Numbered questions; every few lines the page ends."""

    def block(number: int, fact: Fact) -> list[str]:
        lines = [f"{number}. {fact.front}", *(f"   {line}" for line in listed(fact, "(n) "))]
        if number % 3 == 0:
            lines += ["", form.format(number // 3), running, ""]
        return lines

    form = given.one("- {} -", "Page {}", "{} / 9", "[{}]")
    running = given.one(f"{given.title}    Revision handout", "Department of Studies, week 4")
    return Sheet((running, "", given.title, ""), blocks(given, block))


@layout("sections over pairs", "HN", marks="wraps")
def sections(given: Given) -> Sheet:
    """`## Part` over `### front` and its body."""

    def block(number: int, fact: Fact) -> list[str]:
        part = [f"## Part {number // 4 + 1}", ""] if number % 4 == 1 else []
        return [*part, f"### {fact.front}", *listed(fact), ""]

    return Sheet((f"# {given.title}", ""), blocks(given, block))


@layout("sections over q and a", "QA", marks="wraps")
def q_sections(given: Given) -> Sheet:
    def block(number: int, fact: Fact) -> list[str]:
        part = [f"Unit {number // 4 + 1}", ""] if number % 4 == 1 else []
        return [*part, f"Q: {fact.front}", f"A: {listed(fact)[0]}", *listed(fact)[1:], ""]

    return Sheet((given.title, ""), blocks(given, block))


@layout("q and a on one line", "QA", "flat")
def q_inline(given: Given) -> Sheet:
    ask, reply = given.dice.choice((("Q: ", " A: "), ("Q. ", " A. "), ("Question: ", " Answer: ")))
    made = blocks(given, lambda _, fact: [f"{ask}{fact.front}{reply}{fact.back}"])
    return Sheet((given.title, ""), made)


@layout("two columns by spaces", "TS", "words", "bound")
def spaces(given: Given) -> Sheet:
    width = max(len(fact.front) for fact in given.facts) + given.dice.choice((3, 6))
    made = blocks(given, lambda _, fact: [f"{fact.front:<{width}}{fact.back}"])
    return Sheet((given.title, ""), made)


@layout("table with numbers", "TB", "flat", "bound")
def numbered_table(given: Given) -> Sheet:
    head = (given.title, "", "| # | Question | Answer |", "|---|---|---|")
    made = blocks(given, lambda n, fact: [f"| {n} | {fact.front} | {fact.back} |"])
    return Sheet(head, made)


@layout("table with notes", "TB", "terms", "bound")
def noted_table(given: Given) -> Sheet:
    head = ("| Term | Definition | Notes |", "|---|---|---|")
    words = ("see ch. 2", "", "exam!", "ask in class")
    made = blocks(given, lambda _, fact: [f"| {fact.front} | {fact.back} | {given.one(*words)} |"])
    return Sheet(head, made)


@layout("tab lines, three columns", "TS", "terms", "bound")
def three_columns(given: Given) -> Sheet:
    made = blocks(given, lambda _, fact: [f"{fact.front}\t{fact.back}\tunit-{given.one('1', '2')}"])
    return Sheet(("Front\tBack\tTags",), made)


@layout("exam questions with marks", "QA", marks="wraps")
def marks(given: Given) -> Sheet:
    """`1. … [4 marks]`, then `Answer:` and what is wanted."""

    def block(number: int, fact: Fact) -> Block:
        worth = f" [{len(fact.points)} mark{'s' * (len(fact.points) > 1)}]"
        lines = [f"{number}. {fact.front}{worth}", "Answer:", *listed(fact), ""]
        gold = fact.gold | {"accept": [fact.gold | {"front": fact.front + worth}]}
        return Block(tuple(lines), (gold,))

    made = tuple(block(number, fact) for number, fact in given.numbered)
    return Sheet((given.title, ""), made)


@layout("quoted answers", "HN", marks="wraps")
def quoted(given: Given) -> Sheet:
    made = blocks(
        given, lambda _, fact: [fact.front, "", *(f"> {line}" for line in listed(fact)), ""]
    )
    return Sheet((f"# {given.title}", ""), made)


@layout("bold questions", "HN", marks="wraps")
def bold(given: Given) -> Sheet:
    gap = [""] if given.dice.random() < 0.5 else []
    made = blocks(given, lambda _, fact: [f"**{fact.front}**", *gap, *listed(fact), ""])
    return Sheet((f"# {given.title}", ""), made)


@layout("bullets with bold terms", "HN", "terms", "wraps")
def bold_bullets(given: Given) -> Sheet:
    made = blocks(given, lambda _, fact: [f"- **{fact.front}**", f"  {fact.back}"])
    return Sheet((f"## {given.title}", ""), made)


@layout("questions with answers beside them", "CL", "flat")
def beside(given: Given) -> Sheet:
    sign = given.one(" - ", " → ", " = ", ": ")
    asking = [fact for fact in given.facts if fact.front.endswith("?")]
    facts = asking if len(asking) > 2 else given.facts
    number = given.dice.random() < 0.5
    made = tuple(
        Block((f"{f'{n}. ' if number else ''}{fact.front}{sign}{fact.back}",), (fact.gold,))
        for n, fact in enumerate(facts, 1)
    )
    return Sheet((given.title, ""), made)


@layout("both directions", "A", "terms")
def both(given: Given) -> Sheet:
    """Each pair twice, once from either side."""
    made = []
    for fact in given.facts:
        back = fact.flipped
        made.append(Block((fact.front, fact.back), (fact.gold,)))
        made.append(Block((back.front, back.back), (back.gold,)))
    return Sheet((f"{given.title} Flashcards", f"({2 * len(given.facts)} cards)"), tuple(made))


@layout("pairs between blank lines", "A", "mixed", "wraps")
def between_blanks(given: Given) -> Sheet:
    sign = given.one("- ", "", "• ")
    made = blocks(given, lambda _, fact: [fact.front, *listed(fact, sign), ""])
    return Sheet((given.title, ""), made)


@layout("dots between", "CL", "words")
def dots(given: Given) -> Sheet:
    made = blocks(
        given, lambda _, fact: [f"{fact.front} {'.' * given.dice.randint(4, 9)} {fact.back}"]
    )
    return Sheet((given.title, ""), made)


@layout("numbered words", "A", "words")
def numbered_words(given: Given) -> Sheet:
    """A number before each word, its meaning on the next line."""
    made = blocks(given, lambda n, fact: [f"{n}. {fact.front}", fact.back])
    return Sheet((given.title, f"({given.declared} terms)"), made)


@layout("cards with rules between", "HN", marks="wraps")
def rules(given: Given) -> Sheet:
    rule = given.one("---", "***", "=====", "* * *")
    made = blocks(given, lambda _, fact: [fact.front, "", *listed(fact), "", rule, ""])
    return Sheet((), made)
