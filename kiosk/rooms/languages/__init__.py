"""The room for the languages that are offered."""
