"""The page for the languages that are offered."""
