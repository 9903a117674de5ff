"""The text view (文字稿): the flow set anew at any size, with the marks, links, selection and caret of the pages."""
