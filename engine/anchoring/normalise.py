"""The form texts are compared in: NFKC, without blanks and without what PDF text engines disagree about.

Every normalised character knows the code point of the original it came from.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Normal(NamedTuple):
    """`text` is the compared form; `origins[i]` the index of the original code point of its i-th character."""

    text: str
    origins: list[int]


_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\x00\x02")
_FOLDED = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "―": "-", "‐": "-", "‑": "-", "−": "-",
           "﹣": "-", "─": "-", "·": ".", "・": ".", "•": ".", "‧": ".",
           "。": ".", "，": ",", "、": ",", "〇": "○"}  # fmt: skip

# CJK Radicals Supplement, which browsers put into PDFs and NFKC leaves as it is;
# pairs as in resources/lexicon/radicals.tsv.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉"
    "⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_FOLDED.update(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))


def normalise(text: str) -> Normal:
    """Normal form of a text with its origins. Never raises; unpaired surrogates are left out."""
    if text.isascii():
        kept = [(at, char) for at, char in enumerate(text) if char > " " and char != "\x7f"]
        return Normal("".join(char for _, char in kept), [at for at, _ in kept])
    characters: list[str] = []
    origins: list[int] = []
    for at, char in enumerate(text):
        for piece in normal_character(char):
            characters.append(piece)
            origins.append(at)
    return Normal("".join(characters), origins)


def normal_character(char: str) -> str:
    """Normal form of one character: "" for blanks and invisible characters."""
    if "\u4e00" <= char <= "\u9fff":
        return char
    if char <= " " or char in _DROPPED or "\ud800" <= char <= "\udfff":
        return ""
    folded = _FOLDED.get(char)
    if folded is not None:
        return folded
    pieces = unicodedata.normalize("NFKC", char)
    return "".join(_FOLDED.get(piece, piece) for piece in pieces if not piece.isspace() and piece not in _DROPPED)


def normal_text(text: str) -> str:
    """The compared form only."""
    return normalise(text).text
