"""From the flow to records: pure functions that know no PDF, no Qt, no files."""
