"""Which modules of a QR code are dark."""

Modules = tuple[tuple[bool, ...], ...]
"""Rows of modules, True where dark, without the quiet zone."""


def modules_of(text: str) -> Modules:
    """The square of dark and light modules that says the text.

    Raises:
        ValueError: the text is empty or too long for a code.
    """
    import qrcode  # noqa: PLC0415 - slow to import, and wanted only where a code is shown
    from qrcode.constants import ERROR_CORRECT_M  # noqa: PLC0415

    if not text:
        raise ValueError("a code must say something")
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix())
