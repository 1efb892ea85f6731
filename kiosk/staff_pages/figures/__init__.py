"""The page that shows what happened here."""
