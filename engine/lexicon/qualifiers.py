"""What bounds a number from outside (近, 超过, 以上, 左右); table `qualifiers.tsv`."""

from __future__ import annotations

import re

_LINKS = re.compile(r"(?:了|有|为|达到|达|在|是|到|占|合|按|每年)?$")
# 节约, 最近, 附近, ... end in a cue without bounding anything.
_BARRED = {
    "约": "节合公条特契预制大签履违",
    "近": "最附邻靠亲接将",
    "超": "赶高出",
    "少于": "不",
    "低于": "不",
    "高于": "不",
    "大于": "不",
    "小于": "不",
    "超过": "不",
    "多于": "不",
}
_ONLY_BARE = frozenset(("过", "上"))


class QualifierTable:
    """Cues before and after a number."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        self._before = {cue: kind for cue, position, kind, _ in rows if position == "before"}
        self._after = {cue: kind for cue, position, kind, _ in rows if position == "after"}
        self._longest = max(map(len, self._before), default=0)
        self._after_lengths = sorted({len(cue) for cue in self._after}, reverse=True)

    def before(self, text: str, at: int, *, bare: bool = True) -> tuple[str, int] | None:
        """The qualifier whose cue ends at `at` (a link such as 了 may stand between) and where the cue begins.
        `bare`: the number begins with a scale (千万), which alone may follow 上 and 过."""
        link = _LINKS.search(text, max(0, at - 3), at)
        ends = {at, link.start() if link else at}
        for end in sorted(ends, reverse=True):
            for length in range(min(self._longest, end), 0, -1):
                cue = text[end - length : end]
                kind = self._before.get(cue)
                if kind and self._is_free(text, cue, end - length, bare=bare, linked=end < at):
                    return kind, end - length
        return None

    def _is_free(self, text: str, cue: str, start: int, *, bare: bool, linked: bool) -> bool:
        if cue in _ONLY_BARE and (not bare or linked):
            return False
        if linked and len(cue) == 1:
            return False
        return not (start and text[start - 1] in _BARRED.get(cue, ""))

    def after(self, text: str, at: int) -> tuple[str, int] | None:
        """The qualifier whose cue begins at `at` and where the cue ends."""
        for length in self._after_lengths:
            cue = text[at : at + length]
            if kind := self._after.get(cue):
                return kind, at + len(cue)
        return None
