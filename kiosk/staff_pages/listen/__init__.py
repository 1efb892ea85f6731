"""The page on which a second person reviews recordings: accepted, or to be recorded again."""
