"""The sidecar beside the PDF: read, saved, merged, never lost."""
