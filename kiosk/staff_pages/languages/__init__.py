"""The page for choosing the languages offered to learners."""
