"""Reads lesson and settings files with positions, checks them, and words every problem."""
