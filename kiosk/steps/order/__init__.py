"""Order: touch items in their right order."""
