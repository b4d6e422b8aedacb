"""The law that reading loses nothing, as a function: which lines of a page went nowhere.

A line that is not blank is kept where it is listed as furniture or in a Problem, or where its
words stand in the cards read from it or in the deck's title. Words are runs of letters and digits,
whatever their case; each may be used once. What only says which side a line is (`Q:`, `front 3`,
`1.`) is no word of the page, and neither are the tags and entities of HTML; letters spoilt
by a wrong encoding are read as what they were, and where the page says that its encoding was
guessed, only those that no encoding changes count. A column of a table that
goes into no card is told once, for all of its rows; one that only counts the rows needs no word. A
line that stands twice in one card may be in it once.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import ftfy

from learnt.deck import Card
from learnt.deck.tidy import tidy
from learnt.sources import Reading

_SIDE = (
    "questions?|question|ques?|qn|q|answers?|ans|a|front|back|term|definition|word|meaning|frage|"
    "antwort|explanation|why|rationale|reason|correct answer|right answer|key|c|card|réponse|"
    "solution|soln?"
)
_LABEL = re.compile(
    rf"^\W*(?:(?:{_SIDE})\.\d{{1,4}}\s|(?:{_SIDE})\s?\.?\d{{0,4}}\s?\W*[:.)：]\W*"
    rf"|(?:question|frage)\s\d{{1,3}}\s|(?:{_SIDE})\s?\d{{0,4}}\s?-\s|(?:{_SIDE})\s?\d{{0,4}}\W*$)",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBER = re.compile(
    r"^\W*(?:(?:\d{1,4}|[a-hA-H])\s?[.):]|\d{1,4}-\s|\d{1,4}\s*\|)\W*", re.MULTILINE
)
_WITHIN = re.compile(
    r"\s(?:correct |right )?(?:A|Answer|Ans|Antwort|R|r|Réponse)\s?[:.)]\s|\s\(?[a-hA-H][.)]\s"
)
_KEY = re.compile(r"^\W*(?:(?:correct |right )?answer|ans|key)\s?[:.]?\W*", re.IGNORECASE)
_TAG = re.compile(
    r"</?[a-zA-Z]*$|^[a-zA-Z]{1,8}>|</?[a-zA-Z][^>\n]*>|<!--.*?-->|\{\{c\d+::|:drill:|:PROPERTIES:|:END:|\[[xX ]\]"
    r"|#(?:card|flashcards?|question)\b\S*|\^[0-9a-fA-F-]{36}|\((?:correct|right answer)\)"
)
_COUNTS = re.compile(r"^\s*\|?\s*\d+\s*[|\t]|[|\t]\s*\d+\s*\|?\s*$")
_COLUMNS = re.compile(r"\b(?:columns?|fields)\b.* went into no card")
_SPOILT = re.compile("not in UTF-8")
_OWN = re.compile(r"#(?:notetype|guid) column:\d")  # Anki's own, of which nobody is told
_NO_WIDTH = dict.fromkeys((0x200B, 0x2060, 0xFEFF, 0x00AD, 0x200E, 0x202E))
_DEBRIS = frozenset("ãâðï")  # what is left of signs that were spoilt twice
_FIELD = re.compile(r"^\s*\w+:")
_LINE_ENDS = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"\w+")
_MARKS = Counter("q a o answer question correct".split())  # in heaps, where signs are repeated
_HYPHENS = "-\u00ad\u2010"


def lost(reading: Reading) -> list[int]:
    """The numbers of the lines that are in no card, no title, no Problem and no furniture.

    A page of which nothing could be read, and which says so, has lost none.
    """
    told = set(reading.furniture) | {problem.line for problem in reading.problems}
    own = reading.layout.startswith("learnt ")
    if own:  # there a Problem speaks of a card, up to the next blank line
        for number, text in enumerate(reading.lines[1:], 2):
            if number - 1 in told and text.strip():
                told.add(number)
    deck = reading.deck
    if not deck.cards and None in told:
        return []
    heads = _words(f"flashcards preview {deck.title} {deck.question or ''} {' '.join(deck.tags)}")
    cards = [
        (card, _words(_text(card)) | _words(_text(card), as_it_is=True)) for card in deck.cards
    ]
    columns = _says(reading, _COLUMNS) or any(map(_OWN.match, reading.lines[:10]))
    spoilt = _says(reading, _SPOILT)
    missing = []
    for number, text in enumerate(reading.lines, 1):
        line = _FIELD.sub("", text) if own else text
        if number in told or not _words(line) or not _words(ftfy.fix_text(line)):
            continue
        held = [left for card, left in cards if _holds(card, number)]
        near = [card for card in deck.cards if _holds(card, number)]
        if (columns and held) or _again(reading, number) or _says_again(line, near):
            continue
        if any(_take(words, held, heads) for words in _readings(line)):
            continue
        if not ((spoilt or ftfy.fix_text(line) != line) and _spelt(line, near)):
            missing.append(number)
    return missing


def _says(reading: Reading, what: re.Pattern[str]) -> bool:
    return any(what.search(problem.why) for problem in reading.problems)


def _spelt(line: str, cards: Iterable[Card]) -> bool:
    """Whether the letters of a line that could not be misread are in its cards."""
    return _of_ascii(line) <= _of_ascii("\n".join(map(_text, cards)))


def _of_ascii(text: str) -> Counter[str]:
    plain = tidy(_TAG.sub(" ", html.unescape(text))).encode("ascii", "replace").decode()
    return Counter(re.findall("[a-z0-9]+", _NUMBER.sub("", plain).casefold()))


def _again(reading: Reading, number: int) -> bool:
    """Whether a line before it, in the same card, says the very same."""
    words = _least(reading.lines[number - 1])
    spans = [card.source_lines for card in reading.deck.cards if _holds(card, number)]
    return any(
        span is not None and words in map(_least, reading.lines[span[0] - 1 : number - 1])
        for span in spans
    )


def _least(line: str) -> Counter[str]:
    """The words of a line without anything that may only mark it; all where no other is left."""
    bare = _LABEL.sub("", _WITHIN.sub("  ", _TAG.sub(" ", line.translate(_NO_WIDTH))))
    return _words(_NUMBER.sub("", bare)) or _words(line)


def _text(card: Card) -> str:
    points = (text for point in card.points for text in (point.text, *point.accepted))
    parts = (card.prompt, *points, card.hint, card.note, *card.wrong_options, *card.tags)
    return "\n".join(part for part in (*parts, *card.media) if part)


def _holds(card: Card, number: int) -> bool:
    """Whether a card was read from a line; one that does not say may be from any."""
    if card.source_lines is None:
        return True
    return card.source_lines[0] <= number <= card.source_lines[1]


def _says_again(line: str, cards: Iterable[Card]) -> bool:
    """Whether a line says an option again: all of it, or by its letter, as the right one."""
    key = ftfy.fix_text(line).translate(_NO_WIDTH)
    if not _KEY.match(key):
        least = _least(line)
        return any(any(least == _least(option) for option in card.wrong_options) for card in cards)
    said = _KEY.sub("", key)
    words = _words(_NUMBER.sub("", said))
    for label in ("correct", "right", "answer", "ans", "key"):  # a line may say it again
        del words[label]
    letter = _NUMBER.match(said) is not None or all(len(word) == 1 for word in words)
    return any(
        (letter and card.wrong_options) or words.keys() <= _words(_text(card)).keys()
        for card in cards
    )


def _readings(line: str) -> Iterator[Counter[str]]:
    """The words of a line without what only marks it, then with more and more of that."""
    mended = ftfy.fix_text(_LINE_ENDS.sub("\n", line))
    for whole in (line, mended) if mended != line else (line,):
        shown = whole.translate(_NO_WIDTH)
        text = _COUNTS.sub("", _TAG.sub(" ", shown))
        bare = _NUMBER.sub("", text)
        yield _words(_NUMBER.sub("", _LABEL.sub("", _WITHIN.sub("  ", text))))
        for one in (bare, text):
            yield _words(_NUMBER.sub("", _LABEL.sub("", one)))
            yield _words(_LABEL.sub("", one))
        yield _words(bare)
        yield _words(text)


def _words(text: str, *, as_it_is: bool = False) -> Counter[str]:
    plain = html.unescape(text if as_it_is else _TAG.sub(" ", text)).translate(_NO_WIDTH)
    words = _WORD.findall(tidy(plain).casefold().replace("_", " "))
    return Counter(word for word in words if not _DEBRIS.issuperset(word))


def _take(words: Counter[str], held: Iterable[Counter[str]], heads: Counter[str]) -> bool:
    """Whether the words are among those held, which are used up, or in the page's title."""
    pools = list(held)
    total: Counter[str] = sum(pools, Counter())
    left = words - total
    short = Counter({word: n for word, n in left.items() if word not in heads | _MARKS})
    if short.total() > 2 or not all(_is_part(part, total) for part in short):
        return False
    for word, count in words.items():
        wanted = count
        for pool in pools:
            used = min(wanted, pool[word])
            pool[word] -= used
            wanted -= used
    return True


def _is_part(part: str, words: Counter[str]) -> bool:
    """Whether a word may be one half of a word that was broken at the end of a line."""
    return any(word != part and (word.startswith(part) or word.endswith(part)) for word in words)
