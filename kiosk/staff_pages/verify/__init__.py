"""The page where a person of the commune confirms what lessons state."""
