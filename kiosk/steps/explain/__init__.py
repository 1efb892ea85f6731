"""Explain: words, and perhaps a picture."""
