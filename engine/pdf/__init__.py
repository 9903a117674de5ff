"""The only code that imports PDFium; runs inside the workers."""
