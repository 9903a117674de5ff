"""The bars around the pages and what stands in them."""
