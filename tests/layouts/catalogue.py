"""The layouts: each is a name, the program that sets it, and how. `make_pdf` sets one text in one of them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tests.layouts import html, latex, programs
from tests.layouts.odt import Office, flat_odt
from tests.layouts.texts import Piece, law, regulation, report

_BROWSER_PAGE = "@page{size:A4;margin:18mm 15mm}"
_PLAIN_PAGE = "@page{size:A4;margin:25mm 28mm;@bottom-center{content:counter(page)}}"
_RUNNING_PAGE = (
    "@page{size:A4;margin:30mm 28mm;@top-center{content:'东江市人民政府公报 2025年第3期';font-size:9pt}"
    "@bottom-center{content:'第 ' counter(page) ' 页 共 ' counter(pages) ' 页';font-size:9pt}}"
)
_NARROW_PAGE = "@page{size:A5;margin:15mm 25mm;@bottom-right{content:counter(page)}}"


class Layout(NamedTuple):
    """`program` names what sets it, `how` its settings; `text` is report or regulation, with tables, notes or not."""

    name: str
    program: str
    how: object
    text: str = "report"
    tables: bool = False
    notes: bool = False


LAYOUTS: tuple[Layout, ...] = (
    Layout("gb9704", "soffice", Office()),
    Layout("gb9704-law", "soffice", Office(), "regulation"),
    Layout("gb9704-tables", "soffice", Office(centred_heads=True), tables=True),
    Layout(
        "office-notes",
        "soffice",
        Office(size=12, leading="150%", margins=("25mm",) * 4, header="临河县统计局年度报告", footer="{page}/{pages}"),
        notes=True,
    ),
    Layout(
        "office-columns",
        "soffice",
        Office(size=10.5, leading="135%", columns=2, margins=("20mm",) * 4, footer="{page}"),
        notes=True,
    ),
    Layout(
        "office-spaced",
        "soffice",
        Office(size=12, leading="130%", indent="0em", space="9pt", align="start", footer="第 {page} 页"),
    ),
    Layout(
        "office-landscape",
        "soffice",
        Office(size=14, leading="140%", paper=("297mm", "210mm"), footer="-{page}-"),
        tables=True,
    ),
    Layout("office-law-block", "soffice", Office(size=12, leading="150%", indent="0em", align="justify"), "regulation"),
    Layout("browser", "chromium", (html.SPACED, _BROWSER_PAGE, True), tables=True),
    Layout("browser-indented", "chromium", (html.INDENTED, _BROWSER_PAGE, True)),
    Layout("browser-law", "chromium", (html.SPACED_JUSTIFIED, _BROWSER_PAGE, False), "regulation"),
    Layout("browser-hanging", "chromium", (html.HANGING, _BROWSER_PAGE, True)),
    Layout("weasy-running", "weasyprint", (html.INDENTED, _RUNNING_PAGE, False), tables=True),
    Layout("weasy-columns", "weasyprint", (html.COLUMNS, _PLAIN_PAGE, False)),
    Layout("weasy-narrow", "weasyprint", (html.SPACED, _NARROW_PAGE, False), "regulation"),
    Layout("latex", "xelatex", ("a4paper,zihao=-4", ""), tables=True, notes=True),
    Layout("latex-columns", "xelatex", ("a4paper,twocolumn,zihao=5", ""), notes=True),
    Layout(
        "latex-headings",
        "xelatex",
        ("a4paper,zihao=4", r"\usepackage{fancyhdr}\pagestyle{fancy}\lhead{清水区}\rhead{政策汇编}"),
        "regulation",
    ),
    Layout(
        "latex-block",
        "xelatex",
        ("a4paper,zihao=-4", r"\setlength{\parindent}{0pt}\setlength{\parskip}{8pt}\ctexset{autoindent=false}"),
    ),
)

_MARKED = html.INDENTED + (
    "\nbody::before{content:'内部资料 注意保存';position:fixed;"
    "top:45%;left:10%;font-size:48pt;color:#ddd;transform:rotate(-35deg)}"
)
_TILED = html.SPACED_JUSTIFIED + (
    "\nbody::before{content:'某某文库 某某文库 某某文库';position:fixed;"
    "top:30%;left:5%;font-size:30pt;color:#eee;letter-spacing:1em}"
)
_SITE_PAGE = (
    "@page{size:A4;margin:30mm 28mm}"
    "@page{@top-left{content:'范文资料汇总 - - -优秀文档欢迎收藏 - - - - - - - - - -';font-size:9pt}"
    "@bottom-left{content:"
    "'精心收集 - - - - - 第 ' counter(page) ' 页，共 ' counter(pages) ' 页 - - - - -';font-size:9pt}"
    "@bottom-center{content:counter(page)}}"
)
_ALTERNATE_PAGE = (
    "@page{size:A4;margin:37mm 26mm 35mm 28mm} @page:left{@bottom-left{content:'— ' counter(page) ' —'}}"
    "@page:right{@bottom-right{content:'— ' counter(page) ' —'}}"
)
_THREE = html.INDENTED + "\nbody{column-count:3;column-gap:1.6em;font-size:9pt} h1{column-span:all}"
_LETTERS = html.INDENTED.replace("text-align:justify", "text-align:left;letter-spacing:.35em")

LAWS: tuple[Layout, ...] = (
    Layout("law-office", "soffice", Office(centred_heads=True), "law"),
    Layout(
        "law-office-plain", "soffice", Office(size=12, leading="150%", margins=("25mm",) * 4, footer="{page}"), "law"
    ),
    Layout("law-browser", "chromium", (html.SPACED_JUSTIFIED, _BROWSER_PAGE, True), "law"),
    Layout("law-weasy", "weasyprint", (html.INDENTED, _PLAIN_PAGE, False), "law"),
)
"""Laws as circulated: adopted-by notes, contents, chapters, articles."""

HELD_OUT: tuple[Layout, ...] = (
    Layout("weasy-slanted-mark", "weasyprint", (_MARKED, _PLAIN_PAGE, False)),
    Layout("weasy-level-mark", "weasyprint", (_TILED, _PLAIN_PAGE, False), "regulation"),
    Layout("weasy-site", "weasyprint", (html.INDENTED, _SITE_PAGE, False), tables=True),
    Layout("weasy-alternate", "weasyprint", (html.INDENTED, _ALTERNATE_PAGE, False), "regulation"),
    Layout("weasy-three", "weasyprint", (_THREE, _PLAIN_PAGE, False)),
    Layout("browser-letters", "chromium", (_LETTERS, _BROWSER_PAGE, True)),
    Layout(
        "browser-landscape",
        "chromium",
        (html.SPACED_JUSTIFIED, "@page{size:A4 landscape;margin:15mm 20mm}", True),
        tables=True,
    ),
    Layout(
        "office-a5",
        "soffice",
        Office(size=14, leading="120%", space="6pt", paper=("148mm", "210mm"), margins=("15mm",) * 4, footer="{page}"),
    ),
    Layout(
        "office-ragged",
        "soffice",
        Office(size=12, leading="160%", indent="2em", align="start", footer="第{page}页 共{pages}页"),
        tables=True,
    ),
    Layout(
        "office-three",
        "soffice",
        Office(size=9, leading="130%", columns=3, margins=("15mm",) * 4, header="清水区政务信息"),
        "regulation",
    ),
    Layout(
        "office-notes-block",
        "soffice",
        Office(size=11, leading="140%", indent="0em", space="8pt", footer="{page}"),
        notes=True,
        tables=True,
    ),
    Layout(
        "latex-roman",
        "xelatex",
        ("letterpaper,zihao=5", r"\pagenumbering{roman}\linespread{1.5}"),
        notes=True,
        tables=True,
    ),
    Layout(
        "latex-book",
        "xelatex",
        ("a5paper,zihao=5", r"\usepackage[margin=18mm]{geometry}\setlength{\parskip}{4pt}"),
        "regulation",
    ),
    Layout(
        "latex-columns-block",
        "xelatex",
        (
            "a4paper,twocolumn,zihao=-5",
            r"\setlength{\parindent}{0pt}\setlength{\parskip}{6pt}\ctexset{autoindent=false}",
        ),
    ),
)
"""Layouts set aside: rules are not made by looking at them, they tell how well the rules do elsewhere."""


def text_of(layout: Layout, seed: int, parts: int = 6) -> list[Piece]:
    """The known text that a layout sets for a seed."""
    if layout.text == "regulation":
        return regulation(seed, chapters=parts - 2)
    if layout.text == "law":
        return law(seed, chapters=parts)
    return report(seed, parts=parts, tables=layout.tables, notes=layout.notes)


def make_pdfs(layouts: list[Layout], seeds: list[int], folder: Path, parts: int = 6) -> None:
    """Set the texts of all seeds in all layouts whose program is there: `NAME-SEED.pdf`."""
    have = programs.available()
    sources: list[Path] = []
    for layout in layouts:
        if layout.program not in have:
            continue
        for seed in seeds:
            target = folder / f"{layout.name}-{seed}.pdf"
            if target.exists():
                continue
            source = _source(layout, text_of(layout, seed, parts), target)
            if layout.program == "soffice":
                sources.append(source)
            elif layout.program == "chromium":
                programs.chromium(source, target, marginal=bool(layout.how[2]))  # type: ignore[index]
            elif layout.program == "weasyprint":
                programs.weasy(source, target)
            else:
                programs.xelatex(source, folder)
    if sources:
        programs.soffice(sources, folder)


def _source(layout: Layout, pieces: list[Piece], target: Path) -> Path:
    if isinstance(layout.how, Office):
        source, written = target.with_suffix(".fodt"), flat_odt(pieces, layout.how)
    elif layout.program == "xelatex":
        options, preamble = layout.how  # type: ignore[misc]
        source, written = target.with_suffix(".tex"), latex.source(pieces, options, preamble=preamble)
    else:
        css, page_css, _ = layout.how  # type: ignore[misc]
        source, written = target.with_suffix(".html"), html.page(pieces, css, page_css)
    source.write_text(written, encoding="utf-8")
    return source
