"""The page view, its marks and its caches."""
