"""Tap: touch one target on the simulated phone."""
