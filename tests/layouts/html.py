"""Known texts as web pages, for Chromium's and WeasyPrint's printing."""

from __future__ import annotations

from html import escape

from tests.layouts.texts import Piece

INDENTED = """body{font:12pt/1.7 'Noto Serif CJK SC';text-align:justify} p{margin:0;text-indent:2em}
h1{font-size:20pt;text-align:center} h2,h3{font-size:12pt;margin:0;text-indent:2em}"""
SPACED = """body{font:11pt/1.6 'Noto Sans CJK SC';text-align:left} p{margin:0 0 .8em} h1{font-size:22pt}
h2{font-size:15pt}
h3{font-size:12pt}"""
SPACED_JUSTIFIED = SPACED.replace("text-align:left", "text-align:justify")
COLUMNS = INDENTED + "\nbody{column-count:2;column-gap:2em;font-size:10pt} h1{column-span:all}"
HANGING = SPACED + "\np.item{padding-left:2.2em;text-indent:-2.2em}"


def page(pieces: list[Piece], css: str, page_css: str) -> str:
    """One HTML page; `page_css` is the @page rule."""
    body = "\n".join(_element(piece) for piece in pieces)
    extra = (
        "table{border-collapse:collapse;margin:.6em auto} td{border:1px solid #000;padding:2px 8px;text-indent:0}"
        ".caption{text-align:center;text-indent:0;font-weight:bold} .right{text-align:right;text-indent:0}"
        ".plain{text-indent:0} .bracket{text-align:center;text-indent:0;margin:0 3em}"
    )
    return (
        f"<!doctype html><html lang='zh-CN'><meta charset='utf-8'><title>{escape(pieces[0].text)}</title>"
        f"<style>{page_css}{css}{extra}</style>{body}</html>"
    )


def _element(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.kind == "table":
        rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in piece.rows)
        return f"<table>{rows}</table>"
    tag = {"title": "h1", "head": "h2", "subhead": "h3"}.get(piece.kind, "p")
    style = {"signature": "right", "date": "right"}.get(piece.kind, piece.kind)
    return f"<{tag} class='{style}'>{text}</{tag}>"
