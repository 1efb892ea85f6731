"""The page for choosing the printer and paper size of the handouts."""
