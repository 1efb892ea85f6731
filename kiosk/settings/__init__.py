"""The settings of a centre: reading the files, changes by staff, and undo."""
