"""Documents made by code: Word, slides and PDF, as small as they can be."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

_OFFICE = "http://schemas.openxmlformats.org"
W = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main"'
_SLIDE = (
    f'xmlns:a="{_OFFICE}/drawingml/2006/main" xmlns:p="{_OFFICE}/presentationml/2006/main" '
    f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
)
STYLES = "".join(
    f'<w:style w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
    for style, name in (
        *(("T", "Title"), ("H1", "heading 1"), ("H2", "heading 2"), ("C1", "toc 1")),
        ("B2", "List Bullet 2"),
    )
)
_LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + _LEVEL.format(0, "bullet", "·")
    + _LEVEL.format(1, "bullet", "o")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + _LEVEL.format(0, "decimal", "%1.")
    + _LEVEL.format(1, "lowerLetter", "%2)")
    + _LEVEL.format(2, "lowerRoman", "%3.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
BULLETS, NUMBERS = 1, 2


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return made.getvalue()


def paragraph(text: str, style: str = "", item: tuple[int, int] | None = None) -> str:
    """A paragraph of Word; what stands between stars is bold."""
    looks = f'<w:pStyle w:val="{style}"/>' if style else ""
    if item:
        looks += f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>'
    runs = "".join(
        f"<w:r><w:rPr>{'<w:b/>' if place % 2 else ''}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for place, part in enumerate(text.split("**"))
        if part
    )
    return f"<w:p><w:pPr>{looks}</w:pPr>{runs}</w:p>"


def table(rows: Sequence[Sequence[str]], *, headed: bool = False) -> str:
    """A table of Word."""
    made = ""
    for place, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if headed and not place else ""
        made += f"<w:tr>{head}{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def word(*body: str) -> bytes:
    """A Word document."""
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {W}>{STYLES}</w:styles>",
            "word/numbering.xml": f"<w:numbering {W}>{NUMBERING}</w:numbering>",
        }
    )


def shape(role: str, *lines: tuple[int, str]) -> str:
    """A box of text on a slide."""
    text = "".join(
        f'<a:p><a:pPr lvl="{level}"/><a:r><a:t>{escape(line)}</a:t></a:r></a:p>'
        for level, line in lines
    )
    return (
        f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="{role}"/></p:nvPr></p:nvSpPr>'
        f"<p:txBody>{text}</p:txBody></p:sp>"
    )


def slides(*shapes: str, order: Sequence[int] = ()) -> bytes:
    """Slides; `order` are their numbers in the order in which they are shown."""
    listed = "".join(f'<p:sldId r:id="r{one}"/>' for one in order)
    related = "".join(
        f'<Relationship Id="r{place}" Target="slides/slide{place}.xml"/>'
        for place in range(1, len(shapes) + 1)
    )
    members = {
        "ppt/presentation.xml": f"<p:presentation {_SLIDE}>{listed}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": f"<Relationships>{related}</Relationships>",
    }
    for place, one in enumerate(shapes, 1):
        members[f"ppt/slides/slide{place}.xml"] = f"<p:sld {_SLIDE}>{one}</p:sld>"
    return packed(members)


@dataclass(frozen=True)
class Put:
    """Text on a page of a PDF document, from its upper left corner."""

    left: float
    top: float
    text: str
    size: float = 11
    font: str = "F1"


SCAN = "scan"
_HEIGHT, _WIDTH = 842, 595
_CYRILLIC = (  # letters a to z stand for those from а on
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> "
    b"endcodespacerange 1 beginbfrange <61> <7a> <0430> endbfrange endcmap end"
)


def pdf(*pages: Sequence[Put] | str) -> bytes:
    """A PDF document; F1 is Helvetica, F2 bold, F3 Cyrillic. `SCAN` is a page with a picture."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        _stream(_CYRILLIC),
        _stream(
            b"\x80",
            b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
            b"/ColorSpace /DeviceGray",
        ),
    ]
    resources = b"<< /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> /XObject << /I 7 0 R >> >>"
    kids = []
    for page in pages:
        content = b"q 500 0 0 700 40 40 cm /I Do Q" if page == SCAN else _drawn(page)
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources %s /Contents %d 0 R >>"
            % (_WIDTH, _HEIGHT, resources, len(objects) + 2)
        )
        objects.append(_stream(content))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))
    made = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return made + trailer % (len(objects) + 1, start)


def lines(texts: Sequence[str], left: float = 60, top: float = 60, size: float = 11) -> list[Put]:
    """Rows of text, one under the other."""
    return [Put(left, top + place * 1.25 * size, text, size) for place, text in enumerate(texts)]


def _drawn(page: Sequence[Put] | str) -> bytes:
    made = b""
    for one in page:
        assert isinstance(one, Put)
        text = one.text.encode("cp1252").replace(b"\\", b"\\\\")
        text = text.replace(b"(", b"\\(").replace(b")", b"\\)")
        place = (one.font.encode(), one.size, one.left, _HEIGHT - one.top, text)
        made += b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % place
    return made


def _stream(content: bytes, keys: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (keys, len(content), content)
