"""What can fail, as one small tree.

Problems in a learner's material are not here: they are values (`learnt.deck.Problem`),
listed beside what could be read. An exception says that the thing asked for was not done.

    LearntError                 exit status
    ├── UsageError              2   asked for something that cannot be done
    │   ├── NotFound            2   a deck, card, backup or file that is not there
    │   └── Overtaken           2   it was answered or changed elsewhere since it was asked
    ├── Unreadable              1   a file that is no page: too large, binary, empty
    ├── NotMarked               1   an answer that could not be marked; the learner marks it
    └── StoreError              1   the collection itself
        ├── StoreDamaged        1   the database is not a collection, or is broken
        ├── StoreTooNew         1   written by a later version of learnt
        └── StoreBusy           75  another program is using it; try again

Every message says what happened, where, and what to do.
"""


class LearntError(Exception):
    """Something asked of learnt was not done; the message says what to do."""

    exit_status = 1


class UsageError(LearntError):
    """What was asked cannot be done as it was asked."""

    exit_status = 2


class NotFound(UsageError):
    """What was named is not there."""


class Overtaken(UsageError):
    """What was asked was answered or changed elsewhere since."""


class Unreadable(LearntError):
    """The file is no page that can be read."""


class NotMarked(LearntError):
    """The answer could not be marked; the learner says what was in it, as without marking."""


class StoreError(LearntError):
    """The collection could not be read or written."""


class StoreDamaged(StoreError):
    """The database is not a collection, or it is broken."""


class StoreTooNew(StoreError):
    """The collection was written by a later version of learnt."""


class StoreBusy(StoreError):
    """Another program holds the collection."""

    exit_status = 75
