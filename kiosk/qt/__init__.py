"""Additions to Qt for Python: properties with types for mypy, and typed list models."""
