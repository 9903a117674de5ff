"""The tables of metrics, tasks, systems and numerals."""
