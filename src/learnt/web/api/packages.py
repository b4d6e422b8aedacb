"""Anki packages: sent, looked at, chosen from, saved; what takes a while says how far it is."""

from dataclasses import replace
from io import BytesIO
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType, field

from learnt.collection import Choices
from learnt.deck.updating import Side
from learnt.errors import NotFound, UsageError
from learnt.ids import CardId
from learnt.web.api.draft_updates import update_shown
from learnt.web.api.operation import Call, Operation
from learnt.web.api.package_shown import (
    PackageChanges,
    PackageHead,
    Packages,
    PackageShown,
    package_head,
    package_shown,
)
from learnt.web.api.values import MOST, Asked, Id, Ids, Title, Window, part
from learnt.web.face import Face
from learnt.web.package_page import fields_wrong
from learnt.web.taking import begun
from learnt.web.uploads.packed import is_package
from learnt.web.uploads.seen import PackageSeen
from learnt.web.uploads.upload import Fields, State, Upload, Work

_MOST_SENT = 15_000_000
_NO_PACKAGE = "{} is no Anki package. Send the bytes of an .apkg or .colpkg file as Base64."
_NOT_NOW = "This package cannot be chosen from now: it is {}. Look at it again in a moment."
_NO_QUESTION = "This package asks nothing: it is {}. Save it, and it asks where cards would change."
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


class PackageDecision(Asked, frozen=True, kw_only=True):
    """What is chosen of cards that are there: a side for those in conflict, and gone ones to go.

    Of a conflict that is not named ours stays, and is in conflict again the next time. What is gone
    from the package and not in `out` stays; what is goes to the trash.
    """

    sides: Annotated[dict[Id, Literal["ours", "theirs", "both"]], Meta(max_length=MOST)] = field(
        default_factory=dict
    )
    out: Ids = ()


def list_packages(face: Face, call: Call[Window, None]) -> Packages:
    """The packages that were sent, those that are saved already for two weeks."""
    found = [one for one in face.uploads.list() if one.package]
    heads = [package_head(face, one) for one in part(found, call.query)]
    return Packages(heads, call.query.start, len(found))


def send_package(face: Face, call: Call[None, PackageSent]) -> PackageShown:
    """Send a package. It is looked at, which may go on after the answer."""
    data, name = BytesIO(call.body.data), call.body.name
    if not is_package("", data):
        raise UsageError(_NO_PACKAGE.format(name or "What was sent"))
    upload = face.uploads.take(data, name or "package.apkg", package=True)
    face.jobs.wait(begun(face, upload))
    return package_shown(face, upload)


def show_package(face: Face, call: Call[None, None]) -> PackageShown:
    """A package: how far it is, what it holds, what of it is saved."""
    return package_shown(face, _package(face, call.id("package")))


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
    return package_shown(face, upload)


def save_package(face: Face, call: Call[None, None]) -> PackageShown:
    """Save the decks that are chosen with their history, which may go on after the answer.

    What is there already is not doubled. Where cards that are there would change, nothing is saved
    and the package asks: `/packages/{package}/changes` says what, `/packages/{package}/decide` goes
    on.
    """
    upload, seen = _choosable(face, call.id("package"))
    if not seen.chosen(upload.choice):
        raise UsageError("No deck is chosen, so nothing was saved. Choose at least one.")
    face.jobs.wait(face.jobs.begin(upload, Work.SAVE))
    return package_shown(face, upload)


def show_package_changes(face: Face, call: Call[None, None]) -> PackageChanges:
    """What saving a package would change in decks that are there, while it asks."""
    upload = _asking(face, call.id("package"))
    return PackageChanges([update_shown(one) for one in face.uploads.changes(upload)])


def decide_on_package(face: Face, call: Call[None, PackageDecision]) -> PackageShown:
    """Save a package that asks, with what is chosen of cards that are there."""
    upload = _asking(face, call.id("package"))
    sides = {CardId(card): Side(side) for card, side in call.body.sides.items()}
    choices = Choices(sides=sides, out=frozenset(map(CardId, call.body.out)))
    face.jobs.wait(face.jobs.begin(upload, Work.SAVE, choices))
    return package_shown(face, upload)


def stop_package(face: Face, call: Call[None, None]) -> PackageShown:
    """Stop what is being done with a package. What was saved of it stays."""
    upload = _package(face, call.id("package"))
    face.jobs.stop(upload)
    return package_shown(face, upload)


def go_on_with_package(face: Face, call: Call[None, None]) -> PackageShown:
    """Choose again after it was stopped, was interrupted or failed; it is looked at again."""
    upload = _package(face, call.id("package"))
    if upload.waits and face.jobs.of(upload) is None:
        upload = face.uploads.change(upload.id, lambda one: replace(one, state=State.WAITS))
        face.jobs.wait(begun(face, upload))
    return package_shown(face, upload)


def throw_package_away(face: Face, call: Call[None, None]) -> PackageHead:
    """Forget a package; what was saved of it stays."""
    upload = _package(face, call.id("package"))
    face.jobs.stop(upload)
    head = package_head(face, _package(face, upload.id))
    face.uploads.remove(upload)
    return head


OPERATIONS = (
    Operation("GET", "/packages", list_packages, waits=False),
    Operation("POST", "/packages", send_package, status=201, waits=False),
    Operation("GET", "/packages/{package}", show_package, waits=False),
    Operation("DELETE", "/packages/{package}", throw_package_away, waits=False),
    Operation("PATCH", "/packages/{package}", choose_from_package, waits=False),
    Operation("POST", "/packages/{package}/save", save_package, errors=(422,), waits=False),
    Operation("GET", "/packages/{package}/changes", show_package_changes, waits=False),
    Operation("POST", "/packages/{package}/decide", decide_on_package, waits=False),
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


def _asking(face: Face, asked: str) -> Upload:
    """A package that asks. Raises NotFound, and UsageError where it does not."""
    upload = _package(face, asked)
    if upload.state is not State.ASKS or face.jobs.of(upload):
        raise UsageError(_NO_QUESTION.format(upload.state.value))
    return upload


def _check(seen: PackageSeen, fields: Fields) -> None:
    """Raise UsageError for a field that is not there."""
    there = {one.name: one.fields for one in seen.types}
    for name, pair in fields.items():
        if not set(pair) <= {*there.get(name, ())}:
            raise UsageError(_NO_TYPE.format(name, *pair))
    if wrong := fields_wrong(fields):
        raise UsageError(wrong)
