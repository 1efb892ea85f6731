"""A lesson number from a keyboard or a scanner, key by key; scanners are detected by speed.

Times are seconds of a monotonic clock. Keys are not stored for long, as a scanner may have read an
identity card.
"""

import re
from dataclasses import dataclass, replace

from kiosk.player import come_back

BURST_S = 0.05
"""Keys at shorter intervals come from a scanner."""
PAUSE_S = 4.0
"""After this time without a key a new number begins."""
ECHO_S = 0.1
"""A second end key within this time belongs to the first: some scanners send two."""
MAX_DIGITS = come_back.MAX_DIGITS
MAX_KEYS = 300
"""The maximum length of a web address in a code."""
NEVER = float("-inf")
STAFF_NUMBER = "08080"
"""Opens the staff login. No lesson number is printed or spoken with a leading zero; no digit is
repeated, as the pad would reject that as a tremor."""
_AIM = r"(?:[\]ơ][a-z][0-9a-z])?"
"""The symbology identifier that some scanners send first (AIM, ISO/IEC 15424): ]C1, ]Q1.

With a Vietnamese keyboard layout the bracket key types ơ.
"""
_FIRST = r"(?:\W|[a-z](?=\d{1,5}\W?$))?"
"""A sign, or a manufacturer's code letter; a letter with more digits is a passport number."""
_CODE = re.compile(rf"{_AIM}{_FIRST}(?:kiosk\D?)?(\d{{1,8}})\W?", re.IGNORECASE)
_CODE_IN_FULL = re.compile(rf"{_AIM}\W?kiosk\D?(\d{{1,8}})\W?", re.IGNORECASE)
_AIM_LETTERS = r"[a-z][0-9a-z]"
_PLACE = "{number}"


@dataclass(frozen=True, slots=True)
class CompletedNumber:
    number: str
    """Empty for a scanned code that does not belong to the kiosk."""
    scanned: bool


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """The keys pressed since the last complete number."""

    signs: str = ""
    fast: int = 0
    """The number of the last keys that were as fast as a scanner's."""
    last_key_s: float = NEVER
    ended_s: float = NEVER

    @property
    def digits(self) -> str:
        """The digits typed so far; empty when they cannot be a number."""
        return self.signs if self.signs.isdecimal() and len(self.signs) <= MAX_DIGITS else ""


def after_key(typed: TypedNumber, sign: str, now_s: float) -> TypedNumber:
    """Returns the state after a key that types a character."""
    kept = _remembered(typed, now_s)
    follows = now_s - kept.last_key_s <= BURST_S
    before = kept.signs if follows or kept.signs.isdecimal() else ""
    fast = kept.fast + 1 if follows else 1
    signs = (before + sign)[-MAX_KEYS:]
    return replace(kept, signs=signs, fast=min(fast, len(signs)), last_key_s=now_s)


def erased(typed: TypedNumber, now_s: float) -> TypedNumber:
    """Returns the state after Backspace."""
    kept = _remembered(typed, now_s)
    return replace(kept, signs=kept.signs[:-1], fast=0, last_key_s=now_s)


def ended(
    typed: TypedNumber, now_s: float, *, by_hand: bool = True, web_address: str | None = None
) -> tuple[TypedNumber, CompletedNumber | None]:
    """Returns the state after the end key, and the complete number, if any.

    Args:
        typed: the keys before the end key.
        now_s: the time of the end key.
        by_hand: True where typed numbers are accepted too, not only scanned ones.
        web_address: the centre's web address of lessons, with `{number}`, as printed in codes.
    """
    kept = _remembered(typed, now_s)
    given = _scanned(kept, now_s, web_address) or (_typed(kept) if by_hand else None)
    return (TypedNumber(ended_s=now_s) if given else kept), given


def is_scan(typed: TypedNumber, now_s: float) -> bool:
    """True when the last key was so recent that this one comes from a scanner."""
    return typed.signs != "" and now_s - typed.last_key_s <= BURST_S


def is_echo(typed: TypedNumber, now_s: float) -> bool:
    """True when an end key only repeats the one before."""
    return now_s - typed.ended_s <= ECHO_S


def completed_by_pause(typed: TypedNumber) -> tuple[TypedNumber, CompletedNumber | None]:
    """Handles a pause after the last key: a complete code from a scanner that sends no end key."""
    code = _CODE_IN_FULL.fullmatch(typed.signs[-typed.fast :]) if typed.fast else None
    if code is None:
        return typed, None
    return TypedNumber(ended_s=typed.last_key_s), CompletedNumber(_plain(code[1]), scanned=True)


def _remembered(typed: TypedNumber, now_s: float) -> TypedNumber:
    return typed if now_s - typed.last_key_s <= PAUSE_S else TypedNumber(ended_s=typed.ended_s)


def _scanned(typed: TypedNumber, now_s: float, web_address: str | None) -> CompletedNumber | None:
    """Returns the scanned number; a single fast key after others is attributed to a person."""
    if not is_scan(typed, now_s) or (typed.fast == 1 and len(typed.signs) > 1):
        return None
    signs = typed.signs[-typed.fast :]
    code = _CODE.fullmatch(signs) or _code_in_address(signs, web_address)
    return CompletedNumber(_plain(code[1]) if code else "", scanned=True)


def _code_in_address(signs: str, web_address: str | None) -> re.Match[str] | None:
    """Returns the match of a lesson number in a web address of the centre.

    Only letters and digits are compared, as the other characters depend on the keyboard layout that
    the scanner assumes.
    """
    if not web_address or _PLACE not in web_address:
        return None
    before, _, after = web_address.partition(_PLACE)
    also = "[a-z]*" if "#" in before else ""  # the language and the make of phone
    pattern = rf"(?:{_AIM_LETTERS})?{_letters(before)}(\d{{1,5}}){also}{_letters(after)}"
    return re.fullmatch(pattern, _letters(signs))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())


def _typed(typed: TypedNumber) -> CompletedNumber | None:
    return CompletedNumber(_plain(typed.digits), scanned=False) if typed.digits else None


def _plain(digits: str) -> str:
    return digits if digits == STAFF_NUMBER else digits.lstrip("0") or "0"
