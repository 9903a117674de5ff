"""From raw characters to the flow: lines, furniture, paragraphs, tables."""
