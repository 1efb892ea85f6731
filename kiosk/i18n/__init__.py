"""Languages found by scanning, and the gettext catalogues that hold their texts."""
