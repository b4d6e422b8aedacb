"""Answers quoted under their questions. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_questions_with_quoted_answers(page: Reading) -> None:
    """Cheese

    What makes milk curdle?
    > Rennet, or an acid

    What drips off?
    > The whey

    What do the holes come from?
    > - Bacteria that make gas
    > - Hay dust in the milk
    """
    assert page.layout == "quoted"
    assert page.deck.title == "Cheese"
    assert page.problems == ()
    assert cards(page) == [
        ("What makes milk curdle?", ["Rennet, or an acid"]),
        ("What drips off?", ["The whey"]),
        ("What do the holes come from?", ["Bacteria that make gas", "Hay dust in the milk"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(3, 4), (6, 7), (9, 11)]


def test_a_question_that_is_not_answered(page: Reading) -> None:
    """What is a fugue?
    > A piece that hands one theme from voice to voice

    What is a canon?
    > A tune against itself, begun later

    What is a rondo?
    """
    assert [prompt for prompt, _ in cards(page)] == ["What is a fugue?", "What is a canon?"]
    assert [line for line, _ in whys(page)] == [7]


def test_one_quotation_is_part_of_an_answer(page: Reading) -> None:
    """Q: What does Hamlet ask?
    A: Whether to live
    > To be, or not to be
    Q: Whom does he address in the graveyard?
    A: Yorick's skull
    """
    assert page.layout != "quoted"
    assert len(page.deck.cards) == 2


def test_greater_than_is_no_quotation(page: Reading) -> None:
    """Which is denser, lead or iron?
    lead > iron
    Which is harder, talc or quartz?
    quartz > talc
    Which is hotter, a red star or a blue one?
    blue > red
    """
    assert page.layout != "quoted"
