"""The page for the printer and the paper of the sheets to take home."""
