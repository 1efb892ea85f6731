"""The page for updates of the whole system."""
