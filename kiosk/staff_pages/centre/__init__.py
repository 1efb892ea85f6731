"""The page for what the kiosk says of its centre."""
