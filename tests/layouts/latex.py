"""Known texts as LaTeX sources for xelatex with ctex."""

from __future__ import annotations

from tests.layouts.texts import Piece

_ESCAPES = str.maketrans({"%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$", "~": r"\textasciitilde{}"})


def source(pieces: list[Piece], options: str, *, preamble: str = "") -> str:
    """A complete LaTeX file."""
    body = "\n\n".join(_element(piece) for piece in pieces)
    return (
        rf"\documentclass[fontset=none,{options}]{{ctexart}}"
        r"\setCJKmainfont{Noto Serif CJK SC}\setCJKsansfont{Noto Sans CJK SC}\setCJKmonofont{Noto Sans CJK SC}"
        rf"\usepackage{{booktabs}}{preamble}\begin{{document}}{body}\end{{document}}"
    )


def _element(piece: Piece) -> str:
    text = piece.text.translate(_ESCAPES)
    if piece.note:
        text += rf"\footnote{{{piece.note.translate(_ESCAPES)}}}"
    if piece.kind == "title":
        return (
            rf"\twocolumn[\begin{{center}}\Large\bfseries {text}\end{{center}}\vspace{{1em}}]"
            if False
            else rf"\begin{{center}}\Large\bfseries {text}\end{{center}}"
        )
    if piece.kind in ("head", "subhead"):
        return rf"{{\bfseries {text}}}"
    if piece.kind == "caption":
        return rf"\begin{{center}}\small {text}\end{{center}}"
    if piece.kind in ("signature", "date"):
        return rf"\begin{{flushright}}{text}\end{{flushright}}"
    if piece.kind == "table":
        rows = [" & ".join(row).translate(str.maketrans({"%": r"\%"})) + r"\\" for row in piece.rows]
        return (
            rf"\begin{{center}}\small\begin{{tabular}}{{l{'c' * (len(piece.rows[0]) - 1)}}}\toprule {rows[0]}\midrule "
            rf"{''.join(rows[1:])}\bottomrule\end{{tabular}}\end{{center}}"
        )
    if piece.kind == "plain":
        return rf"\noindent {text}"
    return text
