"""A card a line: colons, dashes, equal signs, pairs of languages, tables and files of columns."""

from collections.abc import Callable, Iterable

from tests.sources.made.facts import Fact
from tests.sources.made.sheet import Block, Given, Sheet, layout


@layout("colon lines", "CL", "terms", "loose")
def colon(given: Given) -> Sheet:
    gap = [""] if given.dice.random() < 0.4 else []
    head = given.one(
        "All terms in this list:", f"{given.title}: key terms", "Vocabulary", given.title
    )
    facts = tuple(fact for fact in given.facts if ":" not in fact.front)
    return Sheet((head, ""), _lines(facts, lambda fact: [f"{fact.front}: {fact.back}", *gap]))


@layout("dash lines", "CL", "terms")
def dash(given: Given) -> Sheet:
    sign = given.one(" - ", " – ", " — ", " -- ")
    head = given.one(given.title, "Key terms", f"# {given.title}")
    return Sheet((head, ""), _lines(given.facts, lambda fact: [fact.front + sign + fact.back]))


@layout("bullets with dashes", "CL", "terms")
def dash_bullets(given: Given) -> Sheet:
    bullet = given.one("- ", "• ", "  • ", "* ", "· ")
    sign = given.one(" – ", " — ", ": ", " = ") if bullet == "- " else given.one(" - ", " – ", ": ")
    facts = tuple(fact for fact in given.facts if ":" not in fact.front)
    return Sheet(
        (given.title, ""), _lines(facts, lambda fact: [bullet + fact.front + sign + fact.back])
    )


@layout("equals", "CL", "terms")
def equals(given: Given) -> Sheet:
    sign = given.one(" = ", " => ", " → ", " -> ")
    bullet = given.one("", "· ", "- ")
    head = (f"{given.title} cheat sheet", "", "Key terms you must know", "")
    return Sheet(head, _lines(given.facts, lambda fact: [bullet + fact.front + sign + fact.back]))


@layout("words with dashes", "CL", "words")
def words(given: Given) -> Sheet:
    bullet, sign = given.one("", "- ", "1"), given.one(" - ", " – ", " = ", ": ", ", ")
    numbers = given.numbers

    def line(place: int, fact: Fact) -> str:
        mark = f"{numbers[place]}. " if bullet == "1" else bullet
        return mark + fact.front + sign + fact.back

    made = tuple(
        Block((line(place, fact),), (fact.gold,)) for place, fact in enumerate(given.facts)
    )
    return Sheet((given.title, ""), made)


@layout("words in turn", "A", "words")
def words_in_turn(given: Given) -> Sheet:
    return Sheet(
        (f"{given.title} Flashcards", f"({given.declared} cards)"),
        _lines(given.facts, lambda fact: [fact.front, fact.back]),
    )


@layout("words run together", "WW", "words", "unsure bound")
def words_run_together(given: Given) -> Sheet:
    text = ", ".join(f"{fact.front} {fact.back}" for fact in given.facts)
    gold = tuple(fact.gold for fact in given.facts)
    return Sheet((given.title, ""), (Block((text + ".",), gold),))


@layout("tab lines", "TS", "flat", "bound")
def tabs(given: Given) -> Sheet:
    head = given.one("", "Front\tBack", "Term\tDefinition", given.title)
    return Sheet(
        (head,) if head else (), _lines(given.facts, lambda fact: [f"{fact.front}\t{fact.back}"])
    )


@layout("anki text", "TS", "mixed", "bound")
def anki(given: Given) -> Sheet:
    head = ("#separator:tab", "#html:true", "#tags column:3")
    made = _lines(
        given.facts, lambda fact: [f"{fact.front}\t{'<br>'.join(fact.points)}\texam unit-2"]
    )
    return Sheet(head, made)


@layout("comma file", "TS", "flat", "bound")
def commas(given: Given) -> Sheet:
    head = given.one("front,back", "Question,Answer", "term,definition")
    return Sheet(
        (head,),
        _lines(given.facts, lambda fact: [f"{_quoted(fact.front, ',')},{_quoted(fact.back, ',')}"]),
    )


@layout("comma file without names", "TS", "flat", "bound")
def bare_commas(given: Given) -> Sheet:
    def line(fact: Fact) -> list[str]:
        return ['"{}","{}"'.format(*(side.replace('"', '""') for side in (fact.front, fact.back)))]

    return Sheet((), _lines(given.facts, line))


@layout("semicolon file", "TS", "flat", "bound")
def semicolons(given: Given) -> Sheet:
    head = given.one("Frage;Antwort", "front;back", "question;answer;")
    end = ";" if head.endswith(";") else ""
    made = _lines(
        given.facts,
        lambda fact: [f"{_quoted(fact.front, ';')};{_quoted(fact.back, ';')}{end}"],
    )
    return Sheet((head,), made)


def _quoted(text: str, sign: str) -> str:
    needed = sign in text or '"' in text
    return '"' + text.replace('"', '""') + '"' if needed else text


@layout("bars", "TB", "flat", "bound")
def bars(given: Given) -> Sheet:
    return Sheet((), _lines(given.facts, lambda fact: [f"{fact.front} | {fact.back}"]))


@layout("markdown table", "TB", "mixed", "bound")
def table(given: Given) -> Sheet:
    names = given.one("| Question | Answer |", "| Term | Meaning |", "| Front | Back |")
    rule = given.one("|---|---|", "| --- | --- |", "|:---|---:|", "|----------|:------:|")
    made = _lines(given.facts, lambda fact: [f"| {fact.front} | {'<br>'.join(fact.points)} |"])
    return Sheet((f"# {given.title}", "", names, rule), made, ("",))


@layout("table, a cell a line", "TF", "flat")
def flattened(given: Given) -> Sheet:
    names = given.one("Term\nDefinition", "Question\nAnswer", "Word\nMeaning")
    gap = [""] if given.dice.random() < 0.3 else []
    made = _lines(given.facts, lambda fact: [fact.front, *gap, fact.back, *gap])
    return Sheet((given.title, "", *names.split("\n"), *gap), made)


def _lines(facts: tuple[Fact, ...], lines_of: Callable[[Fact], Iterable[str]]) -> tuple[Block, ...]:
    return tuple(Block(tuple(lines_of(fact)), (fact.gold,)) for fact in facts)
