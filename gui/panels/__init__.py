"""Lists and cards beside the page: outline, metrics, notes."""
