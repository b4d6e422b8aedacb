"""What the learner said about lines is obeyed, and the rest of the page is read again."""

from dataclasses import replace

from learnt.sources.layouts.alternating import alternating
from learnt.sources.page import Page, page_of
from learnt.sources.site.furniture import remove_furniture

TEXT = """Volcanoes Flashcards
Magma chamber
A store of molten rock under a volcano
Shield volcano
Wide and low
Built by runny lava
Pyroclastic flow
A hot cloud of ash and gas
"""


def page(*, starts: set[int] | None = None, joined: set[int] | None = None) -> Page:
    read = remove_furniture(page_of(TEXT, "page"))
    return replace(read, starts=frozenset(starts or ()), joined=frozenset(joined or ()))


def spans(read: Page) -> list[tuple[int, int]]:
    proposal = alternating(read)
    assert proposal is not None
    return [(card.first, card.last) for card in proposal.cards]


def test_a_line_that_begins_a_card() -> None:
    proposal = alternating(page(starts={6}))
    assert proposal is not None
    assert [(card.first, card.last) for card in proposal.cards] == [(2, 3), (4, 5), (7, 8)]
    assert [problem.line for problem in proposal.problems] == [6]  # it has no answer


def test_a_line_that_begins_none() -> None:
    assert (4, 6) not in spans(page())
    assert spans(page(joined={5, 6})) == [(2, 3), (4, 6), (7, 8)]


def test_every_line_may_be_said_to_begin_none() -> None:
    proposal = alternating(page(joined=set(range(1, 9))))
    assert proposal is not None
    told = {problem.line for problem in proposal.problems}
    held = {line for card in proposal.cards for line in range(card.first, card.last + 1)}
    assert told | held >= set(range(3, 9))


def test_every_line_may_be_said_to_begin_a_card() -> None:
    proposal = alternating(page(starts=set(range(2, 9))))
    assert proposal is not None
    assert proposal.cards == ()
    assert [problem.line for problem in proposal.problems] == list(range(2, 9))
