# ruff: noqa: E501  (markup is easier to read unbroken)
"""Sets documents in several styles with an office program, a browser and TeX, as offices, web sites and institutes do."""

from __future__ import annotations

import html
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.outline.documents import Block, Document

SERIF, SANS, KAI, MING = "Noto Serif CJK SC", "Noto Sans CJK SC", "AR PL UKai CN", "AR PL UMing CN"


class Face(NamedTuple):
    """How one kind of block is set; sizes and indents in points."""

    size: float
    bold: bool = False
    font: str = SERIF
    align: str = "left"
    indent: float = 0
    before: float = 0


class StyleSheet(NamedTuple):
    """A style: program, faces of the title, of headings by level (the last serves deeper ones) and of the body;
    `lead` tells that run-in headings are set bold; `leading` is the line height."""

    program: str
    title: Face
    headings: tuple[Face, ...]
    body: Face
    lead: bool = False
    leading: float = 1.6
    header: str = ""


STYLES = {
    "gov": StyleSheet(
        "office",
        Face(22, True, SERIF, "center"),
        (
            Face(16, False, SANS, indent=32),
            Face(16, False, KAI, indent=32),
            Face(16, True, MING, indent=32),
            Face(16, False, MING, indent=32),
        ),
        Face(16, False, MING, indent=32),
        leading=1.5,
    ),
    "flat": StyleSheet("office", Face(16, True, MING, "center"), (Face(12, False, MING, indent=24),), Face(12, False, MING, indent=24)),
    "report": StyleSheet(
        "browser",
        Face(24, True, SANS, "center"),
        (Face(18, True, SANS, "center", before=24), Face(15, True, SANS, before=14), Face(13, True, SERIF, before=8), Face(11, True, SERIF)),
        Face(11, False, SERIF, indent=22),
        lead=True,
    ),
    "dense": StyleSheet(
        "browser",
        Face(18, True, SANS, "left"),
        (Face(14, True, SANS, before=12), Face(12, True, SANS, before=8), Face(10.5, True, SANS, before=6), Face(10.5, False, SANS)),
        Face(10.5, False, SANS, before=5),
        leading=1.4,
    ),
    "tex": StyleSheet(
        "tex",
        Face(20, True, SERIF, "center"),
        (Face(17, True, SANS, before=18), Face(14, True, SANS, before=12), Face(12, True, SANS, before=8), Face(11, False, KAI, before=4)),
        Face(11, False, SERIF, indent=22),
        leading=1.45,
    ),
}  # fmt: skip
PAIRS = (("gov", "dense"), ("report", "flat"), ("tex", "gov"), ("flat", "dense"), ("gov", "report"))


def styles_of(document: Document, at: int) -> tuple[str, ...]:
    """Two styles a document."""
    return document.styles or PAIRS[at % len(PAIRS)]


def typeset(jobs: Iterable[tuple[Document, str]], folder: Path) -> None:
    """Sets each document in its style as `folder/name.style.pdf`, those that are there already left alone."""
    office: list[Path] = []
    for document, style in jobs:
        target = folder / f"{document.name}.{style}.pdf"
        if target.exists():
            continue
        sheet = STYLES[style]
        if sheet.program == "office":
            source = target.with_suffix(".fodt")
            source.write_text(_office(document, sheet), "utf8")
            office.append(source)
        elif sheet.program == "browser":
            _browse(document, sheet, target)
        else:
            _tex(document, sheet, target)
    if office:
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, office)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        for source in office:
            source.unlink()


def face_of(block: Block, sheet: StyleSheet) -> Face:
    body = sheet.body
    if block.kind == "title":
        return sheet.title
    if block.kind[0] == "h" and block.kind[1:].isdecimal():
        return sheet.headings[min(int(block.kind[1:]), len(sheet.headings)) - 1]
    if block.kind.startswith(("toc", "plaintoc")):
        return Face(body.size, False, body.font, indent=body.size * (int(block.kind[-1]) - 1))
    aligned = {"centre": "center", "red": "center", "caption": "center", "right": "right"}
    if block.kind in aligned:
        size = body.size * 2 if block.kind == "red" else body.size
        return Face(size, block.kind == "red", body.font, aligned[block.kind])
    return Face(body.size, False, body.font, indent=0) if block.kind == "left" else body


def _text_of(block: Block) -> str:
    return f"{block.text} {'.' * 60}{block.lead}" if block.kind.startswith("toc") else block.text


def _browse(document: Document, sheet: StyleSheet, target: Path) -> None:
    page = target.with_suffix(".html")
    page.write_text(_html(document, sheet), "utf8")
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--print-to-pdf={target}",
        page.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    page.unlink()


def _html(document: Document, sheet: StyleSheet) -> str:
    parts = []
    for block in document.blocks:
        if block.kind == "break":
            parts.append('<div style="break-after:page"></div>')
        elif block.kind == "table":
            rows = "".join(f"<tr><td>指标{n}</td><td>{n * 37.5}</td><td>{n}.2%</td></tr>" for n in range(1, 5))
            parts.append(f'<table border=1 style="border-collapse:collapse;width:80%;margin:8pt auto">{rows}</table>')
        else:
            parts.append(_html_block(block, sheet))
    style = f"@page{{size:A4;margin:28mm 26mm}}body{{margin:0;line-height:{sheet.leading}}}p{{margin:0}}"
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(parts)}"


def _html_block(block: Block, sheet: StyleSheet) -> str:
    face = face_of(block, sheet)
    text = html.escape(_text_of(block))
    if block.kind == "body" and block.lead and sheet.lead:
        text = f"<b>{html.escape(block.text[: block.lead])}</b>{html.escape(block.text[block.lead :])}"
    pad = "padding-left" if block.kind.startswith(("toc", "plaintoc")) else "text-indent"
    weight = "bold" if face.bold else "normal"
    style = f"font:{weight} {face.size}pt/{sheet.leading} '{face.font}';text-align:{face.align};{pad}:{face.indent}pt;margin-top:{face.before}pt"
    if block.kind.startswith("toc"):
        style += ";white-space:nowrap;overflow:hidden"
    return f'<p style="{style}">{text}</p>'


def _tex(document: Document, sheet: StyleSheet, target: Path) -> None:
    source = target.with_suffix(".tex")
    source.write_text(_tex_source(document, sheet), "utf8")
    command = ["xelatex", "-interaction=batchmode", f"-output-directory={target.parent}", str(source)]
    subprocess.run(command, check=False, capture_output=True, timeout=120)
    for suffix in (".tex", ".aux", ".log"):
        target.with_suffix(suffix).unlink(missing_ok=True)


def _tex_source(document: Document, sheet: StyleSheet) -> str:
    fonts = {SERIF: "serif", SANS: "sans", KAI: "kai", MING: "ming"}
    lines = [
        r"\documentclass[a4paper,11pt]{article}\usepackage[margin=27mm]{geometry}\usepackage{xeCJK}",
        rf"\setCJKmainfont{{{SERIF}}}",
        *(rf"\newCJKfontfamily\{name}{{{font}}}" for font, name in fonts.items()),
        r"\begin{document}\parindent=0pt",
    ]
    for block in document.blocks:
        if block.kind == "break":
            lines.append(r"\newpage")
        elif block.kind == "table":
            lines.append(
                r"\begin{center}\begin{tabular}{|l|r|}\hline 指标一&35.2\\\hline 指标二&12.6\\\hline\end{tabular}\end{center}"
            )
        else:
            face = face_of(block, sheet)
            text = "".join(
                rf"\{sign}" if sign in "%&#_$" else sign
                for sign in _text_of(block).replace("...", ".").replace("\u3000", "\\ \\ ")
            )
            if block.kind.startswith("toc"):
                text = rf"\hspace*{{{face.indent}pt}}{block.text}\ \dotfill\ {block.lead}"
            align = {"center": r"\centering", "right": r"\raggedleft"}.get(face.align, "")
            weight = r"\bfseries" if face.bold else ""
            lines.append(
                rf"{{\fontsize{{{face.size}}}{{{face.size * sheet.leading}}}\selectfont\{fonts[face.font]}{weight}{align}"
                rf"\vspace{{{face.before}pt}}\hspace*{{{face.indent if not block.kind.startswith('toc') else 0}pt}}{text}\par}}"
            )
    return "\n".join([*lines, r"\end{document}"])


def _office(document: Document, sheet: StyleSheet) -> str:
    """A flat OpenDocument text with page numbers in its footer."""
    styles: dict[Face, str] = {}
    body: list[str] = []
    broken = False
    for block in document.blocks:
        if block.kind == "break":
            broken = True
        elif block.kind == "table":
            body.append(_office_table())
        else:
            face = face_of(block, sheet)
            name = styles.setdefault(face, f"P{len(styles)}")
            body.append(f'<text:p text:style-name="{name}{"B" if broken else ""}">{escape(_text_of(block))}</text:p>')
            broken = False
    automatic = "".join(
        _office_style(face, name + mark, sheet, broken=bool(mark))
        for face, name in styles.items()
        for mark in ("", "B")
    )
    return _FODT.replace("{styles}", automatic).replace("{body}", "".join(body))


def _office_table() -> str:
    def cell(text: str) -> str:
        return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"

    rows = "".join(
        f"<table:table-row>{cell(f'指标{n}')}{cell(str(n * 37.5))}{cell(f'{n}.2%')}</table:table-row>"
        for n in range(1, 5)
    )
    return f'<table:table><table:table-column table:number-columns-repeated="3"/>{rows}</table:table>'


def _office_style(face: Face, name: str, sheet: StyleSheet, *, broken: bool) -> str:
    weight = "bold" if face.bold else "normal"
    pause = ' fo:break-before="page"' if broken else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties fo:text-align="{face.align}" '
        f'fo:text-indent="{face.indent}pt" fo:margin-top="{face.before}pt" fo:line-height="{round(sheet.leading * 100)}%"{pause}/>'
        f'<style:text-properties style:font-name-asian="{face.font}" style:font-name="{face.font}" fo:font-size="{face.size}pt" '
        f'style:font-size-asian="{face.size}pt" fo:font-weight="{weight}" style:font-weight-asian="{weight}"/></style:style>'
    )


_FONTS = "".join(
    f'<style:font-face style:name="{name}" svg:font-family="\'{name}\'"/>' for name in (SERIF, SANS, KAI, MING)
)
_FODT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" '
    'office:mimetype="application/vnd.oasis.opendocument.text">'
    f"<office:font-face-decls>{_FONTS}</office:font-face-decls>"
    '<office:automatic-styles>{styles}<style:style style:name="F" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>'
    '</style:style><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="595pt" fo:page-height="842pt" '
    'fo:margin="74pt"/><style:footer-style/></style:page-layout></office:automatic-styles>'
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:footer>'
    '<text:p text:style-name="F">— <text:page-number/> —</text:p></style:footer></style:master-page></office:master-styles>'
    "<office:body><office:text>{body}</office:text></office:body></office:document>"
)
