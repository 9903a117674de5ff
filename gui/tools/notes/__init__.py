"""Notes made, moved and edited where they stand: tools, keys and the card beside them."""
