"""Known texts as flat OpenDocument files, which LibreOffice sets as an office does."""

from __future__ import annotations

from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.layouts.texts import Piece

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
    for name, uri in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


class Office(NamedTuple):
    """How a document is set: sizes in points, lengths as CSS lengths."""

    font: str = "AR PL SungtiL GB"
    head_font: str = "Noto Sans CJK SC"
    size: float = 16
    leading: str = "28.95pt"
    margins: tuple[str, str, str, str] = ("37mm", "26mm", "35mm", "28mm")
    indent: str = "2em"
    space: str = "0pt"
    align: str = "justify"
    columns: int = 1
    header: str = ""
    footer: str = "— {page} —"
    paper: tuple[str, str] = ("210mm", "297mm")
    centred_heads: bool = False


def flat_odt(pieces: list[Piece], office: Office) -> str:
    """A flat ODT file (.fodt)."""
    body = "".join(_element(piece, number) for number, piece in enumerate(pieces))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>{_styles(office)}</office:styles>'
        f"<office:automatic-styles>{_layout(office)}</office:automatic-styles>"
        f"<office:master-styles>{_master(office)}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _length(indent: str, size: float) -> str:
    return f"{float(indent[:-2]) * size}pt" if indent.endswith("em") else indent


def _styles(office: Office) -> str:
    indent = _length(office.indent, office.size)
    head_align = "center" if office.centred_heads else "start"
    head_indent = "0pt" if office.centred_heads else indent
    return "".join(
        (
            _style("body", office, office.align, indent),
            _style("item", office, office.align, indent),
            _style("plain", office, "start", "0pt"),
            _style("title", office, "center", "0pt", size=office.size + 6, bold=True, space="14pt"),
            _style("head", office, head_align, head_indent, font=office.head_font),
            _style("subhead", office, "start", indent, bold=True),
            _style("signature", office, "end", "0pt"),
            _style("bracket", office, "center", "0pt", space="6pt"),
            _style("contents", office, "start", indent),
            _style("date", office, "end", "0pt"),
            _style("caption", office, "center", "0pt", size=office.size - 2, bold=True),
            _style("cell", office, "start", "0pt", size=office.size - 4, leading="130%"),
            _style("note", office, "start", "0pt", size=max(8.0, office.size - 5), leading="120%"),
            _style("margin", office, "center", "0pt", size=10, leading="120%"),
        )
    )


def _style(
    name: str,
    office: Office,
    align: str,
    indent: str,
    *,
    size: float = 0,
    bold: bool = False,
    font: str = "",
    space: str = "",
    leading: str = "",
) -> str:
    face = font or office.font
    weight = "bold" if bold else "normal"
    size = size or office.size
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties fo:text-align="{align}" '
        f'fo:text-indent="{indent}" fo:margin-bottom="{space or office.space}" '
        f'fo:line-height="{leading or office.leading}" style:punctuation-wrap="simple"/>'
        f'<style:text-properties style:font-name-asian="{face}" fo:font-family="Liberation Serif" '
        f'style:font-family-asian="{face}" fo:font-size="{size}pt" style:font-size-asian="{size}pt" '
        f'fo:font-weight="{weight}" style:font-weight-asian="{weight}" '
        'fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:style>'
    )


def _layout(office: Office) -> str:
    top, right, bottom, left = office.margins
    columns = f'<style:columns fo:column-count="{office.columns}" fo:column-gap="24pt"/>' if office.columns > 1 else ""
    marginal = '<style:header-footer-properties fo:min-height="10mm" svg:height="12mm"/>'
    return (
        f'<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="{office.paper[0]}" '
        f'fo:page-height="{office.paper[1]}" fo:margin-top="{top}" fo:margin-right="{right}" '
        f'fo:margin-bottom="{bottom}" '
        f'fo:margin-left="{left}">{columns}<style:footnote-sep style:width="0.5pt" style:rel-width="25%"/>'
        "</style:page-layout-properties>"
        f"<style:header-style>{marginal}</style:header-style><style:footer-style>{marginal}</style:footer-style>"
        '</style:page-layout><style:style style:name="box" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #000000" fo:padding="2pt"/></style:style>'
    )


def _master(office: Office) -> str:
    number = '<text:page-number text:select-page="current"/>'
    parts = []
    for tag, text in (("header", office.header), ("footer", office.footer)):
        if text:
            inside = escape(text).replace("{page}", number).replace("{pages}", "<text:page-count/>")
            parts.append(f'<style:{tag}><text:p text:style-name="margin">{inside}</text:p></style:{tag}>')
    return (
        f'<style:master-page style:name="Standard" style:page-layout-name="page">{"".join(parts)}</style:master-page>'
    )


def _element(piece: Piece, number: int) -> str:
    if piece.kind == "table":
        return _table(piece, number)
    note = ""
    if piece.note:
        note = (
            f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation/><text:note-body>'
            f'<text:p text:style-name="note">{escape(piece.note)}</text:p></text:note-body></text:note>'
        )
    return f'<text:p text:style-name="{piece.kind}">{escape(piece.text)}{note}</text:p>'


def _table(piece: Piece, number: int) -> str:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell table:style-name="box"><text:p text:style-name="cell">{escape(cell)}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in piece.rows
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(piece.rows[0])}"/>'
    return f'<table:table table:name="t{number}">{columns}{rows}</table:table>'
