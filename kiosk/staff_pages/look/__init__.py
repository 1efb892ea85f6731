"""The page for how the kiosk looks and sounds to each new person."""
