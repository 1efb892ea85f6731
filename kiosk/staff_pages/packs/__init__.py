"""Signed packs: what came, from whom, when, what did not, and the way back."""
