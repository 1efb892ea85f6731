"""The page that shows the kiosk's health."""
