"""The list of findings an office does not want to see (`silence.tsv`): read, added to, taken from. Lines that are not
ours, comments too, stay as they are."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from engine.lexicon.office import SILENCE, read_silence

Silence = tuple[str, str]
"""A rule, and the quote it is silent about; "" for every quote."""

_HEAD = "# 不再提示的疑点：规则，制表符后为原文（不写原文为整条规则）\n"


def silences(folder: Path) -> tuple[Silence, ...]:
    """What a folder's list silences, in its order; nothing where there is none or it cannot be read."""
    try:
        text = (folder / SILENCE).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ()
    found = read_silence(text)
    return tuple(one for line in text.splitlines() for one in read_silence(line) if one in found)


def add_silence(folder: Path, rule: str, quote: str) -> None:
    """Silence a rule about a quote ("" for all). OSError where the list cannot be written."""
    if (rule, _one_line(quote)) in silences(folder):
        return
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / SILENCE
    text = path.read_text("utf-8-sig") if path.exists() else _HEAD
    gap = "" if not text or text.endswith("\n") else "\n"
    _write(path, f"{text}{gap}{rule}\t{_one_line(quote)}".rstrip("\t") + "\n")


def drop_silence(folder: Path, rule: str, quote: str) -> None:
    """Let a rule speak again. OSError where the list cannot be written."""
    path = folder / SILENCE
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    _write(path, "".join(line for line in lines if (rule, quote) not in read_silence(line)))


def _write(path: Path, text: str) -> None:
    """Whole or not at all: others read the list of a shared folder meanwhile."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.write_text(text, "utf-8")
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _one_line(quote: str) -> str:
    return " ".join(quote.split())
