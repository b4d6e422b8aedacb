"""Notes and what programs write: headings, lists, definitions, Obsidian, org, Mochi."""

from tests.sources.made.contents import HEADINGS
from tests.sources.made.facts import Fact
from tests.sources.made.sheet import Block, Given, Sheet, blocks, layout, listed


@layout("headings and bullets", "HN", "own", "wraps")
def heading_bullets(given: Given) -> Sheet:
    level, sign = given.one("## ", "### ", "**"), given.one("- ", "* ", "• ")
    gap = [""] if given.dice.random() < 0.6 else []
    facts = given.dice.sample(HEADINGS.facts, given.dice.randint(3, len(HEADINGS.facts)))
    end = "**" if level == "**" else ""

    def block(fact: Fact) -> Block:
        lines = (level + fact.front + end, *gap, *(sign + point for point in fact.points), *gap)
        return Block(lines, (fact.gold,))

    return Sheet((f"# {HEADINGS.title}", ""), tuple(block(fact) for fact in facts))


@layout("bold bullets, nested", "HN", "own")
def nested(given: Given) -> Sheet:
    far = given.one("  ", "    ", "\t")
    bold = given.one("**", "")
    facts = given.dice.sample(HEADINGS.facts, given.dice.randint(3, len(HEADINGS.facts)))
    made = []
    for fact in facts:
        lines = (f"- {bold}{fact.front}{bold}", *(f"{far}- {point}" for point in fact.points))
        made.append(Block(lines, (fact.gold,)))
    return Sheet((f"# {HEADINGS.title}", ""), tuple(made))


@layout("bare heads and bullets", "HN", "own", "wraps")
def bare_heads(given: Given) -> Sheet:
    sign = given.one("- ", "* ", "• ", "-")
    facts = given.dice.sample(HEADINGS.facts, given.dice.randint(3, len(HEADINGS.facts)))
    made = [
        Block((fact.front, *(sign + point for point in fact.points), ""), (fact.gold,))
        for fact in facts
    ]
    return Sheet((HEADINGS.title, ""), tuple(made))


@layout("heading and body", "HN", marks="wraps")
def heading_body(given: Given) -> Sheet:
    level = given.one("# ", "## ", "### ")
    head = (f"# {given.title}", "") if level != "# " else ()
    return Sheet(head, blocks(given, lambda _, fact: [level + fact.front, "", *listed(fact), ""]))


@layout("mochi", "HN", marks="wraps")
def mochi(given: Given) -> Sheet:
    between = given.one("***", "===", "")
    parts = [between, ""] if between else ["", ""]
    made = blocks(given, lambda _, fact: [fact.front, "", "---", "", *listed(fact), "", *parts])
    return Sheet((), made)


@layout("org drill", "HN", marks="wraps")
def org_drill(given: Given) -> Sheet:
    made = blocks(
        given,
        lambda _, fact: [
            f"* {fact.front} :drill:",
            ":PROPERTIES:", f":ID: {given.dice.randrange(10**8)}", ":END:", *listed(fact), "",
        ],
    )  # fmt: skip
    return Sheet((f"#+TITLE: {given.title}", ""), made)


@layout("org headings", "HN", marks="wraps")
def org(given: Given) -> Sheet:
    star = given.one("* ", "** ")
    made = blocks(given, lambda _, fact: [star + fact.front, *listed(fact), ""])
    return Sheet((f"#+TITLE: {given.title}", ""), made)


@layout("org definitions", "DL", "terms")
def org_definitions(given: Given) -> Sheet:
    made = blocks(given, lambda _, fact: [f"- {fact.front} :: {fact.back}"])
    return Sheet((f"* {given.title}", ""), made)


@layout("definition list", "DL", "terms", "wraps")
def definitions(given: Given) -> Sheet:
    gap = [""] if given.dice.random() < 0.7 else []
    made = blocks(given, lambda _, fact: [fact.front, f":{given.one(' ', '   ')}{fact.back}", *gap])
    return Sheet((f"# {given.title}", ""), made)


@layout("obsidian ::", "OB", "flat", "loose")
def obsidian_line(given: Given) -> Sheet:
    sign, spaced = given.one("::", "::", ":::", ";;"), given.one("", " ")
    made = blocks(
        given,
        lambda _, fact: [f"{fact.front}{spaced}{sign}{spaced}{fact.back}", *_memory(given)],
    )
    return Sheet((f"#flashcards/{given.title.split()[0].lower().strip(':,')}", ""), made)


@layout("obsidian ?", "OB", "mixed", "wraps")
def obsidian_lines(given: Given) -> Sheet:
    sign = given.one("?", "??")
    made = blocks(given, lambda _, fact: [fact.front, sign, *listed(fact), *_memory(given), ""])
    return Sheet((f"# {given.title}", "#flashcards", ""), made)


def _memory(given: Given) -> list[str]:
    if given.dice.random() < 0.6:
        return []
    due = f"2026-0{given.dice.randint(1, 9)}-{given.dice.randint(10, 28)}"
    return [f"<!--SR:!{due},{given.dice.randint(1, 90)},250-->"]


@layout("bold term, dash", "DL", "terms", "loose")
def bold_dash(given: Given) -> Sheet:
    sign = given.one(" - ", " – ", " — ", ": ", ":** ")
    bullet = given.one("", "- ", "* ")
    gap = [""] if given.dice.random() < 0.4 and not bullet else []

    def line(fact: Fact) -> str:
        if sign == ":** ":
            return f"{bullet}**{fact.front}:** {fact.back}"
        return f"{bullet}**{fact.front}**{sign}{fact.back}"

    return Sheet((f"# {given.title}", ""), blocks(given, lambda _, fact: [line(fact), *gap]))


@layout("glossary in paragraphs", "HG", "terms", "wraps")
def glossary(given: Given) -> Sheet:
    made = blocks(given, lambda _, fact: [fact.front, fact.back, ""])
    return Sheet((f"{given.title}: glossary", ""), made)
