"""What is said of a line that could not be read as it stands: what it is, and what to do."""

from learnt.deck.deck import UNTITLED

NO_TITLE = (
    f"The page has no title, so the deck is called “{UNTITLED}”. "
    "Start the first line with “# ” and a title."
)
EMPTY_TITLE = f"The title is empty, so the deck is called “{UNTITLED}”. Write its title after “# ”."
LATE_TITLE = "The title stands below the first cards. Move it to the top of the file."
SECOND_TITLE = (
    "A file holds one deck, and this is a second title. What follows was read into the first "
    "deck; move it to a file of its own if it is another."
)
HEADING_INSIDE = (
    "A deck has no headings inside, so this one was left out; the cards under it were read. "
    "Give them a tag, or a file of their own."
)
NO_POINT_ABOVE = "This line belongs to the question above, which has no point and was left out."
NO_POINT = (
    "There is no point under this line, so it was left out. Write each point of the answer on a "
    "line below it that starts with “- ”."
)
EMPTY_POINT = "This point is empty and was left out. Write what it says, or delete the line."
TIGHT_BULLET = (
    "There is no space after the dash. It was read as a point; put a space after the dash, or a "
    "backslash before it if it belongs to the text."
)
SOME_NUMBERED = (
    "Some points of this card are numbered and some are not, so their order does not count. "
    "Number all of them if it does."
)
CUT_ID = (
    "This looks like an id, but has no space before it or lacks characters, so it was read as "
    "text. Put the whole id back to keep what was learnt so far, or delete it."
)
NOTHING_TO_ASK_FOR = (
    "This card has no prompt to be asked for, so “ask:” was left out. Delete the line."
)
BAD_WEIGHT = "A weight is a number above 0, such as 2 or 0.5. It was taken as 1."
BAD_CONFIDENCE = "Confidence is a number from 0 to 1, such as 0.85. It was taken as 1."
BAD_LINES = "Lines are given as the first and the last, such as 12-15. They were left out."
BAD_ASK = (
    "“ask:” says “both ways”, “backwards” or “forwards”. The card is asked forwards until it does."
)


def id_twice(first: int) -> str:
    """An id that line `first` has already."""
    return (
        f"The id at the end of this line stands on line {first} too. This one was read as a copy "
        "with a new id; delete the id from the copy."
    )


def nothing_above(word: str, place: str) -> str:
    """A field where there is no card or no point to belong to."""
    return (
        f"There is no {place} above this line for “{word}:” to belong to, so it was left out. "
        f"Move it below its {place}, or put a backslash before it if it is text."
    )


def not_the_points(word: str) -> str:
    """A field of the card where the fields of a point stand."""
    return (
        f"“{word}:” is said of a whole card, and was read so. Start the line without spaces, or "
        "put a backslash before it if it is text."
    )


def no_value(word: str) -> str:
    """A field with nothing after its word."""
    return f"Nothing stands after “{word}:”. Write its value, or delete the line."


def second_value(word: str) -> str:
    """A field that may stand once and stands twice."""
    return f"“{word}:” stands here a second time. The first was kept; delete one of them."
