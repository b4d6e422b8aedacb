"""SIGKILL at any moment of a sitting: no acknowledged answer is lost, nothing is saved by halves."""

import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.kill.checking import Account, faults, kill_at, kill_at_random, made

Campaign = Callable[[int, int], int]
MOMENTS = (
    "before the save:2",
    "lock:3",
    "review:3",
    "outcomes:3",
    "schedule:3",
    "commit:3",
    "committed:3",
    "acknowledged:3",
)


@pytest.mark.parametrize("batch", range(4))
def test_killed_at_random_moments(batch: int, tmp_path: Path, campaign: Campaign) -> None:
    """Twelve kills here and a thousand in a campaign; the same collection goes on after each."""
    chance = random.Random(f"kill {batch}")
    for round_ in range(campaign(1, 10)):
        account = made(tmp_path / str(round_))
        for number in range(campaign(3, 25)):
            kill_at_random(account, chance, "--undos", "0.1")
            assert faults(account) == [], f"batch {batch}, round {round_}, kill {number}"


def test_killed_at_chosen_moments(tmp_path: Path) -> None:
    """Before the transaction, within it, at its end, after it, after the reply."""
    _killed_at(made(tmp_path), MOMENTS)


def test_killed_on_postgresql(tmp_path: Path, postgres_schema: str) -> None:
    moments = ("review:2", "outcomes:2", "commit:2", "committed:2", "acknowledged:2")
    _killed_at(made(tmp_path, postgres_schema), moments)


@pytest.mark.parametrize("moment", ["create:1", "create:4"])
def test_killed_while_the_collection_is_made(moment: str, tmp_path: Path) -> None:
    kill_at(Account(tmp_path), moment)
    account = made(tmp_path)
    kill_at(account, "commit:2")
    assert faults(account) == []


def test_the_checker_sees_a_commit_that_comes_after_the_reply(tmp_path: Path) -> None:
    """The same kill and the same checker, on a program that says "saved" too early."""
    account = made(tmp_path)
    kill_at(account, "commit:3", "--reply-first")
    lost = account.acknowledged[-1]
    assert faults(account) == [f"lost: the answer {lost} was acknowledged"]


def test_the_checker_sees_it_at_random_moments_too(tmp_path: Path) -> None:
    chance = random.Random("too early")
    account = made(tmp_path)
    for _ in range(20):
        kill_at_random(account, chance, "--reply-first")
        if any(fault.startswith("lost: the answer") for fault in faults(account)):
            return
    pytest.fail("twenty kills of a program that replies before it commits, and nothing was lost")


def _killed_at(account: Account, moments: Iterable[str]) -> None:
    for moment in moments:
        kill_at(account, moment)
        _moment_was_inside(account, moment)
        assert faults(account) == [], moment


def _moment_was_inside(account: Account, moment: str) -> None:
    """The kill was where it was meant to be: what is saved and not acknowledged says so."""
    with account.open() as collection, collection.store.reading() as transaction:
        saved = {event.id for event in transaction.journal.events()}
    last = list(account.intents)[-1]
    name = moment.partition(":")[0]
    assert (last in saved) is (name in {"committed", "acknowledged"})
    assert (last in account.acknowledged) is (name == "acknowledged")
