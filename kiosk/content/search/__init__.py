"""Finds lessons by what people call them: any words, with or without marks, slips forgiven."""

from kiosk.content.search.index import SearchIndex

__all__ = ["SearchIndex"]
