"""The page on which a native speaker records the kiosk's sentences."""
