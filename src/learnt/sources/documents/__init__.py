"""Documents → the text of a page: what stands in them in reading order, a line a line.

    web page   `web` (and `saved`, a page in one file with its pictures)   selectolax
    packed     `packed` reads ZIP, `xml` reads XML, both within bounds
               `word` (.docx), `slides` (.pptx), `mochi` (.mochi)
    PDF        `pdf`, taken apart by another process                       pypdfium2

What a document is, its first bytes say and not its name. Lists, tables, headings and bold terms
are written as `intake.clip` writes those of the clipboard; the text goes on the road of all pages.
"""
