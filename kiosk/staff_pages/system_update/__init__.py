"""The page of the machine's own updates."""
