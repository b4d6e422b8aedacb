"""The words by which a text tells what led to what."""

from dataclasses import dataclass

from learnt.facts.words.phrases import Phrases


@dataclass(frozen=True)
class AskedWords:
    """How a prompt asks for causes or for consequences."""

    why: frozenset[str]
    before_why: frozenset[str]  # explain why: the words before it, where it is not the first
    reasons: frozenset[str]  # nouns: the causes of
    results: frozenset[str]  # nouns: the effects of
    of_reasons: frozenset[str]  # between such a noun and what it is of
    of_results: frozenset[str]
    linked: frozenset[str]  # factors that: these words between the two tell nothing
    what: frozenset[str]  # what led to it, what did it cause
    next_told: frozenset[str]  # in a point that tells what happened next: later
    worth: frozenset[str]  # why it is important: what a thing is worth has no cause
    findings: frozenset[str]  # the results of an experiment are no consequences


@dataclass(frozen=True)
class SoWords:
    """When "so" is no consequence."""

    so: frozenset[str]
    years: frozenset[str]  # of `because`, where a number stands before it: 121 BC
    degree_before: frozenset[str]  # what follows it then at once: so much
    after: frozenset[str]  # what stands before it then: do so, or so
    aims: frozenset[str]  # of "so that", soon behind it: so that he could
    because: frozenset[str]  # of `because`, of time where a date follows: since
    then: frozenset[str]  # behind or before it, where it is of time: ever since
    like: frozenset[str]  # of `because`, where a clause follows and it compares nothing: as
    not_like: frozenset[str]  # before it, where it compares: such as, known as
    like_then: frozenset[str]  # behind it, where it does: as well, as soon
    behind_comma: frozenset[str]  # of `like`, a clause wherever a comma parts it: da, denn


@dataclass(frozen=True)
class CauseWords:
    """Phrases and verbs between a cause and its effect, and when they are none.

    Verbs are in their plain form: `strong` ones link whatever stands before them, `weak` ones where
    nobody does it, `broad` ones where "this" or "which" stands before them or they are in -ing, and
    `broadest` in -ing only behind a comma.
    """

    because: Phrases
    so: Phrases
    conditions: Phrases
    framed_so: tuple[str, ...]  # verbs whose last part ends the clause: löste|lösten … aus
    framed_because: tuple[str, ...]  # wurde durch … ausgelöst
    before_noun: frozenset[str]  # end a phrase that a noun follows, and then the verb: wegen
    verb_last: bool  # whether a clause may end with its verb, auxiliaries too
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    broad: tuple[str, ...]
    broadest: tuple[str, ...]
    make: frozenset[str]  # forms of verbs that are weak where it is said what they make of it
    made_so: frozenset[str]  # soon behind them: made the party popular
    this: frozenset[str]  # stand for what was said before
    it: frozenset[str]  # stand for what the card is about
    which: frozenset[str]
    persons: frozenset[str]  # pronouns of those who act
    that: frozenset[str]
    clause_subjects: frozenset[str]  # open a clause
    concessions: frozenset[str]  # although: what stands up to the comma is beside the link
    breaks: frozenset[str]  # but: what stands behind it is another thing
    edges: frozenset[str]  # no part of what they begin or end
    turn: frozenset[str]  # behind a preposition, where that is no part of a subject: in turn
    hedges: frozenset[str]  # no part of what they end: mainly because
    then: frozenset[str]  # between a condition and what comes of it
    for_it: frozenset[str]  # behind a weak verb, where it links nothing: allowed for
    asked: frozenset[str]  # before "if" that asks whether
    examples: Phrases  # open a point that is no reason
    so_words: SoWords
    asking: AskedWords
