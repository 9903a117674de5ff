"""PDFium and the parse in processes of their own that may be killed."""
