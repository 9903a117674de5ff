"""What is done with selected words: copied, cited, corrected, made an item of."""
