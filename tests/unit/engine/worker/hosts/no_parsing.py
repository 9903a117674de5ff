"""Puts the stations of text and parsing out of the way: a host that does not use them need not import them, which
takes a fifth of a second in every test."""

from __future__ import annotations

import sys
from types import ModuleType

for name, door in (
    ("engine.parsing.document", "parse_flow"),
    ("engine.text.flow", "build_flow"),
    ("engine.lexicon.lexicon", "Lexicon"),
):
    module = ModuleType(name)
    setattr(module, door, object)
    sys.modules[name] = module
