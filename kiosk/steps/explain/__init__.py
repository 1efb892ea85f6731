"""Explain: words, with an optional picture."""
