"""Knowt and Gizmo: tool bars, cards behind numbers or bullets, and a button at each."""

from tests.sources.made.facts import Fact
from tests.sources.made.sheet import Block, Given, Gold, Sheet, blocks, layout, listed


@layout("knowt table head", "AK", marks="wraps")
def compact(given: Given) -> Sheet:
    about = given.one("Looks like no tags are added yet.", f"Cards for the test on {given.title}.")
    head = (
        f"1/{given.declared - 1}",
        about,
        "Name | Mastery | Learn | Test | Matching | Spaced |",
        "---|---|---|---|---|---|" if given.dice.random() < 0.3 else "---|",
        "No study sessions yet.",
    )
    sign = given.one("- ", "-", "• ", "n. ", "")
    return Sheet(head, blocks(given, lambda _, fact: [fact.front, *listed(fact, sign)]))


@layout("knowt cards", "KN", marks="wraps loose")
def cards(given: Given) -> Sheet:
    head = [
        given.title,
        "",
        *given.some(
            [
                "0.0(0)", "Rate it", "4.5(2)", "studied byStudied by 12 people", "Call Kai",
                "learnLearn", "examPractice Test", "spaced repetitionSpaced Repetition",
                "heart puzzleMatch", "flashcardsFlashcards", "GameKnowt Play", "Card Sorting", "",
                "Get a hint", "Hint", "Tags & Description", "Description and Tags", "",
            ],
            6,
        ),
        f"1/{given.declared - 1}",
        *given.some(["encourage image", "", "There's no tags or description", "Earn XP"]),
        "Looks like no tags are added yet.",
        "",
        "Study Analytics", "Name", "Mastery", "Learn", "Test", "Matching", "Spaced",
        *given.some(["Call with Kai"]), "",
        "No study sessions yet.",
        "",
        f"{given.declared} Terms",
        "",
    ]  # fmt: skip
    sign = given.one("- ", "• ", "n. ", "")

    def block(number: int, fact: Fact) -> list[str]:
        spaced = [line for point in listed(fact, sign) for line in (point, "")]
        back = spaced if given.dice.random() < 0.6 else [*listed(fact, sign), ""]
        return [str(number), "New cards", "", fact.front, "", *back]

    foot = given.some(["Explore top notes", "Note\nStudied by 31 people\n4.0(1)"])
    return Sheet(tuple(head), blocks(given, block), tuple(foot))


def _gizmo_head(given: Given) -> tuple[str, ...]:
    return (given.title, "", f"Cards ({given.declared})", "")


@layout("gizmo", "GZ", marks="wraps")
def gizmo(given: Given) -> Sheet:
    def block(_: int, fact: Fact) -> list[str]:
        gap = [""] if given.dice.random() < 0.5 else []
        if len(fact.points) == 1:
            return [f"  • {fact.front}", *gap, f"    {fact.back}"]
        return [f"  • {fact.front}", *gap, *(f"    • {point}" for point in fact.points)]

    return Sheet(_gizmo_head(given), blocks(given, block))


@layout("gizmo mixed", "GZ")
def mixed(given: Given) -> Sheet:
    def block(fact: Fact) -> Block:
        chance = given.dice.random()
        if len(fact.points) > 1:
            lines = [f"  • {fact.front}", *(f"    • {point}" for point in fact.points)]
        elif fact.is_term and chance < 0.4:
            lines = [f"  • {fact.front} - {fact.back}"]
        elif chance < 0.5 and len(fact.back) > 35:
            return Block((f"  • {fact.back}",), (statement(fact.back),))
        else:
            gap = [""] if given.dice.random() < 0.3 else []
            lines = [f"  • {fact.front}", *gap, f"    {fact.back}"]
        return Block(tuple(lines), (fact.gold,))

    return Sheet(_gizmo_head(given), tuple(block(fact) for fact in given.facts))


@layout("gizmo with sources", "GV", "flat")
def with_sources(given: Given) -> Sheet:
    head = [
        *given.some(["Save", given.title, "Save", "Share", "Learn", "Content", "Leaderboard"], 3),
        *given.some(["Learn", "Created by\nA. Student", "Visit profile", "Subdecks (0)"], 4),
        f"Cards ({given.declared})",
    ]
    made = blocks(
        given, lambda _, fact: [fact.front, *_emphasised(given, fact.back), "View source"]
    )
    return Sheet(tuple(head), made)


def _emphasised(given: Given, text: str) -> list[str]:
    """A word inside a sentence on a line of its own, as bold type comes out."""
    words = text.split(" ")
    if len(words) < 7 or given.dice.random() < 0.6:
        return [text]
    at = given.dice.randrange(2, len(words) - 2)
    return [" ".join(words[:at]), words[at], " ".join(words[at + 1 :])]


def statement(text: str) -> Gold:
    """A card that is nothing but a statement."""
    return {"front": None, "back": text, "points": []}
