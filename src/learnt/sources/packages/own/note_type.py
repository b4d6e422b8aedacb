"""The one note type that we write, `learnt`: four fields, one template, never more.

A field that were added later would force a full sync on every device. The template is a cloze one:
of such a note Anki makes a card for each number that stands in its fields, and the field Id says
`{{c1::forward}}`, `{{c2::backward}}` or both. So a note has the cards that it is asked by and no
others, whoever edits it, with one note type for all.
"""

from typing import Any

from learnt.sources.packages.values import NoteType

NAME = "learnt"
TYPE_ID = 1_764_000_000_000
"""Always the same, by which Anki knows the note type wherever it goes."""
CHANGED = 1_764_000_000
"""When the note type was last changed, in seconds: later where the templates below are."""
PROMPT, POINTS, SOURCE, ID = FIELDS = ("Prompt", "Points", "Source", "Id")

_ASKED = f"{{{{#c1}}}}{{{{{PROMPT}}}}}{{{{/c1}}}}{{{{#c2}}}}{{{{{POINTS}}}}}{{{{/c2}}}}"
_TOLD = f"{{{{#c1}}}}{{{{{POINTS}}}}}{{{{/c1}}}}{{{{#c2}}}}{{{{{PROMPT}}}}}{{{{/c2}}}}"
_CLOZE = f'<div style="display:none">{{{{cloze:{ID}}}}}</div>'
FRONT = f'<div class="learnt learnt-front">{_ASKED}</div>\n{_CLOZE}'
BACK = (
    f'<div class="learnt learnt-front">{_ASKED}</div>\n<hr id="answer">\n'
    f'<div class="learnt">{_TOLD}\n'
    f'{{{{#{SOURCE}}}}}<div class="learnt-source">{{{{{SOURCE}}}}}</div>{{{{/{SOURCE}}}}}</div>\n'
    f"{_CLOZE}"
)
CSS = """\
.card {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  font-size: 20px;
  line-height: 1.5;
  color: #1f2328;
  background-color: #ffffff;
}
.learnt, #answer {
  max-width: 34em;
  margin-left: auto;
  margin-right: auto;
  text-align: left;
  overflow-wrap: break-word;
}
.learnt-front { font-weight: 500; }
#answer { border: 0; border-top: 1px solid #c9ced6; margin-top: 1em; margin-bottom: 1em; }
.learnt-points { margin: 0; padding-left: 1.4em; }
.learnt-points li { margin: 0.35em 0; }
ul.learnt-points li:only-child { list-style: none; margin-left: -1.4em; }
.learnt-hint { font-size: 0.8em; font-weight: 400; margin-top: 0.6em; color: #59626e; }
.learnt-hint summary { cursor: pointer; }
.learnt-note {
  margin-top: 0.9em;
  padding-left: 0.7em;
  border-left: 3px solid #c9ced6;
  font-size: 0.9em;
  color: #59626e;
}
.learnt-front .learnt-note, .learnt-front .learnt-media { display: none; }
.learnt-source { margin-top: 1.4em; font-size: 0.7em; color: #59626e; }
.learnt img { max-width: 100%; height: auto; }
.nightMode.card, .nightMode .card { color: #e6e8eb; background-color: #1e2125; }
.nightMode .learnt-hint, .nightMode .learnt-note, .nightMode .learnt-source { color: #a3abb5; }
.nightMode .learnt-note { border-color: #4a525c; }
.nightMode #answer { border-color: #4a525c; }
"""


def is_ours(note_type: NoteType) -> bool:
    """Whether notes of this type carry cards of ours, whatever it is called by now."""
    front = note_type.templates[0].front if note_type.templates else ""
    return set(FIELDS) <= set(note_type.fields) and f"{{{{cloze:{ID}}}}}" in front


def model() -> dict[str, Any]:
    """The note type as a collection of schema 11 has it."""
    return {
        "id": TYPE_ID,
        "name": NAME,
        "type": 1,
        "mod": CHANGED,
        "usn": -1,
        "sortf": 0,
        "did": None,
        "tmpls": [
            {
                "name": NAME,
                "ord": 0,
                "qfmt": FRONT,
                "afmt": BACK,
                "bqfmt": _ASKED,
                "bafmt": _TOLD,
                "did": None,
                "bfont": "",
                "bsize": 0,
                "id": TYPE_ID + 1,
            }
        ],
        "flds": [_field(place, name) for place, name in enumerate(FIELDS)],
        "css": CSS,
        "latexPre": (
            "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n"
            "\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n"
            "\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n"
        ),
        "latexPost": "\\end{document}",
        "latexsvg": False,
        "req": [[0, "any", [FIELDS.index(ID)]]],
    }


def _field(place: int, name: str) -> dict[str, Any]:
    hidden = name == ID  # what it carries is for programs: out of the way, and not searched
    return {
        "name": name,
        "ord": place,
        "sticky": False,
        "rtl": False,
        "font": "Arial",
        "size": 20,
        "description": "Written by learnt, to know the card by. Leave it as it is."
        if hidden
        else "",
        "plainText": hidden,
        "collapsed": hidden,
        "excludeFromSearch": hidden,
        "id": TYPE_ID + 10 + place,
        "tag": None,
        "preventDeletion": True,
    }
