"""The caret of the pages and of the text, moved by the keyboard."""
