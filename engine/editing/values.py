"""Values as the sidecar keeps them."""

from __future__ import annotations

from typing import Any

import msgspec


def plain_value(value: Any) -> Any:
    """Lists for tuples, objects for records, words without blanks around them."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, tuple | list):
        return [plain_value(one) for one in value]
    return msgspec.to_builtins(value) if isinstance(value, msgspec.Struct) else value
