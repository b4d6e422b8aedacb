"""Anki packages: sent, looked at, chosen from, saved; what takes a while says how far it is."""

from dataclasses import replace
from io import BytesIO
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from learnt.errors import NotFound, UsageError
from learnt.web.api.operation import Call, Operation
from learnt.web.api.readings import ProblemShown
from learnt.web.api.values import MOST, Asked, Id, Ids, Time, Title, Window, part
from learnt.web.face import Face
from learnt.web.package_page import fields_wrong
from learnt.web.taking import begun
from learnt.web.uploads.orders import Said
from learnt.web.uploads.packed import is_package
from learnt.web.uploads.seen import PackageSeen
from learnt.web.uploads.upload import Choice, Fields, State, Upload, Work

_MOST_SENT = 15_000_000
_NO_PACKAGE = "{} is no Anki package. Send the bytes of an .apkg or .colpkg file as Base64."
_NOT_NOW = "This package cannot be chosen from now: it is {}. Look at it again in a moment."
_NO_DECK = "There is no deck {} in this package."
_NO_TYPE = "There is no note type “{}” with a front “{}” and a back “{}” in this package."

Pair = Annotated[tuple[Title, Title], Meta(description="The field of the front, that of the back")]


class PackageSent(Asked, frozen=True, kw_only=True):
    """An Anki package of up to 15 MB, as Base64, and the name of its file."""

    data: Annotated[bytes, Meta(max_length=_MOST_SENT)]
    name: Annotated[str, Meta(max_length=500)] = "package.apkg"


class PackageChoice(Asked, frozen=True, kw_only=True):
    """The decks to be saved (null is all), and other fields of note types, by their names."""

    decks: Ids | UnsetType | None = UNSET
    fields: Annotated[dict[Title, Pair], Meta(max_length=MOST)] | UnsetType = UNSET


class PackageHead(Struct, frozen=True):
    """A package in a list.

    `state` is waits, worked on, done, stopped, interrupted or failed; `work` is what is or was last
    done with it. `why` says what went wrong. `stage`, `done` and `of` say how far it is.
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


def list_packages(face: Face, call: Call[Window, None]) -> Packages:
    """The packages that were sent, those that are saved already for two weeks."""
    found = [one for one in face.uploads.list() if one.package]
    heads = [_head(face, one) for one in part(found, call.query)]
    return Packages(heads, call.query.start, len(found))


def send_package(face: Face, call: Call[None, PackageSent]) -> PackageShown:
    """Send a package. It is looked at, which may go on after the answer."""
    data, name = BytesIO(call.body.data), call.body.name
    if not is_package("", data):
        raise UsageError(_NO_PACKAGE.format(name or "What was sent"))
    upload = face.uploads.take(data, name or "package.apkg", package=True)
    face.jobs.wait(begun(face, upload))
    return _shown(face, upload.id)


def show_package(face: Face, call: Call[None, None]) -> PackageShown:
    """A package: how far it is, what it holds, what of it is saved."""
    return _shown(face, call.id("package"))


def choose_from_package(face: Face, call: Call[None, PackageChoice]) -> PackageShown:
    """Choose decks and fields. Other fields are another look, which may go on after the answer."""
    upload, seen = _choosable(face, call.id("package"))
    choice, sent = upload.choice, call.body
    if sent.decks is not UNSET:
        there = {deck.id for deck in seen.decks}
        for deck in sent.decks or ():
            if deck not in there:
                raise UsageError(_NO_DECK.format(deck))
        choice = replace(choice, decks=sent.decks)
    if sent.fields is not UNSET:
        _check(seen, sent.fields)
        choice = replace(choice, fields=sent.fields)
    face.uploads.change(upload.id, lambda one: replace(one, choice=choice))
    if choice.fields != seen.fields:
        face.jobs.wait(begun(face, upload))
    return _shown(face, upload.id)


def save_package(face: Face, call: Call[None, None]) -> PackageShown:
    """Save the decks that are chosen with their history, which may go on after the answer.

    What is there already is not doubled.
    """
    upload, seen = _choosable(face, call.id("package"))
    if not seen.chosen(upload.choice):
        raise UsageError("No deck is chosen, so nothing was saved. Choose at least one.")
    face.jobs.wait(face.jobs.begin(upload, Work.SAVE))
    return _shown(face, upload.id)


def stop_package(face: Face, call: Call[None, None]) -> PackageShown:
    """Stop what is being done with a package. What was saved of it stays."""
    upload = _package(face, call.id("package"))
    face.jobs.stop(upload)
    return _shown(face, upload.id)


def go_on_with_package(face: Face, call: Call[None, None]) -> PackageShown:
    """Choose again after it was stopped, was interrupted or failed; it is looked at again."""
    upload = _package(face, call.id("package"))
    if upload.waits and face.jobs.of(upload) is None:
        upload = face.uploads.change(upload.id, lambda one: replace(one, state=State.WAITS))
        face.jobs.wait(begun(face, upload))
    return _shown(face, upload.id)


def throw_package_away(face: Face, call: Call[None, None]) -> PackageHead:
    """Forget a package; what was saved of it stays."""
    upload = _package(face, call.id("package"))
    face.jobs.stop(upload)
    head = _head(face, _package(face, upload.id))
    face.uploads.remove(upload)
    return head


OPERATIONS = (
    Operation("GET", "/packages", list_packages, waits=False),
    Operation("POST", "/packages", send_package, status=201, waits=False),
    Operation("GET", "/packages/{package}", show_package, waits=False),
    Operation("DELETE", "/packages/{package}", throw_package_away, waits=False),
    Operation("PATCH", "/packages/{package}", choose_from_package, waits=False),
    Operation("POST", "/packages/{package}/save", save_package, errors=(422,), waits=False),
    Operation("POST", "/packages/{package}/stop", stop_package, waits=False),
    Operation("POST", "/packages/{package}/again", go_on_with_package, waits=False),
)


def _package(face: Face, asked: str) -> Upload:
    """Raises NotFound for what is none."""
    found = face.uploads.get(asked)
    if not found.package:
        raise NotFound("There is no such package.")
    return face.jobs.looked_after(found)


def _choosable(face: Face, asked: str) -> tuple[Upload, PackageSeen]:
    """A package that can be chosen from. Raises NotFound, and UsageError where it cannot be now."""
    upload = _package(face, asked)
    waits = upload.state is State.WAITS and face.jobs.of(upload) is None
    seen = face.uploads.seen(upload) if waits else None
    if seen is None:
        raise UsageError(_NOT_NOW.format("not looked at yet" if waits else upload.state.value))
    return upload, seen


def _check(seen: PackageSeen, fields: Fields) -> None:
    """Raise UsageError for a field that is not there."""
    there = {one.name: one.fields for one in seen.types}
    for name, pair in fields.items():
        if not set(pair) <= {*there.get(name, ())}:
            raise UsageError(_NO_TYPE.format(name, *pair))
    if wrong := fields_wrong(fields):
        raise UsageError(wrong)


def _head(face: Face, upload: Upload) -> PackageHead:
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


def _shown(face: Face, asked: str) -> PackageShown:
    upload = _package(face, asked)
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
    return PackageShown(_head(face, upload), holds, saved)


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
