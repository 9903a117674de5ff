"""Points that look wrong, one family of rules a module."""
