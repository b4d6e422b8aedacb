"""A PDF document → lines.

outside     another process: the document → words with their places on the page
process     that process, bounded in time and memory
words       its answers → words, and bullets that are drawn
rows        words → pieces of rows, apart at wide gaps
columns     pieces → regions in the order of reading; tables
furniture   headers, footers and page numbers that stand on many pages
paragraphs  rows that run on → one line; headings by their size, bold terms, indents
reading     all of it, and what cannot be read
"""
