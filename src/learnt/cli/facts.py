"""`learnt facts`: when, who and what, as it is read from a deck or from a page."""

from typing import TYPE_CHECKING, Any

import click

from learnt.cli.long import LongPage
from learnt.cli.options import Options, complete_deck, verb
from learnt.cli.output import console, line_of_json, shown, table, talk
from learnt.cli.reading import bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from learnt.facts import CardFacts, Fact, Side, TextFacts
    from learnt.ids import PointId
    from learnt.sources import Reading

KINDS = ("date", "name", "quantity", "event", "agreement", "cause")
_TOO_LONG = (
    "{} is too long to be read for its facts at once. Save it with `learnt add`, and name the deck."
)


@verb()
@click.argument("deck_or_path", metavar="DECK|PATH", shell_complete=complete_deck)
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only these facts.")
def facts(options: Options, deck_or_path: str, kinds: tuple[str, ...]) -> None:
    """Show the facts on the cards of a deck or of a page: dates, names, events, causes.

    A file is read without being saved; `-` is standard input. With --json a line for each fact;
    its `span` are the letters of `text` where it stands, its `point` the number of the point on
    the card, 0 for what is asked.
    """
    wanted = frozenset(kinds or KINDS)
    title, found = facts_asked(options, deck_or_path)
    if options.json:
        for card in found:
            for line in _lines(card, wanted):
                line_of_json(line)
    else:
        _draw(title, found, wanted)


def facts_asked(options: Options, asked: str) -> "tuple[str, tuple[CardFacts, ...]]":
    """The title and the facts of a page or a deck; problems of a page are told."""
    return _of_page(options, asked) or _of_deck(options, asked)


def is_page(asked: str) -> bool:
    """Whether a file or standard input is meant, and no deck."""
    from pathlib import Path

    try:
        return asked == "-" or (Path(asked).exists() and not Path(asked).is_dir())
    except (OSError, ValueError):  # longer than any name, or with a sign that none has
        return False


def _of_page(options: Options, path: str) -> "tuple[str, tuple[CardFacts, ...]] | None":
    """The facts of a page, whose problems are told; None where no page is meant."""
    from learnt.collection import facts_of

    reading = page_read(options, path)
    return (reading.deck.title, facts_of(reading)) if reading else None


def page_read(options: Options, path: str) -> "Reading | None":
    """A page, whose problems are told; None where no page is meant."""
    if not is_page(path):
        return None
    from learnt.collection import id_maker, system_now
    from learnt.errors import UsageError
    from learnt.sources import read

    try:
        data, name = bytes_of(path)
    except LongPage as page:
        raise UsageError(_TOO_LONG.format(page.name)) from None
    reading = read(data, name, id_maker(system_now, options.seed))
    for problem in reading.problems:
        options.problems = True
        line = "" if problem.line is None else f", line {problem.line}"
        talk(f"{name}{line}: {problem.why}")
    return reading


def _of_deck(options: Options, asked: str) -> "tuple[str, tuple[CardFacts, ...]]":
    from learnt.errors import NotFound

    with options.open() as collection:
        try:
            head = collection.deck_head(collection.find(asked)[0])
        except NotFound as error:
            raise NotFound(f"{error} There is no file of that name either.") from None
        return head.title, collection.facts(head.id)


def _lines(card: "CardFacts", wanted: "frozenset[str]") -> "Iterator[dict[str, Any]]":
    """A card's facts as they are printed with --json, text by text."""
    numbers = {text.point: number for number, text in _numbered(card)}
    for number, text in _numbered(card):
        for kind, fact in text.all():
            if kind in wanted:
                yield {
                    "kind": kind.value,
                    "front": card.front,
                    "point": number,
                    "span": [fact.span.start, fact.span.end],
                    **_said(fact, text.text, numbers),
                    "text": text.text,
                }


def _numbered(card: "CardFacts") -> "Iterator[tuple[int, TextFacts]]":
    """The texts of a card, each with the number of its point, 0 for the prompt."""
    number = 0
    for text in card.texts:
        number += text.point is not None
        yield 0 if text.point is None else number, text


def _said(fact: "Fact", text: str, numbers: "Mapping[PointId | None, int]") -> dict[str, Any]:
    """What a fact says, by the names that stay the same from version to version.

    `numbers` are those of the card's points.
    """
    from learnt.facts import Agreement, Cause, Date, Event, Name, Quantity

    match fact:
        case Date():
            phrase = fact.span.of(text)
            return {"phrase": phrase, "edtf": fact.edtf, "inherited": fact.inherited}
        case Name():
            phrase = fact.span.of(text)
            return {
                "phrase": phrase,
                "name": fact.name,
                "type": fact.kind.value,
                "role": fact.role,
            }
        case Quantity():
            return {
                "phrase": fact.span.of(text),
                "value": fact.value,
                "to": fact.to,
                "unit": fact.unit,
                "comparator": fact.comparator,
            }
        case Event():
            return {
                "edtf": fact.edtf,
                "date": fact.date.of(text) if fact.date else None,
                "verb": fact.verb,
                "actors": list(fact.actors),
                "place": fact.place,
                "condition": fact.condition,
                "qualifier": fact.qualifier,
                "polarity": fact.polarity,
            }
        case Agreement():
            return {
                "name": fact.name,
                "parties": list(fact.parties),
                "negotiated": fact.negotiated,
                "signed": fact.signed,
                "duration": fact.duration,
                "condition": fact.condition,
                "qualifier": fact.qualifier,
            }
        case Cause():
            return {
                "cause": fact.cause,
                "effect": fact.effect,
                "type": fact.kind.value,
                "marker": fact.marker.of(text) if fact.marker else None,
                "cause_at": _side(fact.cause_at, numbers),
                "effect_at": _side(fact.effect_at, numbers),
            }


def _side(side: "Side | None", numbers: "Mapping[PointId | None, int]") -> dict[str, Any] | None:
    """Where one side of a link stands: the number of its text, and the letters of that."""
    if side is None:
        return None
    return {"point": numbers.get(side.point), "span": [side.span.start, side.span.end]}


def _draw(title: str, found: "Sequence[CardFacts]", wanted: "frozenset[str]") -> None:
    from rich.text import Text

    from learnt.collection import FACT_LABELS, fact_told
    from learnt.facts.correcting import phrase_of

    out = console()
    out.print(Text(title, "bold"))
    for card in found:
        rows = [
            (FACT_LABELS[kind], phrase_of(fact).of(text.text), fact_told(fact))
            for text in card.texts
            for kind, fact in text.all()
            if kind in wanted
        ]
        front = card.front or (card.texts[0].text if card.texts else "")
        out.print()
        out.print(shown(front, "bold" if card.front else ""))
        if not rows:
            out.print(Text("No facts were found on this card.", "dim"))
            continue
        drawn = table("", "In the text", "Read as")
        for label, phrase, told in rows:
            drawn.add_row(Text(label, "dim"), Text(phrase), Text(told))
        out.print(drawn)
