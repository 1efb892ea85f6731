"""The page for importing lessons from a USB stick."""
