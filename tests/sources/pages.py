"""What the tests of readers compare: cards as plain values."""

from learnt.sources import Reading

Plain = tuple[str | None, list[str]]


def cards(reading: Reading) -> list[Plain]:
    """The prompts and points of a reading."""
    return [(card.prompt, [point.text for point in card.points]) for card in reading.deck.cards]


def whys(reading: Reading) -> list[tuple[int | None, str]]:
    """The line and the reason of each problem."""
    return [(problem.line, problem.why) for problem in reading.problems]
