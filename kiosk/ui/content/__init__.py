"""The lessons and languages of the running kiosk."""
