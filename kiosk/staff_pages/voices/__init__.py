"""The page for choosing the Vietnamese synthesized voice and installing new ones."""
