"""The page on which staff take recordings from a USB stick, and listen before they are kept."""
