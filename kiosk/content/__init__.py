"""Lesson and settings files: read with positions, checked, every problem reported in words."""
