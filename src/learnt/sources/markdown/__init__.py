"""Decks as Markdown that people like to read, and back: title, prompts, points, hints, notes, tags.

inline     a line of text ↔ a line in which Markdown takes nothing for its own
writing    Deck → text; reading: text → Deck and Problems
"""

from learnt.sources.markdown.reading import deck_from_markdown, is_own_markdown
from learnt.sources.markdown.writing import deck_to_markdown

__all__ = ["deck_from_markdown", "deck_to_markdown", "is_own_markdown"]
