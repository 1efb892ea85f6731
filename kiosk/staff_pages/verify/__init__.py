"""The page on which a person of the commune verifies the facts of lessons."""
