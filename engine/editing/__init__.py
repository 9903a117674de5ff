"""The one door for changes: a session over a parse and a review, its history and its effective view."""
