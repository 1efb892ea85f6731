"""The page on which staff search for a lesson."""
