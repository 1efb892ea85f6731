"""Spot: find the signs of a scam in a message."""
