"""Questions with options in six shapes, gaps to fill in, and statements without questions."""

from collections.abc import Iterable

from tests.sources.made.contents import BLANKS, CHOICES, STATEMENTS
from tests.sources.made.facts import Choice
from tests.sources.made.knowt_gizmo import statement
from tests.sources.made.sheet import Block, Given, Gold, Sheet, layout

Shuffled = tuple[Choice, list[str], int]  # the options as they stand, and where the right one is


def _chosen(given: Given) -> list[Shuffled]:
    """Questions for a page, each with its options in another order."""
    made: list[Shuffled] = []
    count = given.dice.randint(3, len(CHOICES))
    for choice in given.dice.sample(CHOICES, count):
        options = list(choice.options)
        given.dice.shuffle(options)
        made.append((choice, options, options.index(choice.options[0])))
    return made


def _gold(choice: Choice) -> Gold:
    return {"front": choice.stem, "back": choice.options[0], "points": []}


def _why(given: Given, choice: Choice) -> list[str]:
    return [given.one("Explanation: ", "Why: ", "Rationale: ") + choice.why]


def _options(form: str, options: list[str]) -> list[str]:
    letters = "abcd" if "a" in form else "ABCD"
    return [
        form.replace("a", letters[n]).replace("A", letters[n]) + one
        for n, one in enumerate(options)
    ]


def _page(given: Given, cards: Iterable[tuple[list[str], Choice]], foot: list[str]) -> Sheet:
    made = tuple(Block(tuple(lines), (_gold(choice),)) for lines, choice in cards)
    return Sheet(
        (given.one("Practice quiz", "Mock test 2", "Revision questions"), ""), made, tuple(foot)
    )


@layout("choice, key line by letter", "MC", "own")
def by_letter(given: Given) -> Sheet:
    form, key = (
        given.one("a) ", "A) ", "A. ", "(a) "),
        given.one("Answer: ", "Ans: ", "Correct answer: "),
    )
    explained = given.dice.random() < 0.4
    cards = []
    for n, (choice, options, right) in enumerate(_chosen(given), 1):
        letter = ("abcd" if "a" in form else "ABCD")[right]
        why = _why(given, choice) if explained else []
        cards.append(
            ([f"{n}. {choice.stem}", *_options(form, options), key + letter, *why, ""], choice)
        )
    return _page(given, cards, [])


@layout("choice, key line in words", "MC", "own")
def in_words(given: Given) -> Sheet:
    form, key = given.one("a) ", "A) ", "A. ", ""), given.one("Answer: ", "Correct Answer: ")
    cards = []
    for n, (choice, options, right) in enumerate(_chosen(given), 1):
        answer = _options(form, options)[right] if given.dice.random() < 0.5 else options[right]
        number = f"{n}. " if form else ""
        cards.append(([number + choice.stem, *_options(form, options), key + answer, ""], choice))
    return _page(given, cards, [])


@layout("choice, key at the end", "MC", "own", "bound whole")
def key_at_end(given: Given) -> Sheet:
    form = given.one("a) ", "A) ", "A. ")
    cards, keys = [], []
    for n, (choice, options, right) in enumerate(_chosen(given), 1):
        cards.append(([f"{n}. {choice.stem}", *_options(form, options), ""], choice))
        keys.append(f"{n}. {('abcd' if 'a' in form else 'ABCD')[right]}")
    one_line = given.dice.random() < 0.4
    foot = [
        given.one("Answers", "Answer key", "Key:", "ANSWERS:"),
        *([", ".join(keys)] if one_line else keys),
    ]
    return _page(given, cards, foot)


@layout("choice, right one marked", "MC", "own")
def right_marked(given: Given) -> Sheet:
    form = given.one("a) ", "A) ", "- ", "A. ")
    before, after = given.dice.choice(
        (("*", ""), ("", " ✓"), ("", " *"), ("**", "**"), ("", " (correct)"))
    )
    cards = []
    for n, (choice, options, right) in enumerate(_chosen(given), 1):
        lines = _options(form, options) if form != "- " else [f"- {one}" for one in options]
        lines[right] = before + lines[right] + after
        if before and form == "- ":
            lines[right] = f"- {before}{options[right]}{after}"
        cards.append(([f"{n}. {choice.stem}", *lines, ""], choice))
    return _page(given, cards, [])


@layout("choice, boxes", "MC", "own")
def boxes(given: Given) -> Sheet:
    cards = []
    for choice, options, right in _chosen(given):
        ticked = [f"- [{'x' if n == right else ' '}] {one}" for n, one in enumerate(options)]
        cards.append(([choice.stem, *ticked, ""], choice))
    return _page(given, cards, [])


@layout("choice, no key", "QO", "own", "unsure")
def no_key(given: Given) -> Sheet:
    made = [
        Block((f"{n}. {choice.stem}", *_options("a) ", options), ""), ())
        for n, (choice, options, _) in enumerate(_chosen(given), 1)
    ]
    return Sheet(("Practice quiz", ""), tuple(made))


@layout("gaps in turn", "AK", "own")
def gaps(given: Given) -> Sheet:
    blank = given.one("____", "__", "_______", "...")
    facts = given.dice.sample(BLANKS.facts, given.dice.randint(4, len(BLANKS.facts)))
    made = []
    for fact in facts:
        front = fact.front.replace("______", "____").replace("____", blank)
        made.append(Block((front, fact.back), ({"front": front, "back": fact.back, "points": []},)))
    head = (f"{BLANKS.title} Flashcards", f"({len(facts)} cards)")
    return Sheet(head, tuple(made))


@layout("cloze", "CZ", "own", "loose")
def cloze(given: Given) -> Sheet:
    left, right = given.dice.choice((("{{c1::", "}}"), ("==", "=="), ("[", "]")))
    start = "C: " if left == "[" else given.one("", "- ")
    gap = [""] if given.dice.random() < 0.5 or left == "[" else []
    made = []
    for fact in given.dice.sample(BLANKS.facts, given.dice.randint(4, len(BLANKS.facts))):
        text = fact.front.replace("______", "____")
        whole = text.replace("____", fact.back)
        gold: Gold = statement(whole)
        shown = text.replace("____", "[...]")
        gold["accept"] = [
            {"front": text, "back": fact.back},
            {"front": shown, "back": fact.back},
            {"front": None, "back": text.replace("____", left + fact.back + right)},
        ]
        marked = text.replace("____", left + fact.back + right)
        made.append(Block((start + marked, *gap), (gold,)))
    return Sheet((), tuple(made))


@layout("gizmo statements", "GS", "own", "wraps")
def statements(given: Given) -> Sheet:
    title, texts = given.dice.choice(list(STATEMENTS.items()))
    made = []
    for text in texts:
        deeper = title.startswith("Why") and given.dice.random() < 0.15
        lines = (f"  • {text}", "    • with a rider of its own") if deeper else (f"  • {text}",)
        gold = statement(text + "\nwith a rider of its own" if deeper else text)
        made.append(Block(lines, (gold,)))
    whole = "\n".join(card["back"] for block in made for card in block.cards)
    points = whole.split("\n")
    other = {"front": title, "back": whole, "points": points}
    tidy = {"front": title.rstrip("?:"), "back": whole, "points": points}
    alternatives = ((other,), (tidy,))
    return Sheet((title, "", f"Cards ({len(texts)})", ""), tuple(made), (), alternatives)


@layout("statements in a box", "SO", "own", "unsure")
def lone_statements(given: Given) -> Sheet:
    title, texts = given.dice.choice(list(STATEMENTS.items()))
    head = (f"{title} Flashcards", "", f"Learn faster with {len(texts)} flashcards.", "")
    return Sheet(head, tuple(Block((text,), (statement(text),)) for text in texts))
