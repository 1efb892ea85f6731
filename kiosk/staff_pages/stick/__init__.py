"""The page in which lessons are taken from a USB stick."""
