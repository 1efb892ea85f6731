"""The page for text size, contrast and voice at the beginning of each visit."""
