"""Texts as cells of a spreadsheet."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"


def guarded_cell(text: str) -> str:
    """The text, so that no spreadsheet takes it for a formula (OWASP, CSV injection)."""
    return GUARD + text if text.startswith(FORMULA_SIGNS) else text


def unguarded_cell(text: str) -> str:
    """The text as it was before it was guarded."""
    unguarded = text.removeprefix(GUARD)
    return unguarded if unguarded.startswith(FORMULA_SIGNS) else text
