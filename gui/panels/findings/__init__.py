"""The list of points that look wrong."""
