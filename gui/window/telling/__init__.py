"""What the window tells by itself: messages over the pages and in their place."""
