"""The sidecar: its bytes, the save protocol, the journal, merging, binding to a PDF (design: nothing is ever lost)."""
