"""The page that shows the usage statistics."""
