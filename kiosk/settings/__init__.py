"""The settings of a centre: read from its files, changed by staff, taken back."""
