"""The lessons of this kiosk: finding and reading them, and a persistent index."""
