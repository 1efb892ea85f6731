"""The page on which staff choose the machine's Vietnamese voice by ear, and put new ones in."""
