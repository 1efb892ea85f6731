"""The page on which a second person listens to recordings: right, or to be spoken again."""
