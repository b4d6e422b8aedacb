"""Cards of ours as notes, cards and rows of the log, in the order of their decks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha1
from html import unescape
from itertools import chain
from operator import eq, itemgetter
from typing import Any

from learnt.clock import Instant, study_day
from learnt.deck import Card, Deck, Direction
from learnt.ids import DeckId, made_at
from learnt.journal import BriefReview, Known
from learnt.practice.cue import statements_asked
from learnt.sources.packages.guids import guid_of
from learnt.sources.packages.own import TYPE_ID, DeckKept, flag_of, id_field, tags_as_written
from learnt.sources.packages.own.before import before_of
from learnt.sources.packages.own.markup import html_of, points_field, prompt_field
from learnt.sources.packages.own.packed import packed_id
from learnt.sources.packages.own.record import Record, record_of
from learnt.sources.packages.writing.homes import Home
from learnt.sources.packages.writing.log import UNSENT, Replay, Row, late_rows
from learnt.sources.packages.writing.numbers import Numbers
from learnt.sources.packages.writing.past import past_of
from learnt.sources.packages.writing.replay import fsrs_of
from learnt.sources.packages.writing.scheduling import Scheduler, Stand
from learnt.sources.packages.writing.values import Outgoing

_EARLIEST = 1_500_000_000  # seconds, of a card whose id has no time
_TAG = re.compile(r"<[^<>]*>")
_ORD = {Direction.FORWARD: 0, Direction.BACKWARD: 1}


@dataclass
class Rows:
    """The rows of a collection's tables, each in the order of the columns."""

    notes: list[Row] = field(default_factory=list)
    cards: list[Row] = field(default_factory=list)
    log: list[Row] = field(default_factory=list)


def rows_of(outgoing: Outgoing, homes: Mapping[DeckId, Home], first: Instant) -> Rows:
    """The rows of all decks; `first` is the instant from which Anki counts its days."""
    rows, reviews = _rows(outgoing, homes, first, {}), outgoing.studied.reviews.values()
    # as in hardly any collection; answers in a direction that is not asked any more have no row
    if _clash(rows.log) or len(rows.log) < sum(map(len, reviews)):
        late = late_rows(chain.from_iterable(reviews))
        rows = _rows(outgoing, homes, first, late) if late else rows
    return rows


def _clash(log: Sequence[Row]) -> bool:
    """Whether of rows, which are in order, two are of one millisecond, or one of none."""
    times: list[Any] = [row[0] for row in log]
    return bool(times) and (times[0] < 1 or any(map(eq, times, times[1:])))


def _rows(
    outgoing: Outgoing, homes: Mapping[DeckId, Home], first: Instant, late: Mapping[str, int]
) -> Rows:
    rows, writer = Rows(), _Writer(outgoing, first, late)
    for deck in outgoing.decks:
        home, prompts = homes[deck.id], statements_asked(deck)
        kept = DeckKept(
            packed_id(deck.id), home.name, deck.title, deck.question, deck.tags, deck.source
        )
        for card in deck.cards:
            writer.write(rows, deck, home, card, kept, prompts.get(card.id, ""))
            kept = DeckKept(packed_id(deck.id))  # the first card of a deck speaks for it
    rows.log.sort(key=itemgetter(0))
    return rows


class _Writer:
    def __init__(self, outgoing: Outgoing, first: Instant, late: Mapping[str, int]) -> None:
        settings, studied = outgoing.settings, outgoing.studied
        fsrs = fsrs_of(outgoing.model)
        self._outgoing, self._studied = outgoing, studied
        self._late = late
        self._replay = Replay(fsrs, settings.desired_retention, late)
        day = study_day(first, settings.time_zone)
        decay = round(fsrs.parameters[20], 3)
        self._scheduler = Scheduler(settings, studied, outgoing.now, day, decay)
        self._numbers, self._now = Numbers(), outgoing.now // 1000

    def write(
        self, rows: Rows, deck: Deck, home: Home, card: Card, kept: DeckKept, asked: str
    ) -> None:
        note = self._numbers.next(made_at(card.id))
        reviews = self._studied.reviews.get(card.id, ())
        known = self._known(card)
        fields = (
            prompt_field(card.prompt or asked, card.hint),
            points_field(card),
            html_of(_source(deck, card)),
            id_field(self._record(card, kept, asked, reviews, known.values())),
        )
        rows.notes.append(_note_row(note, card, fields, self._changed(card)))
        place, flag = len(rows.notes), flag_of(card.tags)
        for direction in card.directions:
            number = note if direction is card.directions[0] else self._numbers.next(note)
            its = [one for one in reviews if one.direction is direction]
            replayed = self._replay.card(number, card, direction, its, known.get(direction))
            stand = self._scheduler.stand(card, direction, replayed, place)
            rows.log += replayed.rows
            rows.cards.append(
                _card_row(number, note, home.id, _ORD[direction], self._now, stand, flag)
            )

    def _known(self, card: Card) -> Mapping[Direction, Known]:
        known = self._studied.known
        if not known:  # as of most collections
            return {}
        return {way: begin for way in Direction if (begin := known.get((card.id, way)))}

    def _record(
        self,
        card: Card,
        kept: DeckKept,
        asked: str,
        reviews: Sequence[BriefReview],
        known: Iterable[Known],
    ) -> Record:
        past, gone = past_of(card, reviews, self._late) if reviews else ([], [])
        held = self._studied.held.get(card.id, 0)
        held = held if held > self._outgoing.now else 0
        return record_of(card, kept, asked, past, gone, held=held, before=map(before_of, known))

    def _changed(self, card: Card) -> int:
        at = max(made_at(card.id), self._outgoing.changed.get(card.id, 0))
        return max(_EARLIEST, at // 1000)


def _card_row(  # noqa: PLR0917 - in the order of the columns
    number: int, note: int, home: int, place: int, changed: int, stand: Stand, flag: int
) -> Row:
    kind, queue, due, interval, ease, reps, lapses, left, data = stand
    return (
        *(number, note, home, place, changed, UNSENT, kind, queue, due, interval, ease, reps),
        *(lapses, left, 0, 0, flag, data),
    )


def _note_row(number: int, card: Card, fields: tuple[str, ...], changed: int) -> Row:
    tags = tags_as_written(card.tags) if card.tags else ()
    prompt = fields[0]
    shown = unescape(_TAG.sub("", prompt) if "<" in prompt else prompt).strip()
    digest = sha1(shown.encode(), usedforsecurity=False).digest()
    return (
        number,
        guid_of(card.id),
        TYPE_ID,
        changed,
        UNSENT,
        f" {' '.join(tags)} " if tags else "",
        "\x1f".join(fields),
        shown,
        int.from_bytes(digest[:4]),
        0,
        "",
    )


def _source(deck: Deck, card: Card) -> str:
    """Where a card is from, for people: the page's name, but not the folder it lay in."""
    if not deck.source:
        return ""
    name = re.split(r"[/\\]", deck.source)[-1]
    if not name or card.source_lines is None:
        return name
    first, last = card.source_lines
    return f"{name}, line {first}" if first == last else f"{name}, lines {first}–{last}"
