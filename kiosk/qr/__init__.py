"""QR codes: what they say and which modules are dark."""
