"""The only code that imports PDFium and pypdf; runs inside the workers."""
