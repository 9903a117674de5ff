"""The card of the selected item, note or document."""
