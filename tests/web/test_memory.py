"""The Memory page: before any answers, fitting, choosing a model, and two presses at once."""

import re
from dataclasses import replace
from threading import Event, Thread

import pytest

from learnt import Collection
from learnt.collection import Fitted
from tests.collection.learners import forgetful
from tests.collection.world import Clock, simple_deck
from tests.web.conftest import Browser, words


def test_before_any_answers(browser: Browser, collection: Collection) -> None:
    page = browser.get("/memory")
    assert "nothing to compare yet" in words(page)
    assert "none of 60 yet" in words(page)
    assert '"/memory/fit"' not in page.text
    assert "Blend" in words(page)
    told = browser.post("/memory/fit")
    assert "there are 0 of the 60 that it takes. Nothing was changed." in words(told)


def test_it_is_found_from_today_and_settings(browser: Browser, collection: Collection) -> None:
    collection.add(simple_deck(1))
    for path in ("/", "/settings", "/keys"):
        assert 'href="/memory"' in browser.get(path).text


def test_fitting(browser: Browser, collection: Collection, clock: Clock) -> None:
    forgetful(collection)
    page = browser.get("/memory")
    assert "Not fitted to you yet" in words(page)
    assert re.search(r"Of \d+ answers you were expected to recall \d+%, and you", words(page))
    assert page.text.count("<svg") - page.text.count('class="mark"') == 1
    told = browser.fill(page, "/memory/fit")
    assert re.search(
        r"Adopted\. On \d+ answers .* better what you recall, with an error that is \d+ % smaller\.",
        words(told),
    )
    assert re.search(r"Fitted to \d+ of your answers on 2 March 2026\.", words(told))
    assert "log loss" not in words(told).partition("For those who want to know")[0]
    again = browser.fill(told, "/memory/fit")
    assert (again.url, len(collection.fits())) == (told.url, 1), "the same answers: the same fit"
    clock.pass_by(minutes=1)
    browser.fill(told, "/memory/model", model="fsrs6")
    told = browser.get("/memory?came=" + collection.fits()[0].id)
    assert "Your memory is now told by FSRS-6." in words(told)


def test_lately(browser: Browser, collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    forgetful(collection)
    report = collection.memory_report()
    for moved, said in ((0.03, "a little more than"), (-0.01, "a little less than"), (0.009, "")):
        monkeypatch.setattr(
            collection, "memory_report", lambda moved=moved: replace(report, lately=moved)
        )
        text = words(browser.get("/memory"))
        assert said in text
        assert ("At the moment you recall" in text) == bool(said)


def test_choosing_a_model(browser: Browser, collection: Collection) -> None:
    page = browser.get("/memory")
    told = browser.fill(page, "/memory/model", model="sbd")
    assert "now told by SBD. Nothing was lost; you can go back." in words(told)
    assert collection.model.name == "sbd"
    browser.fill(told, "/memory/model", model="sbd")
    assert [one.comparison["reason"] for one in collection.fits()] == ["chosen"]
    for wrong in ("guess", ""):
        assert browser.post("/memory/model", data={"model": wrong}).status_code == 422
    assert collection.model.name == "sbd"


def test_what_was_not_told_here_is_not_said(browser: Browser) -> None:
    assert "Adopted" not in words(browser.get("/memory?came=nonsense&told=nonsense"))


def test_another_site_cannot_fit(browser: Browser, collection: Collection) -> None:
    for path in ("/memory/fit", "/memory/model", "/api/v1/memory/fit"):
        sent = browser.post(path, headers={"Origin": "http://evil.example"})
        assert sent.status_code == 403
    assert collection.fits() == ()


def test_an_answer_does_not_wait_for_a_fit_and_a_second_fit_does(
    browser: Browser, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a fit is made every other page answers; who presses twice gets one fit."""
    collection.add(simple_deck(2))
    begun, go_on = Event(), Event()
    really, tried = collection.try_fit, []

    def slowly(model: str | None = None) -> Fitted:
        tried.append(model)
        begun.set()
        assert go_on.wait(60)
        return really(model)

    monkeypatch.setattr(collection, "try_fit", slowly)
    presses = [Thread(target=browser.post, args=("/memory/fit",)) for _ in range(2)]
    for one in presses:
        one.start()
    assert begun.wait(60)
    assert browser.get("/study").status_code == 200
    assert browser.get("/memory").status_code == 200
    go_on.set()
    for one in presses:
        one.join()
    assert (len(tried), len(collection.fits())) == (1, 1)


def test_another_model_came_into_use_meanwhile(
    browser: Browser, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = collection.try_fit

    def overtaken(model: str | None = None) -> Fitted:
        done = really(model)
        collection.use_model("sbd")
        return done

    monkeypatch.setattr(collection, "try_fit", overtaken)
    told = browser.post("/memory/fit")
    assert told.status_code == 409
    assert "Another memory model has come into use meanwhile. Fit again." in words(told)
