"""Brainscape as its pages come out of a browser, an old print view and a reader mode."""

from tests.sources.made.sheet import Given, Sheet, blocks, layout, listed

SIGNS = ("- ", "-", "n. ", "n.", "• ", "")


def _title(given: Given) -> str:
    return f"{given.title} Flashcards"


@layout("brainscape bare", "A", marks="wraps")
def bare(given: Given) -> Sheet:
    sign = given.one(*SIGNS)
    return Sheet((_title(given),), blocks(given, lambda _, fact: [fact.front, *listed(fact, sign)]))


@layout("brainscape counted", "A", marks="wraps")
def counted(given: Given) -> Sheet:
    sign = given.one(*SIGNS)
    head = (_title(given), f"({given.declared} cards)")
    return Sheet(head, blocks(given, lambda _, fact: [fact.front, *listed(fact, sign)]))


RATING = ("How well did you know this?", "1", "Not at all", "2", "3", "4", "5", "Perfectly")


@layout("brainscape q and a", "BQ", marks="wraps loose")
def q_and_a(given: Given) -> Sheet:
    head = [
        *given.some(["Find Flashcards", "Why It Works", "Educators", "Log In", "Get Started"]),
        _title(given),
        *given.some(
            [
                f"({given.declared} cards)",
                f"You may prefer our related Brainscape-certified flashcards: {given.title} 101",
                "Study These Flashcards",
                "",
            ]
        ),
    ]
    sign = given.one("  n. ", "  • ", "")
    foot = given.some(
        [
            "",
            f"Decks in {given.title} Class (4):",
            "Brainscape helps you reach your goals faster, through stronger study habits.",
            "© 2026 Bold Learning Solutions. Terms and Conditions",
        ]
    )
    made = blocks(
        given,
        lambda n, fact: [
            f"{n}", "Q", "", fact.front, "", "A", "", *listed(fact, sign), "", *RATING,
        ],
    )  # fmt: skip
    return Sheet(tuple(head), made, tuple(foot))


def _preview_head(given: Given) -> tuple[str, ...]:
    return (
        f"{_title(given)} Preview",
        "",
        f"{given.one('My class', 'Year 12', 'Semester 2')} > {given.title} > Flashcards",
        "",
        f"Flashcards in {given.title} Deck ({given.declared})",
        *given.some(["Loading flashcards..."]),
    )


@layout("brainscape preview", "BP", marks="wraps")
def preview(given: Given) -> Sheet:
    made = blocks(given, lambda n, fact: [f"{n}", "", fact.front, "", *listed(fact), ""])
    return Sheet(_preview_head(given), made)


@layout("brainscape preview, numbers lost", "BP", "flat", "unsure")
def unnumbered(given: Given) -> Sheet:
    made = blocks(given, lambda _, fact: ["", "", fact.front, "", fact.back, ""])
    return Sheet(_preview_head(given), made)


@layout("brainscape headings", "BH", marks="wraps")
def headings(given: Given) -> Sheet:
    made = blocks(
        given,
        lambda n, fact: [
            f"{n}", "", f"## {fact.front}", "", f"### {fact.points[0]}", *fact.points[1:], "",
        ],
    )  # fmt: skip
    return Sheet((f"Flashcards in {given.title} Deck ({given.declared}):", ""), made)
