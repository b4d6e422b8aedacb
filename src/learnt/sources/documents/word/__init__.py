"""A Word document (.docx) → lines: `styles` and `numbering` say how a paragraph looks."""
