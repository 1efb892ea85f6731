"""The page for the centre's details."""
