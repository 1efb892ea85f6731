"""What the kiosk talks about: lessons, steps, screens, settings; no Qt, no files, no clock."""
