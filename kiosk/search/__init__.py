"""Lesson search by any words, with or without diacritics, tolerant of typing errors."""

from kiosk.search.index import SearchIndex
from kiosk.search.other_words import read_other_words

__all__ = ["SearchIndex", "read_other_words"]
