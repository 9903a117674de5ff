"""One key for the many names of an indicator (GDP = 地区生产总值), so that years can be compared.

Table `aliases.tsv`.
"""

from __future__ import annotations

import re

_NOISE = re.compile(r"[\s“”\"'（）()《》、,，]|^(?:全[国省市州县区镇]|我[国省市州县区]|本[省市县区])")


class AliasTable:
    """Names to keys; a name that is not in the table is its own key."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        self._keys = {alias: key for alias, key, *_ in rows}
        self._longest = sorted(self._keys, key=len, reverse=True)

    def key(self, name: str) -> str:
        """The key of a name: the longest alias inside is replaced, places and quotes are dropped."""
        plain = _NOISE.sub("", name)
        for alias in self._longest:
            if alias in plain:
                target = self._keys[alias]
                return plain if alias in target and target in plain else plain.replace(alias, target)
        return plain
