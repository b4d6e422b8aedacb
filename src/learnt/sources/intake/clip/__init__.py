"""The clipboard's rich text → lines: `tree` reads it, `lines` writes it, `grid` draws tables."""
