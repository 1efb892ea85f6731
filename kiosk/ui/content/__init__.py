"""Lessons and languages as the running kiosk has them."""
