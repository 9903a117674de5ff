"""The session: the one door through which a review changes."""
