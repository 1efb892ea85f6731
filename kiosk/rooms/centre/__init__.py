"""The room for what the kiosk says of its centre."""
