"""Cards that are fields: the template says where each stands.

    template = (text | "<< field >>" | "<< #field >>" template "<< /field >>"
                     | "<< ^field >>" template "<< /field >>")*

A part between "#" and "/" is shown where the field has something, between "^" and "/" where it has
not. Without a template the first field is one side, and the others are the next.
"""

import re
from collections.abc import Mapping

from learnt.sources.documents.mochi.shapes import Shape, shape, shapes, text

_RULE = "\n---\n"
_PLACE = re.compile(r"<<\s*(?P<sign>[#^/]?)\s*(?P<field>[^<>\n]{1,100}?)\s*>>")
_FIRST = "name"  # the field that every template has is called so, whatever it shows
_LONGEST = 1_000_000


def content_of(card: Shape, templates: Mapping[str, Shape]) -> str:
    """The Markdown of a card: its own, or what its template makes of its fields."""
    own = text(card.get("content"))
    fields = shape(card.get("fields"))
    template = templates.get(text(card.get("template-id")), {})
    if own.strip() or not fields:
        return own or text(card.get("name"))
    named = _named(fields, template)
    layout = text(template.get("content"))
    if not layout.strip():
        return _RULE.join(filter(None, named.values()))
    return _filled(layout, {name.casefold(): value for name, value in named.items()})


def _named(fields: Shape, template: Shape) -> dict[str, str]:
    """What each field says, by the name that its template gives it, in the template's order."""
    listed = sorted(shapes(template.get("fields")), key=lambda one: text(one.get("pos")))
    names = {text(one.get("id")): text(one.get("name")) for one in listed}
    order = [one for one in names if one in fields]
    order += sorted((one for one in fields if one not in names), key=lambda one: one != _FIRST)
    found: dict[str, str] = {}
    for one in order:
        value = fields[one]
        said = shape(value).get("value") if isinstance(value, dict) else value
        if isinstance(said, bool):
            said = "true" if said else ""
        found[names.get(one) or one] = said.strip() if isinstance(said, str) else ""
    return found


def _filled(layout: str, values: dict[str, str]) -> str:
    """The layout with the fields in their places."""
    out: list[str] = []
    hidden: list[tuple[str, bool]] = []  # the parts that are open, and whether each is left out
    end = size = 0
    for place in _PLACE.finditer(layout):
        shown = not any(left_out for _, left_out in hidden)
        field, sign = place["field"].casefold(), place["sign"]
        pieces = [layout[end : place.start()]] if shown else []
        end = place.end()
        if sign == "/":
            if hidden and hidden[-1][0] == field:
                hidden.pop()
        elif sign:
            hidden.append((field, bool(values.get(field)) == (sign == "^")))
        elif shown:
            pieces.append(values.get(field, ""))
        size += sum(map(len, pieces))
        if size > _LONGEST:
            break
        out += pieces
    if not any(left_out for _, left_out in hidden):
        out.append(layout[end:])
    return "".join(out)
