"""Tap: touch one thing on the phone."""
