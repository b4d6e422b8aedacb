"""Pages of sites that nobody has seen: a known layout whose own words are replaced by others."""

import random
from collections import Counter
from dataclasses import replace

from tests.sources.made.sheet import Block, Sheet

BUTTONS = (
    "Reveal it", "Turn over", "Next one", "Side one", "Side two", "Prompt", "Solution", "Got it",
    "Mark as known", "Listen", "Star this", "Suggest a change", "Rate your recall", "Easy", "Hard",
    "Again", "Zeigen", "Weiter", "Voir la suite", "Ver respuesta", "Level 3", "0 likes", "◀ ▶",
    "Sense", "Meaning in brief", "Clue", "Reply", "Term side", "The other side", "Open card",
)  # fmt: skip
NOTICES = (
    "Welcome back, guest", "Upgrade to remove ads", "24 learners online", "Share with your class",
    "Last edited on 3 May", "Rated 4.2 by 17 people", "Choose a mode below", "Print this page",
    "Sort by: date added", "You have 0 streak days", "Cookies help us", "Help | Contact | About",
    "Made with care in Leeds", "Difficulty: medium", "Join 4,000 others", "Topic 5 of 11",
)  # fmt: skip


def strange(sheet: Sheet, dice: random.Random) -> Sheet:
    """The sheet with every word of its site replaced; what stands in cards is left alone."""
    held = {
        line.strip()
        for block in sheet.blocks
        for card in block.cards
        for line in f"{card['front']}\n{card['back']}".split("\n")
    }
    counts = Counter(
        line.strip() for block in sheet.blocks for line in set(block.lines) if line.strip()
    )
    least = max(2, len(sheet.blocks) // 2)
    labels = [
        text
        for text, count in counts.items()
        if count >= least and text not in held and any(sign.isalpha() for sign in text)
    ]
    words = dict(zip(labels, dice.sample(BUTTONS, len(labels)), strict=True))

    def changed(block: Block) -> Block:
        lines = [_with(line, words.get(line.strip(), line.strip())) for line in block.lines]
        return replace(block, lines=tuple(lines))

    head = tuple(
        dice.choice(NOTICES) if line.strip() and place and dice.random() < 0.6 else line
        for place, line in enumerate(sheet.head)
    )
    foot = tuple(dice.choice(NOTICES) if line.strip() else line for line in sheet.foot)
    extra = (dice.choice(NOTICES),) if dice.random() < 0.4 else ()
    blocks = tuple(changed(block) for block in sheet.blocks)
    return replace(sheet, head=head, blocks=blocks, foot=(*foot, *extra))


def _with(line: str, text: str) -> str:
    """The text with the spaces that stood around the line's own."""
    indent = line[: len(line) - len(line.lstrip())]
    return indent + text if line.strip() else line
