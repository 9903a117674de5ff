"""The pointer over the pages and over the text: who gets its events, what it tells, what its menu offers."""
