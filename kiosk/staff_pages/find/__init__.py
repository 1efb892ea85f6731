"""The page where staff find a lesson."""
