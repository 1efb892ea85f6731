"""Protects spreadsheet cells against formula injection."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"


def guarded_cell(text: str) -> str:
    """Prefixes a text that a spreadsheet would read as a formula (OWASP, CSV injection)."""
    return GUARD + text if text.startswith(FORMULA_SIGNS) else text


def unguarded_cell(text: str) -> str:
    """Reverses `guarded_cell`; other texts are returned unchanged."""
    unguarded = text.removeprefix(GUARD)
    return unguarded if unguarded.startswith(FORMULA_SIGNS) else text
