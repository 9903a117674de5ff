"""Frozen records, with no behaviour beyond their own consistency."""
