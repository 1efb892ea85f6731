"""Untrusted pictures: validated once in a separate process and converted to plain bitmaps."""
