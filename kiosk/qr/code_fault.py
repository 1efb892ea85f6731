"""Checks for QR codes that must not be shown, because they cost money or do not work.

Wi-Fi codes: `WIFI:T:WPA;S:<name>;P:<password>;H:true;;`; backslash, semicolon, comma, colon and
double quote inside a value are escaped with a backslash (ZXing, "Barcode Contents").
"""

import re

from kiosk.domain.record import CheckedAfter
from kiosk.qr.payment import payment_fault

DIALS = re.compile(r"(?:tel|callto|facetime|skype|whatsapp|intent|market):", re.IGNORECASE)
WRITES = re.compile(r"(?:sms|smsto|mms|mmsto|mailto|matmsg):", re.IGNORECASE)
WIFI = "WIFI:"
WIFI_FIELD = re.compile(r'([A-Z][A-Z0-9]?):((?:\\.|[^\\;:,"])*);')
OPEN = ("", "nopass")
"""Values of `T:` for a network without a password."""
MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH = 8, 63
MAX_NAME_BYTES = 32


def _unless_harmful(text: str) -> str:
    if fault := code_fault(text):
        raise ValueError(fault)
    return text


HARMLESS_CODE = CheckedAfter(_unless_harmful)
"""`Annotated` metadata: a text that may be shown as a QR code."""


def code_fault(text: str) -> str | None:
    """The problem code for a text that must not be shown as a QR code; None if it may."""
    plain = text.strip()
    if DIALS.match(plain):
        return "code_dials"
    if WRITES.match(plain):
        return "code_writes"
    if plain.upper().startswith(WIFI) and not _is_whole_wifi(plain[len(WIFI) :]):
        return "wifi_code_damaged"
    return payment_fault(plain)


def _is_whole_wifi(rest: str) -> bool:
    """Whether the part after `WIFI:` is a valid network configuration."""
    fields: dict[str, str] = {}
    while found := WIFI_FIELD.match(rest):
        fields[found[1]] = re.sub(r"\\(.)", r"\1", found[2])
        rest = rest[found.end() :]
    name, password = fields.get("S", ""), fields.get("P", "")
    if rest not in ("", ";") or not 0 < len(name.encode()) <= MAX_NAME_BYTES:
        return False
    if fields.get("T", "") in OPEN:
        return not password
    return fields["T"] == "WEP" or MIN_PASSWORD_LENGTH <= len(password) <= MAX_PASSWORD_LENGTH
