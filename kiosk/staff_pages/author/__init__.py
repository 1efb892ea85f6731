"""The page where lessons are written, hidden, taken out of use and copied to a stick."""
