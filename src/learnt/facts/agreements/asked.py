"""What prompt and deck give to the agreements of a text."""

from learnt.facts.agreements.nouns import named_noun
from learnt.facts.agreements.terms import own_date
from learnt.facts.events.scene import Scene
from learnt.facts.light import value
from learnt.facts.values import NameKind


@value(frozen=True, slots=True)
class AskedAgreement:
    """The agreement that a prompt names, with those who are named in it and its date there."""

    name: str
    parties: tuple[str, ...] = ()
    edtf: str | None = None


@value(frozen=True, slots=True)
class Given:
    """What is known before a text is read.

    `subjects` are those of the prompt: a pact with no party but one is theirs as well. `agreement`
    is the one that the prompt asks about: what was signed without being named is that one. `home`
    is the state of the person `whose` deck it is: an agreement of that person, or with one state
    and no one else, is that state's own.
    """

    subjects: tuple[str, ...] = ()
    agreement: AskedAgreement | None = None
    home: str | None = None
    whose: str | None = None


def asked_agreement(scene: Scene) -> AskedAgreement | None:
    """The first agreement that a prompt names."""
    names = scene.names.listed
    one = next((one for one in names if one.kind is NameKind.AGREEMENT), None)
    if one is None:
        return None
    states = dict.fromkeys(other.name for other in names if other.kind is NameKind.STATE)
    return AskedAgreement(one.name, one.parties or tuple(states), own_date(scene, named_noun(one)))
