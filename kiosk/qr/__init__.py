"""QR codes: their content and their modules."""
