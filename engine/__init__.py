"""Understanding and keeping: everything that needs neither a screen nor Qt."""
