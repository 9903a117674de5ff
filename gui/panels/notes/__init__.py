"""The list of notes."""
