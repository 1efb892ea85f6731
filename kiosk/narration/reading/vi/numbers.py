"""Vietnamese numbers in words."""

_ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9


def digits(text: str) -> str:
    """Reads digit by digit; other characters are skipped."""
    return " ".join(_ONES[int(letter)] for letter in text if letter in "0123456789")


def integer(number: int) -> str:
    """A non-negative whole number in words."""
    if number < 1000:
        return _hundreds(number, full=False)
    if number >= _BILLION:
        return _split(number, _BILLION, "tỷ")
    if number >= 10**6:
        return _split(number, 10**6, "triệu")
    return _split(number, 1000, "nghìn")


def decimal(whole: str, fraction: str) -> str:
    """A decimal number in words; both parts are digit strings."""
    read = digits(fraction) if fraction[0] == "0" or len(fraction) > 2 else integer(int(fraction))
    return f"{integer(int(whole))} phẩy {read}"


def _split(number: int, unit: int, name: str) -> str:
    head, rest = divmod(number, unit)
    said = f"{integer(head)} {name}"
    return f"{said} {_padded(rest)}" if rest else said


def _padded(rest: int) -> str:
    """The part after a larger unit, whose hundreds are always spoken."""
    if rest < 1000:
        return _hundreds(rest, full=True)
    smaller, name = (10**6, "triệu") if rest >= 10**6 else (1000, "nghìn")
    head, last = divmod(rest, smaller)
    said = f"{_hundreds(head, full=True)} {name}"
    return f"{said} {_padded(last)}" if last else said


def _hundreds(number: int, *, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return _tens(rest)
    said = f"{_ONES[hundreds]} trăm"
    if not rest:
        return said
    return f"{said} {_tens(rest)}" if rest >= 10 else f"{said} linh {_ONES[rest]}"


def _tens(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _ONES[ones]
    said = "mười" if tens == 1 else f"{_ONES[tens]} mươi"
    if not ones:
        return said
    if ones == 5:
        return f"{said} lăm"
    if tens > 1 and ones in (1, 4):
        return f"{said} {'mốt' if ones == 1 else 'tư'}"
    return f"{said} {_ONES[ones]}"
