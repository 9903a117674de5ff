"""Words found in the pages and in the text."""
