"""Validates payment codes in exercises: well formed, and of no real bank.

EMV QR Code Specification for Payment Systems, Merchant-Presented Mode: each field has two digits
for its id, two for its length, then the value; the last field, 63, is a CRC-16/CCITT-FALSE of
everything before. VietQR (NAPAS) has the account in field 38: 00 is A000000727, 01 contains the
bank (00) and the account (01).
"""

FICTIONAL_BANK = "999999"
"""Not assigned to any bank of Viet Nam."""
BEGINNING = "0002"
NAPAS = "A000000727"
ACCOUNTS = tuple(f"{name:02}" for name in range(2, 52))


def payment_fault(text: str) -> str | None:
    """The problem code for an inadmissible payment code; None if it is valid or no payment code."""
    plain = text.strip()
    if not plain.startswith(BEGINNING):
        return None
    fields = _fields(plain)
    if fields is None or plain[-8:-4] != "6304" or crc(plain[:-4]) != plain[-4:].upper():
        return "payment_code_damaged"
    accounts = [fields[name] for name in ACCOUNTS if name in fields]
    if not accounts or any(_bank_of(account) != FICTIONAL_BANK for account in accounts):
        return "payment_code_real"
    return None


def crc(text: str) -> str:
    """The checksum as four hexadecimal digits."""
    register = 0xFFFF
    for byte in text.encode():
        register ^= byte << 8
        for _ in range(8):
            register = (register << 1) ^ 0x1021 if register & 0x8000 else register << 1
        register &= 0xFFFF
    return f"{register:04X}"


def _fields(text: str) -> dict[str, str] | None:
    """The fields by id; None when the lengths are inconsistent."""
    fields: dict[str, str] = {}
    while text:
        name, length = text[:2], text[2:4]
        if not (name.isascii() and name.isdigit() and length.isascii() and length.isdigit()):
            return None
        value = text[4 : 4 + int(length)]
        if len(value) != int(length):
            return None
        fields[name] = value
        text = text[4 + int(length) :]
    return fields


def _bank_of(account: str) -> str:
    """The bank number in a NAPAS account; empty for other schemes (cards, wallets)."""
    fields = _fields(account) or {}
    if fields.get("00") != NAPAS:
        return ""
    return (_fields(fields.get("01", "")) or {}).get("00", "")
