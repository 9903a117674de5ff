"""Place and quote: how a mark or an item finds its place again in a changed text. Pure functions."""
