"""Finds lessons by what people call them: any words, with or without marks, slips forgiven."""

from kiosk.search.index import SearchIndex
from kiosk.search.other_words import read_other_words

__all__ = ["SearchIndex", "read_other_words"]
