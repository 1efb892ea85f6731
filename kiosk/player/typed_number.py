"""A lesson's number from a keyboard or a scanner, key by key; a scanner is told by its speed.

Times are seconds on a clock that never goes back. Nothing that was struck is kept for long: a
scanner may be held to a citizen's card.
"""

import re
from dataclasses import dataclass, replace

from kiosk.player import come_back

BURST_S = 0.05
"""Keys that follow each other this fast come from a scanner."""
PAUSE_S = 4.0
"""After so long without a key, a person has given up, or begins anew."""
ECHO_S = 0.1
"""A second end this soon after the first belongs to it: scanners may send two."""
MOST_DIGITS = come_back.MOST_DIGITS
MOST_KEYS = 300
"""As long as a web address on paper may be."""
NEVER = float("-inf")
STAFF_NUMBER = "08080"
"""Leads to the staff login. With its zero in front no lesson is printed or told so, and no digit
follows itself, which a pad takes for a tremor."""
_AIM = r"(?:[\]ơ][a-z][0-9a-z])?"
"""What a scanner may send before a code to tell its kind (AIM, ISO/IEC 15424): ]C1, ]Q1.

On a Vietnamese keyboard the key of the bracket writes ơ.
"""
_FIRST = r"(?:\W|[a-z](?=\d{1,5}\W?$))?"
"""A sign, or a maker's own letter for the kind of code; a letter and more digits are a passport."""
_CODE = re.compile(rf"{_AIM}{_FIRST}(?:kiosk\D?)?(\d{{1,8}})\W?", re.IGNORECASE)
_CODE_IN_FULL = re.compile(rf"{_AIM}\W?kiosk\D?(\d{{1,8}})\W?", re.IGNORECASE)
_AIM_LETTERS = r"[a-z][0-9a-z]"
_PLACE = "{number}"


@dataclass(frozen=True, slots=True)
class Given:
    number: str
    """Empty for a scanned code that is none of the kiosk's."""
    scanned: bool


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """The keys that were struck and not yet answered."""

    signs: str = ""
    fast: int = 0
    """So many of the last keys followed each other as fast as a scanner strikes them."""
    struck_s: float = NEVER
    ended_s: float = NEVER

    @property
    def digits(self) -> str:
        """What a person has typed so far; empty as long as it can be no number."""
        return self.signs if self.signs.isdecimal() and len(self.signs) <= MOST_DIGITS else ""


def struck(typed: TypedNumber, sign: str, now_s: float) -> TypedNumber:
    """After a key that writes a sign."""
    kept = _remembered(typed, now_s)
    follows = now_s - kept.struck_s <= BURST_S
    before = kept.signs if follows or kept.signs.isdecimal() else ""
    fast = kept.fast + 1 if follows else 1
    signs = (before + sign)[-MOST_KEYS:]
    return replace(kept, signs=signs, fast=min(fast, len(signs)), struck_s=now_s)


def erased(typed: TypedNumber, now_s: float) -> TypedNumber:
    """After the last sign was taken back."""
    kept = _remembered(typed, now_s)
    return replace(kept, signs=kept.signs[:-1], fast=0, struck_s=now_s)


def ended(
    typed: TypedNumber, now_s: float, *, by_hand: bool = True, web_address: str | None = None
) -> tuple[TypedNumber, Given | None]:
    """After the key that ends a number, and what was given by it, if anything.

    Args:
        typed: the keys before.
        now_s: when it was struck.
        by_hand: whether what a person types counts here too, and not a scanner alone.
        web_address: the centre's page of a lesson, `{number}` in its place, as codes on paper
            may say it.
    """
    kept = _remembered(typed, now_s)
    given = _scanned(kept, now_s, web_address) or (_typed(kept) if by_hand else None)
    return (TypedNumber(ended_s=now_s) if given else kept), given


def is_scan(typed: TypedNumber, now_s: float) -> bool:
    """Whether a scanner seems to be at work at this moment."""
    return typed.signs != "" and now_s - typed.struck_s <= BURST_S


def is_echo(typed: TypedNumber, now_s: float) -> bool:
    """Whether an end only repeats the one before."""
    return now_s - typed.ended_s <= ECHO_S


def left_open(typed: TypedNumber) -> tuple[TypedNumber, Given | None]:
    """When no key follows: a scanner that sends no end was meant, where the code tells so."""
    code = _CODE_IN_FULL.fullmatch(typed.signs[-typed.fast :]) if typed.fast else None
    if code is None:
        return typed, None
    return TypedNumber(ended_s=typed.struck_s), Given(_plain(code[1]), scanned=True)


def _remembered(typed: TypedNumber, now_s: float) -> TypedNumber:
    return typed if now_s - typed.struck_s <= PAUSE_S else TypedNumber(ended_s=typed.ended_s)


def _scanned(typed: TypedNumber, now_s: float, web_address: str | None) -> Given | None:
    """One fast key alone is a person's, unless nothing stands before it."""
    if not is_scan(typed, now_s) or (typed.fast == 1 and len(typed.signs) > 1):
        return None
    signs = typed.signs[-typed.fast :]
    code = _CODE.fullmatch(signs) or _code_in_address(signs, web_address)
    return Given(_plain(code[1]) if code else "", scanned=True)


def _code_in_address(signs: str, web_address: str | None) -> re.Match[str] | None:
    """The number in a web address of the centre's.

    Letters and digits are compared alone, because the other signs depend on the layout that a
    scanner takes the keyboard for.
    """
    if not web_address or _PLACE not in web_address:
        return None
    before, _, after = web_address.partition(_PLACE)
    also = "[a-z]*" if "#" in before else ""  # the language and the make of phone
    pattern = rf"(?:{_AIM_LETTERS})?{_letters(before)}(\d{{1,5}}){also}{_letters(after)}"
    return re.fullmatch(pattern, _letters(signs))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())


def _typed(typed: TypedNumber) -> Given | None:
    return Given(_plain(typed.digits), scanned=False) if typed.digits else None


def _plain(digits: str) -> str:
    return digits if digits == STAFF_NUMBER else digits.lstrip("0") or "0"
