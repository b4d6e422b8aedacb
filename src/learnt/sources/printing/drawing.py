"""Cards and texts as HTML. Every text is escaped; what looks different in it is what cards show."""

from collections.abc import Iterator, Sequence
from html import escape

from learnt.deck import Card, Deck
from learnt.deck.showing import Place, Run, runs_of
from learnt.ids import CardId, PointId
from learnt.practice.cue import statements_asked
from learnt.sources.printing.choice import Choice, Kind, Known
from learnt.sources.printing.cutting import Cell, Face, pages_of
from learnt.sources.printing.measure import lines

_MARKS = {
    Known.NEW: '<span class="how-well" title="not asked yet">○</span> ',
    Known.WEAK: '<span class="how-well" title="likely to be forgotten">◐</span> ',
    Known.WELL: '<span class="how-well" title="known well">●</span> ',
}
_LEGEND = "○ not asked yet · ◐ likely to be forgotten · ● known well"
_LINE, _SIZE = 80.0, 3.5  # mm: of a column of a sheet, and of its letters
_HAND = 1.3  # lines that people write take so much more room than printed ones
_MOST_BLANKS = 12


def cards_drawn(deck: Deck, choice: Choice) -> str:
    """Pages of fronts, each with the page of its backs after it."""
    pages = pages_of(list(_faces(deck)), choice.paper)
    drawn = []
    for place, cells in enumerate(pages, 1):
        for side in ("front", "back"):
            told = f"Sheet {place} of {len(pages)}, {side}s"
            inside = "".join(_cell(deck, cell, side) for cell in cells)
            drawn.append(
                f'<section class="leaf {side}s" aria-label="{told}">'
                f'<h2 class="leaf-name">{told}</h2><div class="cutouts">{inside}</div></section>'
            )
    return "\n".join(drawn)


def _faces(deck: Deck) -> Iterator[Face]:
    prompts = _prompts(deck)
    for number, card in enumerate(deck.cards, 1):
        points = tuple(point.text for point in card.points)
        yield Face(number, (prompts[card.id],), points, card.ordered)


def _prompts(deck: Deck) -> dict[CardId, str]:
    """What each card asks; a statement is known by the deck and its first words."""
    asked = {card.id: card.prompt for card in deck.cards if card.prompt is not None}
    return asked | statements_asked(deck)


def _cell(deck: Deck, cell: Cell, side: str) -> str:
    face = cell.face
    front = side == "front"
    said = face.front if front else face.back
    size = cell.front_size if front else cell.back_size
    column = cell.column if front else cell.mirrored
    place = f"c{column} r{cell.row} w{cell.wide} h{cell.high} s{size}"
    inside = _listed([shown(one) for one in said], "ol" if face.ordered and not front else "ul")
    part = f", {face.part}" if face.part else ""
    foot = f"<small{_dir()}>{escape(deck.title)} · {face.number}{part}</small>"
    listed = " of-several" if len(said) > 1 else ""
    return f'<article class="cutout {place}{listed}"><div>{inside}</div>{foot}</article>'


def sheet_drawn(deck: Deck, choice: Choice) -> str:
    """The deck in two columns; for a test, lines to write on, and all that they ask for after."""
    tests = choice.kind is Kind.TEST
    head = f"<h2{_dir()}>{shown(deck.title)}</h2>"
    if deck.question and deck.question != deck.title:
        head += f'<p class="question"{_dir()}>{shown(deck.question)}</p>'
    if tests:
        head += '<p class="whose">Name: <span></span> Date: <span></span></p>'
    elif choice.known:
        head += f'<p class="legend">{_LEGEND}</p>'
    answers = "".join(_item(card, choice) for card in deck.cards)
    if not tests:
        return _run_of(head, answers)
    prompts = _prompts(deck)
    body = _run_of(head, "".join(_to_write(card, prompts[card.id]) for card in deck.cards))
    title = f"<h2{_dir()}>{shown(deck.title)}: answers</h2>"
    return f"{body}\n{_run_of(title, answers, ' answers')}"


def _run_of(head: str, items: str, also: str = "") -> str:
    """Cards in columns under a head."""
    columns = f'<ol class="in-columns">{items}</ol>'
    return f'<section class="run{also}"><header>{head}</header>{columns}</section>'


def _to_write(card: Card, prompt: str) -> str:
    """What a card asks, and lines to write on."""
    points = [point.text for point in card.points]
    rows = sum(_blanks(point) for point in points)
    worth = f" ({len(points)} points)" if len(points) > 1 else ""
    under = '<p class="to-write"></p>' * min(rows, _MOST_BLANKS)
    head = f"<h3{_dir()}>{shown(prompt)}{worth}</h3>"
    return f'<li class="asked">{head}{_beside("Hint", card.hint)}{under}</li>'


def _item(card: Card, choice: Choice) -> str:
    """A card with all that it asks for."""
    head = f"<h3{_dir()}>{shown(card.prompt)}</h3>" if card.prompt is not None else ""
    tag = "ol" if card.ordered else "ul"
    said = [_mark(choice, point.id) + shown(point.text) for point in card.points]
    under = _listed(said, tag)
    long = " long" if _height(card) > 45 else ""
    return f'<li class="asked{long}">{head}{under}{_beside("Note", card.note)}</li>'


def _mark(choice: Choice, point: PointId) -> str:
    known = choice.known.get(point)
    return _MARKS[known] if known else ""


def _listed(said: Sequence[str], tag: str) -> str:
    """Drawn texts as a list, or the one text there is."""
    if len(said) == 1:
        return f"<p{_dir()}>{said[0]}</p>"
    items = "".join(f"<li{_dir()}>{one}</li>" for one in said)
    return f"<{tag}{_dir()}>{items}</{tag}>"


def _blanks(point: str) -> int:
    """How many lines of handwriting a point takes."""
    return max(1, round(_HAND * lines(point, _LINE, _SIZE)))


def _height(card: Card) -> int:
    """The lines that a card takes in a column."""
    said: Sequence[str] = [card.prompt or "", *(point.text for point in card.points)]
    return sum(lines(one, _LINE, _SIZE) for one in said)


def _beside(word: str, text: str | None) -> str:
    return f'<p class="beside"{_dir()}>{word}: {shown(text)}</p>' if text else ""


def _dir() -> str:
    """Each text is written in the direction of its own letters."""
    return ' dir="auto"'


def shown(text: str) -> str:
    """A text with its bold, raised and lowered parts; everything in it is escaped."""
    return "".join(map(_run, runs_of(text)))


def _run(run: Run) -> str:
    part = escape(run.text)
    if run.place is not Place.LEVEL:
        part = f"<{run.place}>{part}</{run.place}>"
    return f"<b>{part}</b>" if run.bold else part
