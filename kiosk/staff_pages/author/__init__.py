"""The page for editing, hiding, disabling and exporting lessons."""
