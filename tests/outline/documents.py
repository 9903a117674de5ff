"""Documents of known structure: reads a source into the blocks to print and the outline that a parse should find.

A line of a source is one of
  T title line        C centred line (C* a red head)        R right-aligned line        L line without indent
  #2 一、|title       block heading of level 2; _ and ~ behind a marker print a wide and a narrow blank;
                      |@title prints the title centred on the next line
  >2 （一）|title|n   run-in heading with n sentences of body behind it (n = 2 when left out)
  &2 一是|title       run-in heading within the paragraph before
  p text              paragraph (without text: from the pool)        - text   list item, no heading
  cap, tab, br        caption, table, page break        toc n, plaintoc n   contents with and without page numbers
  F field=value|…     expected front matter (* any)     S styles…   styles to set it in     !noauto, !tight
"""

from __future__ import annotations

import random
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Expected(NamedTuple):
    """A heading as it should be found."""

    level: int
    marker: str
    title: str


class Block(NamedTuple):
    """Something to print: `kind` is title, centre, red, right, left, body, list, caption, table, break, toc, h1, h2, …;
    `lead` characters of a run-in heading's text may be set apart."""

    kind: str
    text: str = ""
    lead: int = 0


@dataclass
class Document:
    """One source. `front` maps fields to expected values, "*" where any value is right."""

    name: str
    group: str
    blocks: list[Block] = field(default_factory=list)
    outline: list[Expected] = field(default_factory=list)
    front: dict[str, str] = field(default_factory=dict)
    styles: tuple[str, ...] = ()


def documents() -> list[Document]:
    """All sources, the development set first."""
    paths = [path for group in ("dev", "heldout", "unseen") for path in sorted(HERE.glob(f"sources/{group}/*.txt"))]
    return [read_document(path) for path in paths]


def read_document(path: Path) -> Document:
    """One source read."""
    return _Reader(path).read()


class _Reader:
    def __init__(self, path: Path) -> None:
        self.document = Document(path.stem, path.parent.name)
        self.lines = [line for line in path.read_text("utf8").splitlines() if line.strip()]
        self.random = random.Random(zlib.crc32(path.stem.encode()))
        pool = (HERE / "pool.txt").read_text("utf8").splitlines()
        self.pool = [line for line in pool if line and not line.startswith("#")]
        self.auto = True
        self.tight = False

    def read(self) -> Document:
        for at, line in enumerate(self.lines):
            following = self.lines[at + 1] if at + 1 < len(self.lines) else ""
            self._line(line, following)
        self._fill_contents()
        return self.document

    def sentences(self, count: int) -> str:
        return "".join(self.random.choice(self.pool) for _ in range(count))

    def _line(self, line: str, following: str) -> None:
        add = self.document.blocks.append
        word, _, rest = line.partition(" ")
        plain = {"T": "title", "C": "centre", "C*": "red", "R": "right", "L": "left", "-": "list", "cap": "caption"}
        if word[0] in "#>&":
            self._heading(word[0], int(word[1]), rest, following)
        elif word in plain:
            add(Block(plain[word], rest))
        elif word == "p":
            add(Block("body", rest or self.sentences(3)))
        elif word in {"toc", "plaintoc"}:
            add(Block(word, rest))
        elif word in {"br", "tab"}:
            add(Block({"br": "break", "tab": "table"}[word]))
        elif word == "F":
            self.document.front.update(part.split("=", 1) for part in rest.split("|"))  # type: ignore[arg-type]
        elif word == "S":
            self.document.styles = tuple(rest.split())
        elif word == "!noauto":
            self.auto = False
        elif word == "!tight":
            self.tight = True

    def _heading(self, sign: str, level: int, rest: str, following: str) -> None:
        marker, _, title = rest.partition("|")
        title, _, count = title.partition("|")
        printed = marker.replace("_", "\u3000").replace("~", " ")
        below = title.startswith("@")
        title = title.lstrip("@")
        shown = "".join(title.split()) if not marker else title
        self.document.outline.append(Expected(level, printed.strip(), shown))
        if sign == "#":
            self._block_heading(level, printed, title, following, below=below)
            return
        lead = f"{printed}{title}。" if not following.startswith("- ") else f"{printed}{title}："
        text = lead + self.sentences(0 if lead.endswith("：") else int(count or 2))
        if sign == "&" and self.document.blocks[-1].kind == "body":
            before = self.document.blocks.pop()
            self.document.blocks.append(Block("body", before.text + text, before.lead))
        else:
            self.document.blocks.append(Block("body", text, len(lead)))

    def _block_heading(self, level: int, printed: str, title: str, following: str, *, below: bool) -> None:
        if below:
            self.document.blocks += [Block("left", printed), Block("centre", title)]
        else:
            self.document.blocks.append(Block(f"h{level}", printed + title))
        deeper = following[:1] in {"#", ">"} and following[1] > str(level)
        if (
            self.auto
            and not following.startswith(("p", "-", "tab", "&"))
            and (not deeper or self.random.random() < 0.3)
        ):
            count = 1 if deeper or self.tight else self.random.randint(1, 3)
            self.document.blocks += [Block("body", self.sentences(self.random.randint(2, 4))) for _ in range(count)]

    def _fill_contents(self) -> None:
        headings = [block for block in self.document.blocks if block.kind[0] == "h" and block.kind[1:].isdecimal()]
        page = 0
        entries = []
        for block in headings:
            page += self.random.randint(0, 2)
            entries.append((int(block.kind[1:]), block.text, max(1, page)))
        filled: list[Block] = []
        for block in self.document.blocks:
            if block.kind in {"toc", "plaintoc"}:
                filled.append(Block("centre", "目　录"))
                filled += [
                    Block(f"{block.kind}{level}", text, number)
                    for level, text, number in entries
                    if level <= int(block.text)
                ]
            else:
                filled.append(block)
        self.document.blocks = filled
