"""The room that tells what ails the kiosk."""
