"""Scan: choose what to point the camera at."""
