"""The lessons of this kiosk: found, read, and kept as an index from one start to the next."""
