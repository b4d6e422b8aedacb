"""`learnt backup`, `restore`, `doctor`, `settings`, `completion`: looking after a collection."""

import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from learnt.cli.options import Options, verb
from learnt.cli.output import console, count, line_of_json, table, talk, working

if TYPE_CHECKING:
    from learnt.collection import Backup, MediaUse

_LOOKS = {"system": "as your device does", "light": "light", "dark": "dark"}
_MARKED = {"lenient": "leniently", "normal": "as usual", "strict": "strictly"}


@verb()
def backup(options: Options) -> None:
    """Make a backup now. One a day is made anyway, and before every import."""
    with options.open() as collection, working("Copying …"):
        made = collection.back_up()
        media = collection.store.kept_contents.path
    if options.json:
        line_of_json(_as_json(made))
    else:
        talk(f"Backed up to {made.path}.")
        if media is not None and media.exists():
            talk(f"Pictures and sounds are kept once for all backups, in {media}.")


@verb()
@click.argument("name", required=False)
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
def restore(options: Options, name: str | None, *, yes: bool) -> None:
    """List the backups, or bring one back: by its number in the list, its name, or as `latest`.

    What is there now is backed up first, so that a restore can itself be undone.
    """
    from learnt.clock import local_text

    with options.open() as collection:
        if name is None:
            _list(options, collection.backups(), collection.learner.settings.time_zone)
            return
        name = _by_number(name, collection.backups())
        asked = sys.stdin.isatty() and not yes and not options.json
        chosen = collection.backup(name)
        when = local_text(chosen.at, collection.learner.settings.time_zone)
        question = f"Go back to {when}? What there is now is backed up first."
        if asked and not click.confirm(question, err=True):
            talk("Nothing was changed.")
            return
        with working("Bringing it back …"):
            chosen = collection.restore(name)
            lost = collection.media.lost()
    if options.json:
        line_of_json(_as_json(chosen) | {"media_lost": lost})
        return
    talk(f"{chosen.name} is back. What was there before is in the newest backup.")
    if lost:
        told = count(len(lost), "picture or sound", "pictures and sounds")
        talk(
            f"It is without {told}, such as {', '.join(lost[:5])}: neither the collection nor its "
            "backups have them whole. Add the package that they came from again, or put the "
            "backups/media.db of then beside the backup and restore it once more."
        )


@verb()
@click.option("--rebuild", is_flag=True, help="Work everything out anew from the journal.")
def doctor(options: Options, *, rebuild: bool) -> None:
    """Check the collection: the database, and that what is known follows from the journal."""
    with options.open() as collection, working("Looking …"):
        health = collection.doctor(rebuild_caches=rebuild)
        where = collection.store.where
    out_of_step = health.differences and not rebuild
    options.problems = bool(health.faults or health.media.damaged or out_of_step)
    if options.json:
        line_of_json({"where": where, **asdict(health)})
        return
    talk(f"The collection is at {where}.")
    for fault in health.faults:
        talk(f"The database says: {fault}. `learnt restore` brings back a backup.")
    if health.reviews is not None:
        talk(f"Rebuilt from {count(health.reviews, 'answer')}.")
    if health.differences:
        had = "were out of step" if rebuild else "are out of step; `learnt doctor --rebuild` mends"
        talk(f"{count(health.differences, 'entry', 'entries')} {had}.")
    elif not (health.faults or health.media.damaged):
        talk("All is well.")
    _tell_media(health.media, rebuilt=rebuild)


@verb()
@click.option("--new-a-day", type=click.IntRange(0, 9999), help="New cards a day.")
@click.option("--reviews-a-day", type=click.IntRange(0, 99999), help="Reviews a day at most.")
@click.option(
    "--retention", type=float, metavar="MARK", help="The mark you want to keep, 70 to 99 percent."
)
@click.option("--time-zone", metavar="ZONE", help="Such as Europe/London.")
@click.option("--theme", type=click.Choice(["system", "light", "dark"]), help="How pages look.")
@click.option(
    "--marking",
    type=click.Choice(["lenient", "normal", "strict"]),
    help="How strictly typed answers are marked.",
)
def settings(
    options: Options,
    *,
    new_a_day: int | None,
    reviews_a_day: int | None,
    retention: float | None,
    time_zone: str | None,
    theme: str | None,
    marking: str | None,
) -> None:
    """Show your settings, or change them."""
    from learnt.clock import is_zone

    if time_zone is not None and not is_zone(time_zone):
        raise click.UsageError(f"“{time_zone}” is no time zone. Write one such as Europe/London.")
    asked = {
        "new_a_day": new_a_day,
        "reviews_a_day": reviews_a_day,
        "desired_retention": retention / 100 if retention and retention > 1 else retention,
        "time_zone": time_zone,
        "theme": theme,
        "marking": marking,
    }
    wanted = {name: value for name, value in asked.items() if value is not None}
    with options.open() as collection:
        if wanted:
            try:
                changed = replace(collection.learner.settings, **wanted)  # type: ignore[arg-type] # a dict of mixed values
            except ValueError as error:  # what click's ranges let through: nan
                raise click.UsageError(f"{error}.") from error
            collection.set(changed)
        now = collection.learner.settings
    if options.json:
        line_of_json(asdict(now))
        return
    talk(f"New cards a day: {now.new_a_day} (--new-a-day)")
    talk(f"Reviews a day, at most: {now.reviews_a_day} (--reviews-a-day)")
    talk(f"The mark to keep: {now.desired_retention:.0%} (--retention)")
    talk(f"Time zone: {now.time_zone}; a day begins at 4 am (--time-zone)")
    talk(f"Pages look: {_LOOKS[now.theme]} (--theme)")
    talk(f"Typed answers are marked: {_MARKED[now.marking]} (--marking)")


@verb()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(_options: Options, shell: str) -> None:
    """Print the script that makes the tab key complete verbs and decks in your shell.

    For bash, put this line into ~/.bashrc: source <(learnt completion bash)
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None  # noqa: S101 - the choices above are click's own
    root = click.get_current_context().find_root()
    click.echo(made(root.command, {}, "learnt", "_LEARNT_COMPLETE").source())


def _tell_media(media: "MediaUse", *, rebuilt: bool) -> None:
    if media.missing:
        names = ", ".join(media.missing[:5])
        talk(f"Cards name {count(len(media.missing), 'file')} that never came, such as {names}.")
    if not media.files:
        return
    told = f"{count(media.files, 'picture or sound', 'pictures and sounds')} ({_size(media.size)})"
    if media.unused:
        told += f", of which no card names {media.unused} ({_size(media.unused_size)})"
    talk(f"There are {told}.")
    if media.damaged:
        names = ", ".join(media.damaged[:5])
        todo = (
            "No backup has them whole: add the package that they came from again"
            if rebuilt
            else "`learnt doctor --rebuild` brings back what the backups have"
        )
        talk(f"Damaged or lost are {len(media.damaged)}, such as {names}. {todo}.")


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _list(options: Options, backups: "tuple[Backup, ...]", zone: str) -> None:
    from learnt.clock import local_text

    if options.json:
        for one in backups:
            line_of_json(_as_json(one))
        return
    if not backups:
        talk("There is no backup yet.")
        return
    drawn = table("#", "When", "Why", "#Size")
    for number, one in enumerate(backups, start=1):
        drawn.add_row(str(number), local_text(one.at, zone), one.why, _size(one.size))
    console().print(drawn)
    talk("`learnt restore 1` brings the newest back. --json lists them with their files.")


def _by_number(name: str, backups: "tuple[Backup, ...]") -> str:
    """The name of a backup that was asked for by its number in the list."""
    if name.isascii() and name.isdecimal() and 1 <= int(name) <= len(backups):
        return backups[int(name) - 1].name
    return name


def _as_json(one: "Backup") -> dict[str, object]:
    from learnt.clock import iso

    return {"name": one.name, "path": str(one.path), "at": iso(one.at), "why": one.why}
