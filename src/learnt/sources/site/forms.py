"""What sites and programs write around cards, as forms: what stands where, with names and numbers.

All are matched against whole lines that are not long; what goes where is for `furniture` to say.
"""

import re

_DO = (
    r"(?:share|print|export|edit|study|learn|test|match|help|delete|copy|save|add|quiz|games?"
    r"|matching|spell|write|preview|flash ?cards?)"
)
_SAID = (
    r"(?:author|creator|owner|teacher|uploaded by|user|updated|created|level|subject|category"
    r"|exam board|language|total cards|grade|class|school|course|tags)"
)

BELOW_FORMS = re.compile(r"(?:still learning|mastered|not studied|know)\s?\(\d+\)", re.IGNORECASE)

HEAD_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"1\s?/\s?\d{1,5}",
        r"created (?:by|on|at)\b.{0,60}",
        r"(?:last )?updated\b.{0,40}",
        r"(?:first )?published\b.{0,40}",
        r"by:? @?\S{1,30}",
        r"public\s?\d{1,5} cards\s?by .{1,40}",
        r".{0,80}\d{1,5} flashcards",
        r"\d{1,5} notecards? = .{1,60}",
        r"studied by.{0,40}",
        r"\d(?:\.\d)?\s?\(\d{1,6}\)(?: reviews?| ratings?)?",
        r"remaining cards \(\d{1,5}\)",
        r"don't have an account\??\s*(?:sign up)?",
        r"normal size\s+small size\s+show me how",
        r"\d{1,2}/\d{1,2}/\d{2,4}",
        r"this glossary covers .{1,60}",
        r"\d{1,3}% of students .{1,80}",
        r"get better grades with learn",
        r"get a hint",
        rf"{_SAID}\s?:.{{0,80}}",
        rf"{_DO}(?:\s*[|·•/,]\s*{_DO})+\s*[|]?",
        r"[^()`=]{1,80} > [^()`=]{1,80} > [^()`=]{1,80}",
        r"[^()`=]{1,80} > [^()`=]{1,80}\bflashcards",
        r"studied by \d{1,6} people",
        r"flashcards on .{1,120}, created by .{1,80}",
        r"(?:right/left|up/down) arrow keys?:.{0,100}",
        r"[a-z] key: .{0,60}",
        r"terms\s?: hide images.{0,40}",
        r"you may prefer\b.{0,120}",
        r"learn faster with \d{1,5} flashcards\.?",
        r"click(?:ing)? .{0,40}\bto flip\b.{0,40}",
    )
)
"""Forms of a line above the first card, whole lines."""

FOOT_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"decks in .{1,120} class \(\d+\):?",
        r"brainscape helps you .{0,200}",
        r"(?:quizlet|brainscape|knowt|gizmo|cram|studystack) (?:is|helps) .{0,200}",
        r"(?:©|\(c\)|copyright)\s.{0,100}",
        r"(?:last )?updated\b.{0,40}",
        r"page \d{1,4}(?: of \d{1,4})?",
        r"(?:sources?|references?|image credits?|credits?|licen[cs]e|further reading)\s?:.{0,200}",
        r"(?:share|follow us) on .{1,40}",
        r"studied by \d{1,6} people",
        r"\d(?:\.\d)?\s?\(\d{1,6}\)",
        r"similar .{1,120} resources:?",
        r"(?:flashcards?|notes?) .{0,40}studied by .{0,40}",
        r"all rights reserved\b.{0,60}",
        r"learn faster with \d{1,5} flashcards\.?",
        r"\d{1,4} (?:views?|downloads?|likes?|comments?|ratings?)",
        r"(?:end of|that's all).{0,40}",
    )
)
"""Forms of a line below the last card, whole lines."""

PAGE_NUMBER = re.compile(
    r"[-–—]\s?\d{1,4}\s?[-–—]|page\s\d{1,4}(?:\s(?:of|/)\s\d{1,4})?|\d{1,4} / \d{1,4}"
    r"|slide\s\d{1,4}",
    re.IGNORECASE,
)
CHAPTER = re.compile(
    r"#{1,6}\s.+|(?:unit|chapter|topic|section|part|module|week|lesson|lecture|kapitel|teil"
    r"|chapitre|unidad|tema)\s+(?:\d{1,3}|[ivxlc]{1,6}|[a-z])\b.{0,80}",
    re.IGNORECASE,
)
"""A heading that divides a deck."""
RUNNING_HEAD = re.compile(r"(?P<text>\S.{2,80}?)\s{3,}(?:page|p\.)\s?\d{1,4}", re.IGNORECASE)
