"""Words with their source, as they are cited in official writing: “……”（《政府工作报告》第5页）.

Pages are as printed, the PDF's own in brackets where they differ. Marks within marks take their other form
(GB/T 15834-2011: ‘’ within “”, 〈〉 within 《》, 〔〕 within （）).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

_INNER_QUOTES = str.maketrans("“”", "‘’")
_INNER_TITLE = str.maketrans("《》", "〈〉")


def citation(words: str, title: str, pages: Sequence[int], label: Callable[[int], str]) -> str:
    """The words with the document's title and the (PDF) pages they stand on."""
    return f"“{words.strip().translate(_INNER_QUOTES)}”（{source_of(title, pages, label)}）"


def source_of(title: str, pages: Sequence[int], label: Callable[[int], str]) -> str:
    """《title》第5页, 《title》第5—6页, 《title》第3页〔PDF第5页〕."""
    name = "".join(title.split("\n")).strip().translate(_INNER_TITLE)
    if name.startswith("〈") and name.endswith("〉") and "〈" not in name[1:]:
        name = name[1:-1]
    if not pages:
        return f"《{name}》"
    first, last = min(pages), max(pages)
    printed = _range(label(first), label(last))
    own = _range(str(first), str(last))
    said = f"第{printed}页" if label(first).isdigit() and label(last).isdigit() else printed
    return f"《{name}》{said}" if printed == own else f"《{name}》{said}〔PDF第{own}页〕"


def title_in_force(front_title: object, file_name: str) -> str:
    """The title as recognised or corrected, else the file's name without its suffix."""
    said = front_title if isinstance(front_title, str) else ""
    return said.strip() or PurePath(file_name).stem


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}—{last}"
