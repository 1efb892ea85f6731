"""Measures speed and memory beside a bare window on the same machine: figures, not tests.

Nothing in the kiosk imports this package.
"""
