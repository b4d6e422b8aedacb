"""Cram, Quizlet, StudyStack, GoConqr, Flashcard Machine, GetRevising, JeopardyLabs and others."""

from tests.sources.made.facts import Fact
from tests.sources.made.sheet import Block, Given, Gold, Sheet, blocks, layout, listed


def _cram_head(given: Given) -> list[str]:
    return [
        *given.some(
            [
                "Study your flashcards anywhere!", "Download the official Cram app for free >", "",
                "  • Shuffle\n    Toggle On\n    Toggle Off",
                "  • Alphabetize\n    Toggle On\n    Toggle Off", "  • Front First", "  • Both Sides",
                "  • Read", "Reading...", "Front", "", "How to study your flashcards.",
                "Right/Left arrow keys: Navigate between flashcards.right arrow keyleft arrow key",
                "Up/Down arrow keys: Flip the card between the front and back.down keyup key",
                "H key: Show hint (3rd side).h key", "A key: Read text to speech.a key", "",
                "Card Range To Study\n\nthrough", "Play button", "Progress\n\n1/12",
            ],
            8,
        ),
        *given.some(["Click to flip"]),
        "",
        f"{given.declared} Cards in this Set",
        "",
        "  • Front",
        "  • Back",
        "",
    ]  # fmt: skip


@layout("cram", "CR", "flat")
def cram(given: Given) -> Sheet:
    def block(_: int, fact: Fact) -> list[str]:
        gap = [""] if given.dice.random() < 0.6 else []
        after = [""] if given.dice.random() < 0.8 else []
        return [fact.front, *gap, fact.back, *after]

    return Sheet(tuple(_cram_head(given)), blocks(given, block))


@layout("cram in one paragraph", "CB", "flat", "unsure bound")
def paragraph(given: Given) -> Sheet:
    text = " ".join(f"{fact.front} {fact.back}" for fact in given.facts)
    return Sheet(
        tuple(_cram_head(given)), (Block((text,), tuple(fact.gold for fact in given.facts)),)
    )


@layout("quizlet", "QZ", "flat")
def quizlet(given: Given) -> Sheet:
    head = [
        given.title,
        *given.some(
            [
                "", "5.0 (3 reviews)", "Flashcards", "Learn", "Test", "Match", "Q-Chat",
                "Get a hint", "Created by\na_student", "Share", "Students also viewed",
            ]
        ),
        f"Terms in this set ({given.declared})",
        *given.some(["Original", "Alphabetical", "Still learning (3)"]),
        "",
    ]  # fmt: skip
    spaced = given.dice.random() < 0.5
    gap = [""] if spaced else []
    made = blocks(given, lambda _, fact: [fact.front, *gap, fact.back, *gap])
    foot = given.some(
        ["Students also viewed", "Recommended textbook solutions", "Verified questions"]
    )
    return Sheet(tuple(head), made, tuple(foot))


@layout("studystack table", "ST", "flat", "bound")
def studystack(given: Given) -> Sheet:
    head = given.some(
        [
            "Didn't know it?", "click below", "Knew it?", "click below", "Don't Know",
            "Remaining cards (0)", "Know", "0:00", "Pass complete!",
            "  Normal Size     Small Size show me how",
        ],
        3,
    )  # fmt: skip
    made = blocks(given, lambda _, fact: [f"| {fact.front} | {fact.back} |"])
    return Sheet((*head, given.title, "| Question | Answer |", "|---|---|"), made)


@layout("studystack lines", "SI", "flat", "unsure")
def inline(given: Given) -> Sheet:
    made = blocks(given, lambda _, fact: [f"{fact.front} {fact.back}"])
    return Sheet(("Remaining cards (0)", "", given.title, ""), made)


@layout("goconqr", "GQ", "flat", "unsure")
def goconqr(given: Given) -> Sheet:
    made = blocks(given, lambda _, fact: [f"{fact.front} {fact.back}"])
    about = f"Flashcards on {given.title}, created by A Student on 12/05/2014."
    return Sheet((given.title, "", about, "Question Answer"), made, ("Show full summary",))


@layout("flashcard machine", "FM", marks="wraps")
def machine(given: Given) -> Sheet:
    head = [
        *given.some(["# Shared Flashcard Set", "", "## Details", ""]),
        *given.one("Title\n\n", "Title\n", "").split("\n")[:-1],
        given.title,
        *given.some(["Description\nNotes", f"Total Cards\n{given.declared}", "Subject\nOther"]),
        *given.some(["Level\n10th Grade", "Created\n02/16/2011", "## Cards", ""]),
        *given.some(["Click here to study/print these flashcards.", ""]),
    ]
    made = blocks(given, lambda _, fact: ["Term", f" {fact.front}", "Definition", *_indented(fact)])
    return Sheet(tuple(head), made)


def _indented(fact: Fact) -> list[str]:
    return [f" {line}" for line in listed(fact)]


@layout("flashcard machine, wide", "FW", "flat", "bound")
def wide(given: Given) -> Sheet:
    far = " " * given.dice.choice((6, 8, 10))

    def side(name: str, text: str) -> list[str]:
        return [f"{name} ", far, f"{far}| {text} |  ", f"{far}  | ", far, far]

    def block(_: int, fact: Fact) -> list[str]:
        both = [*side("Term", fact.front), *side("Definition", fact.back)]
        return [line if line[0] != "D" else far + line for line in both] + [f"{far} | ", far]

    return Sheet((), blocks(given, block))


@layout("getrevising", "GR", marks="wraps")
def getrevising(given: Given) -> Sheet:
    head = [
        given.title,
        "",
        *given.some(["HideShow resource information", "Fullscreen", "Print", "Tweet", "Email"]),
        f"  • Created by: {given.one('hannah', 'A student', 'jb1998')}",
        f"  • Created on: {given.dice.randint(10, 28)}-0{given.dice.randint(1, 9)}-15 11:20",
        "",
    ]
    total = given.declared

    def block(number: int, fact: Fact) -> list[str]:
        back = [f"{point} •" for point in fact.points] if len(fact.points) > 1 else [fact.back]
        return [fact.front, "", *back, "", f"{number} of {total}", ""]

    foot = given.some(
        ["Comments", "No comments have yet been made", f"Similar {given.title} resources:"]
    )
    return Sheet(tuple(head), blocks(given, block), tuple(foot))


@layout("getrevising test", "GT", "flat", "wraps")
def getrevising_test(given: Given) -> Sheet:
    head = (given.title, "", "  • Created by: A student", "  • Created on: 22-04-18 16:04")
    total = given.declared
    return Sheet(head, blocks(given, lambda n, fact: [fact.front, fact.back, f"{n} of {total}"]))


@layout("jeopardy", "JP", "terms", "loose")
def jeopardy(given: Given) -> Sheet:
    head = [
        *given.some(["Play This Game Live Now", "Menu", "Edit", "Print"]),
        given.title,
        *given.some(["Basics", "Harder ones", "Mixed bag"], 2),
    ]

    def block(place: int, fact: Fact) -> Block:
        who = given.one("What is", "What is", "Who is", "What are")
        asked = f"{who} {fact.front}?"
        gold: Gold = {"front": fact.line, "back": asked, "points": []}
        gold["accept"] = [{"front": fact.line, "back": fact.front}]
        value = given.one("", "$") + str(100 * (1 + place % 5))
        return Block((value, "", fact.line, "", asked, ""), (gold,))

    made = tuple(block(place, fact) for place, fact in enumerate(given.facts))
    return Sheet(tuple(head), made, tuple(given.some(["Team 1", "0"])))


@layout("course notes", "TB", "flat", "bound")
def course_notes(given: Given) -> Sheet:
    start = given.dice.randint(100000, 999999)
    made = blocks(given, lambda n, fact: [f"{start + n} | {fact.front} | {fact.back} | {n - 1}"])
    return Sheet((f"{given.title} Flashcards", "Terms : Hide Images"), made)
