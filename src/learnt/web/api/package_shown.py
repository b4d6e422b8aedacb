"""An Anki package as the interface tells of it."""

from typing import Literal

from msgspec import Struct

from learnt.web.api.draft_updates import UpdateShown
from learnt.web.api.readings import ProblemShown
from learnt.web.api.values import MOST, Id, Time
from learnt.web.face import Face
from learnt.web.uploads.orders import Said
from learnt.web.uploads.seen import PackageSeen
from learnt.web.uploads.upload import Choice, Upload


class PackageHead(Struct, frozen=True):
    """A package in a list.

    `state` is waits, worked on, asks, done, stopped, interrupted or failed; `work` is what is or
    was last done with it. `why` says what went wrong. `stage`, `done` and `of` say how far it is.
    """

    id: Id
    name: str
    size: int
    at: Time
    state: str
    work: Literal["look", "save"] | None
    why: str
    stage: str
    done: int
    of: int


class Packages(Struct, frozen=True):
    """Some of the packages that were sent, the latest first, of so many in all."""

    packages: list[PackageHead]
    start: int
    total: int


class PackageDeck(Struct, frozen=True):
    """A deck of a package, with the answers that come with its cards."""

    id: Id
    title: str
    cards: int
    answers: int
    chosen: bool


class PackageType(Struct, frozen=True):
    """A note type, and which of its fields are front and back; no back where there are gaps."""

    name: str
    kind: str
    fields: list[str]
    notes: int
    front: str
    back: str


class PackageHolds(Struct, frozen=True):
    """What is in a package: of its decks the first 200, of `decks_total`. Sizes are in bytes."""

    decks: list[PackageDeck]
    decks_total: int
    types: list[PackageType]
    notes: int
    answers: int
    set_aside: int
    media: int
    media_bytes: int
    problems: list[ProblemShown]


class PackageDeckSaved(Struct, frozen=True):
    """A deck as far as it is saved: `cards` of its `of` cards, and what was new in them."""

    deck: Id
    title: str
    new: int
    updated: int
    same: int
    answers: int
    set_aside: int
    cards: int
    of: int


class PackageShown(Struct, frozen=True):
    """A package. `holds` is null until it was looked at, and after all of it is saved."""

    package: PackageHead
    holds: PackageHolds | None
    saved: list[PackageDeckSaved]


class PackageChanges(Struct, frozen=True):
    """What a package changes in decks that are there, of the first 50 of them."""

    decks: list[UpdateShown]


def package_head(face: Face, upload: Upload) -> PackageHead:
    """A package in a list, as it is at this moment."""
    upload = face.jobs.looked_after(upload)
    job = face.jobs.of(upload)
    said = job.said if job else Said()
    work = None if upload.work is None else upload.work.value
    return PackageHead(
        id=upload.id,
        name=upload.name,
        size=upload.size,
        at=upload.at,
        state=upload.state.value,
        work=work,  # type: ignore[arg-type] # nothing else is done with a package
        why=upload.why,
        stage=said.stage,
        done=said.done,
        of=said.of,
    )


def package_shown(face: Face, upload: Upload) -> PackageShown:
    """A package: how far it is, what it holds, what of it is saved."""
    upload = face.uploads.get(upload.id)
    seen = face.uploads.seen(upload)
    saved = [
        PackageDeckSaved(
            deck=one.deck,
            title=one.title,
            new=one.new,
            updated=one.updated,
            same=one.same,
            answers=one.reviews,
            set_aside=one.holds,
            cards=one.cards,
            of=one.of,
        )
        for one in upload.saved
    ]
    holds = _holds(seen, upload.choice) if seen else None
    return PackageShown(package_head(face, upload), holds, saved)


def _holds(seen: PackageSeen, choice: Choice) -> PackageHolds:
    return PackageHolds(
        decks=[
            PackageDeck(one.id, one.title, one.cards, one.answers, choice.takes(one.id))
            for one in seen.decks[:MOST]
        ],
        decks_total=len(seen.decks),
        types=[
            PackageType(one.name, one.kind, list(one.fields), one.notes, one.front, one.back)
            for one in seen.types[:MOST]
        ],
        notes=seen.notes,
        answers=seen.answers,
        set_aside=seen.set_aside,
        media=seen.media,
        media_bytes=seen.media_bytes,
        problems=[ProblemShown(one.line, one.text, one.why) for one in seen.problems],
    )
