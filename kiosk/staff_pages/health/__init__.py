"""The page that tells what ails the kiosk."""
