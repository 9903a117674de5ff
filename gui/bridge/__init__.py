"""Engine changes and worker replies to signals; code points to UTF-16; page to view."""
