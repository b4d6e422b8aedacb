"""`learnt decks`, `show`, `due`, `delete`, `trash`, `unsuspend`: what there is."""

from typing import TYPE_CHECKING

import click

from learnt.cli.options import Options, complete_deck, verb
from learnt.cli.output import console, count, line_of_json, shown, span, table, talk

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from learnt.collection import CardReport, Collection
    from learnt.deck import Deck


@verb()
def decks(options: Options) -> None:
    """List the decks, with what is due today and what is new."""
    with options.open() as collection:
        found = collection.decks()
    if options.json:
        for deck in found:
            line_of_json(
                {
                    "id": deck.id,
                    "title": deck.title,
                    "question": deck.question,
                    "cards": deck.cards,
                    "points": deck.points,
                    "due": deck.due,
                    "new": deck.new,
                }
            )
        return
    if not found:
        talk("There is no deck yet. `learnt add PAGE` reads one.")
        return
    drawn = table("#", "Deck", "#Cards", "#Points", "#Due", "#New")
    for number, deck in enumerate(found, start=1):
        numbers = map(str, (deck.cards, deck.points, deck.due, deck.new))
        drawn.add_row(str(number), _plain(deck.title), *numbers)
    console().print(drawn)


@verb()
@click.argument("deck", shell_complete=complete_deck)
def show(options: Options, deck: str) -> None:
    """Show a deck's cards, their points, and how well each is known now."""
    with options.open() as collection:
        chosen = collection.deck(deck)
        reports = collection.report(chosen.cards)
        if options.json:
            for number, report in enumerate(reports, start=1):
                line_of_json(_report_as_json(collection, number, report))
            return
        _draw_deck(collection, chosen, reports)


@verb()
@click.argument("deck", required=False, shell_complete=complete_deck)
def due(options: Options, deck: str | None) -> None:
    """Say how much there is to do today, in all or in one deck."""
    with options.open() as collection:
        queue = collection.queue(deck)
        new = sum(item.kind == "new" for item in queue.items)
        now = collection.now()
        soon = [item for item in queue.returning if item.due <= now]
        reviews = len(queue.items) - new + len(soon)
        later = len(queue.returning) - len(soon)
        decks = collection.decks()
    if options.json:
        line_of_json({"deck": deck, "due": reviews, "new": new, "later": later})
        return
    if not decks:
        talk("There is no deck yet. `learnt add PAGE` reads one.")
    elif not (reviews or new):
        talk("Nothing is due. Well done." if not later else "Nothing is due right now.")
    else:
        talk(f"{count(reviews, 'card')} to review and {new} new. `learnt study` starts.")
    if later:
        talk(f"{count(later, 'card')} will come back later today.")


@verb()
@click.argument("deck", shell_complete=complete_deck)
@click.argument("numbers", nargs=-1, type=int, metavar="[CARD]...")
def delete(options: Options, deck: str, numbers: tuple[int, ...]) -> None:
    """Put a deck, or cards of it by their numbers, into the trash."""
    with options.open() as collection:
        thing = collection.delete(deck, numbers)
    if options.json:
        line_of_json({"id": thing.id, "kind": thing.kind, "title": thing.title})
        return
    what = count(len(set(numbers)), "card") + " of " if numbers else ""
    talk(f"Put {what}“{thing.title}” in the trash. `learnt trash --bring-back 1` brings it back.")


@verb()
@click.option("--bring-back", metavar="NUMBER", help="Bring a thing back, by number or id.")
def trash(options: Options, bring_back: str | None) -> None:
    """List what was deleted or reworded, or bring it back as it was."""
    with options.open() as collection:
        if bring_back is not None:
            added = collection.bring_back(bring_back)
            if options.json:
                line_of_json({"deck": added.title, "new": added.new, "updated": added.updated})
            else:
                talk(f"“{added.title}” is back: {count(added.new + added.updated, 'card')}.")
            return
        things = collection.trash()
        now = collection.now()
    if options.json:
        from learnt.clock import iso

        for thing in things:
            line_of_json(
                {"id": thing.id, "kind": thing.kind, "title": thing.title, "at": iso(thing.at)}
            )
        return
    if not things:
        talk("The trash is empty.")
        return
    from learnt.sources import deck_from_json

    names = {"deck": "a deck", "cards": "cards of", "wording": "earlier wording in"}
    drawn = table("#", "What", "Deck", "Cards", "When")
    for number, thing in enumerate(things, start=1):
        ago = f"{span(now - thing.at)} ago"
        cards = deck_from_json(thing.content.encode()).cards
        first = cards[0].label[:60] if cards else ""
        first += f" and {len(cards) - 1} more" if cards[1:] else ""
        drawn.add_row(str(number), names[thing.kind], _plain(thing.title), _plain(first), ago)
    console().print(drawn)


@verb()
@click.argument("deck", shell_complete=complete_deck)
@click.argument("numbers", nargs=-1, type=int, metavar="[CARD]...")
def unsuspend(options: Options, deck: str, numbers: tuple[int, ...]) -> None:
    """Ask cards again that were suspended or buried: all of a deck's, or some by number."""
    with options.open() as collection:
        released = collection.release(card.id for card in collection.cards_numbered(deck, numbers))
    if options.json:
        line_of_json({"released": released})
    else:
        asked = f"{count(released, 'card')} will be asked again."
        talk(asked if released else "None of these cards was set aside.")


def _report_as_json(
    collection: "Collection", number: int, report: "CardReport"
) -> dict[str, object]:
    from learnt.clock import iso

    now, card = collection.now(), report.card
    points = []
    for point in card.points:
        memory = report.memories.get(point.id)
        points.append(
            {
                "id": point.id,
                "text": point.text,
                "recall": round(memory.recall(collection.model, now), 4) if memory else None,
                "stability": round(memory.stability(collection.model), 4) if memory else None,
                "difficulty": round(memory.state.difficulty, 4) if memory else None,
                "reviews": memory.reviews if memory else 0,
            }
        )
    return {
        "number": number,
        "id": card.id,
        "front": card.prompt,
        "points": points,
        "expected_mark": None if report.mark is None else round(report.mark, 4),
        "due": iso(report.due) if report.due is not None else None,
        "reviews": report.reviews,
        "suspended": report.held_until is not None,
    }


def _draw_deck(collection: "Collection", deck: "Deck", reports: "list[CardReport]") -> None:
    from rich.text import Text

    out = console()
    out.print(Text(deck.title, "bold"))
    drawn = table("#", "Asked", "Points, with what is known of each", "#Due")
    now = collection.now()
    for number, report in enumerate(reports, start=1):
        asked = shown(report.card.prompt or "(a statement)")
        drawn.add_row(str(number), asked, _points(collection, report), _due(report, now))
    out.print(drawn)


def _points(collection: "Collection", report: "CardReport") -> "Table":
    """A card's points, each behind what is known of it."""
    from rich.table import Table

    now = collection.now()
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", width=4, style="dim")
    for point in report.card.points:
        memory = report.memories.get(point.id)
        known = f"{memory.recall(collection.model, now):.0%}" if memory else "new"
        grid.add_row(known, shown(point.text))
    return grid


def _due(report: "CardReport", now: int) -> str:
    if report.held_until is not None:
        return "aside"
    if report.due is None:
        return "new"
    return "now" if report.due <= now else f"in {span(report.due - now)}"


def _plain(text: str) -> "Text":
    """Text of a card or title, never taken for markup."""
    from rich.text import Text

    return Text(text)
