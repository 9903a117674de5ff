"""What a drag or a click on the page does, one way of dragging a module."""
