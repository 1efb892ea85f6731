"""Languages, found by scanning folders, and the gettext catalogues with their texts."""
