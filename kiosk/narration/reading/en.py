"""Reads English: the voice knows numbers and dates, the list knows Vietnamese names."""

from kiosk.narration.reading.plain import read

__all__ = ["read"]
