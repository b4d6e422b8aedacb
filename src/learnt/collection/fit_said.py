"""What came of a fit, in plain words: one place for the terminal and the pages."""

FEWEST = 60
"""How many answers a fit must be tried on; a test holds it equal to that of the comparison."""


def came_of(reason: str, tested: int, better: str = "") -> str:
    """What came of a fit, by the word kept with it. `better`: by how much, for who wants it."""
    if reason == "too_few":
        return (
            "Too few new answers yet: a fit is tried on answers on later days that it has not "
            f"seen, and there are {tested:,} of the {FEWEST} that it takes. Nothing was changed."
        )
    tried = f"On {tested:,} answers that it had not seen, the fit foretells"
    if reason == "better":
        return f"Adopted. {tried} better what you recall{better}."
    return (
        f"Not adopted. {tried} what you recall no better than before{better}. Nothing was changed."
    )


def chosen(model: str) -> str:
    """That another model was chosen."""
    return f"Your memory is now told by {model}. Nothing was lost; you can go back."
