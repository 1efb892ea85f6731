"""Lessons that somebody brings on a stick: looked at, tried, taken over whole or not at all."""
