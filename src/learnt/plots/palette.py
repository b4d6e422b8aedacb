"""The light colours of the pages, for pictures that stand alone in a file.

In a page the style sheet says otherwise by class; a test holds these to its tokens.
"""

SHEET, SUNK, LINE, EDGE = "#fffdf8", "#efe7d9", "#dfd4c2", "#8d7f6c"
INK, SOFT, ACCENT = "#29231d", "#665b4e", "#1f5a57"
TONES = ("#1f5a57", "#1d4f9e", "#6b3fa0", "#7d5200", "#93265f", "#4a5a12")
WASHES = ("#d6ebe5", "#dfe7f3", "#ebe2f6", "#f6e8cc", "#f8e0eb", "#e6ecd0")


def tone(number: int) -> str:
    """The class of the `number`th of the six tones, which come again in turns."""
    return f"tone-{'abcdef'[number % len(TONES)]}"
