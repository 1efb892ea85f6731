"""Scan: choose what to aim the camera at."""
