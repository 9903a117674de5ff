"""The frame: docks, menus, close and save prompts; no feature logic."""
