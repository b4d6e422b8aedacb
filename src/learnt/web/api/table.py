"""All operations of the API, in the order of the document."""

from learnt.web.api import (
    answers,
    cards,
    chains,
    comparing,
    corrections,
    decks,
    draft_cards,
    draft_updates,
    drafts,
    events,
    facts,
    looking,
    memory,
    overviews,
    packages,
    readings,
    settings,
    study,
    trash,
)
from learnt.web.api.operation import Operation

GROUPS = {
    "today": looking.OPERATIONS,
    "pages": (
        *readings.OPERATIONS,
        *drafts.OPERATIONS,
        *draft_cards.OPERATIONS,
        *draft_updates.OPERATIONS,
        *corrections.OPERATIONS,
    ),
    "packages": packages.OPERATIONS,
    "decks": (
        *decks.OPERATIONS,
        *cards.OPERATIONS,
        *facts.OPERATIONS,
        *overviews.OPERATIONS,
        *chains.OPERATIONS,
        *comparing.OPERATIONS,
    ),
    "study": (*study.OPERATIONS, *answers.OPERATIONS, *events.OPERATIONS),
    "memory": memory.OPERATIONS,
    "the rest": (*settings.OPERATIONS, *trash.OPERATIONS),
}
OPERATIONS: tuple[Operation, ...] = tuple(one for group in GROUPS.values() for one in group)
