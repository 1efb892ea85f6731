"""The page of signed packs."""
