"""The page on which a translator translates lessons sentence by sentence."""
