"""Tokens with digits, as Vietnamese says them: dates, times, amounts, telephone numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.narration.reading.tokens import parted
from kiosk.narration.reading.vi.letters import spelled
from kiosk.narration.reading.vi.numbers import decimal, digits, integer
from kiosk.narration.reading.vi.telephone import said_in_groups

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_UNITS = {
    "đ": "đồng", "₫": "đồng", "vnđ": "đồng", "vnd": "đồng", "đồng": "đồng", "k": "nghìn",
    "tr": "triệu", "%": "phần trăm", "km": "ki lô mét", "m": "mét", "cm": "xăng ti mét",
    "mm": "mi li mét", "kg": "ki lô gam", "g": "gam", "gb": "gi ga bai", "mb": "mê ga bai",
    "mbps": "mê ga bít một giây", "°c": "độ xê", "°": "độ", "p": "phút", "s": "giây", "$": "đô la",
    "+": "trở lên", "x": "lần", "km/h": "ki lô mét một giờ", "m2": "mét vuông",
    "m²": "mét vuông", "m3": "mét khối", "m³": "mét khối", "ha": "héc ta", "ml": "mi li lít",
    "mg": "mi li gam", "kwh": "ki lô oát giờ",
}  # fmt: skip
_UNITS_ALONE = _UNITS.keys() - {"p", "s", "+", "x", "°", "đồng"}
"""Units that are known as such also when a space parts them from their number."""
MONEY = {"₫", "tr", "đồng", "đ", "vnđ", "vnd", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"}
COUNTED = MONEY | {
    "tuổi", "người", "ngày", "giờ", "phút", "giây", "tháng", "năm", "cái", "lần", "trang", "km",
    "kg", "mét", "chữ", "bước", "hộ", "xã", "phường", "tỉnh", "thôn", "buôn", "dòng", "loại",
    "dịch", "thủ", "ô", "ký", "kí", "gb", "mb", "hồ", "bài", "phần", "ảnh", "bản", "tờ", "bộ",
    "tấm", "chiếc", "con", "quyển", "tuần", "nút", "viên", "câu", "số",
}  # fmt: skip
_DAY_WORDS = {"ngày", "mùng", "mồng"}
_DATED = {"lễ", "dịp", "từ", "đến", "trước", "sau", "hạn", "đường", "phố", "động", "sáng", "tối"}
"""Words after which 1/5 is the first of May and no fraction."""
_NAMED_BY_DAY = {"lễ", "đường", "phố"}
_SHARED = {"số", "diện", "dân", "tổng", "viên", "quãng"}
"""Words before which 2/3 is a share and no day."""
_SECRET_WORDS = {"mã", "pin", "khẩu", "otp"}
_NAMED = {("thứ", "1"): "nhất", ("thứ", "4"): "tư", ("tháng", "4"): "tư"}
_EACH = {"tháng", "năm", "ngày", "lần", "giờ", "người", "phút", "tuần", "hộ"}
_HOUSE_WORDS = {"số", "nhà", "hẻm", "ngõ", "ngách", "kiệt", "lô"}
_HOUSE = re.compile(r"\d{1,4}(?:[a-z]|[a-z]?(?:/\d{1,4}[a-z]?)+)")
_DATE = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/\d{4})?")
_MIXED = {"½": "rưỡi", "¼": "một phần tư", "¾": "ba phần tư"}
_SCALED = {"tầng", "lớp", "lệ"}
"""Words after which 5/12 is five of twelve, and no day: lớp 5/12."""
_CALLED = {"đài", "gọi", "hotline"}
"""Words after which a short number is dialled."""
_AT = {"ở", "tại"}
"""Words after which 15/6 is a house, where a name follows: ở 15/6 Nguyễn Du."""
PART_WORDS = {"bước", "trang", "phần", "câu", "bài", "hình", "lần", "mức"}
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_PHONE = re.compile(r"\+?84[\d.-]{8,13}|0\d{8,11}|1[89]00[.-]?\d{4,6}|\*[\d*]+#")


def counted(following: str) -> bool:
    """Whether a number before this word counts something."""
    return following in COUNTED


def before(tokens: Sequence[str], place: int) -> str:
    """The word before a token, as far as it says what sort of number this is.

    A day that follows another one closely is a day too: 30/4 và 1/5.
    """
    if word_at(tokens, place - 1) in _AT and _DATE.fullmatch(tokens[place]):
        return "nhà" if is_name(tokens, place + 1) else "từ"
    for at in range(max(0, place - 2), place):
        match = _DATE.fullmatch(parted(tokens[at]).core)
        if match and int(match["day"]) > int(match["month"]) and _DATE.match(tokens[place]):
            return "từ"
    return word_at(tokens, place - 1)


def is_name(tokens: Sequence[str], place: int) -> bool:
    """Whether the word at a place begins with a capital, as names do."""
    return place < len(tokens) and parted(tokens[place]).core.istitle()


def is_unit_sign(sign: str) -> bool:
    """Whether a sign is the name of a unit, or of half a thing: %, ₫, ½."""
    return sign in _UNITS or sign in _MIXED


def unit(core: str, previous: str, following: str) -> str:
    """The name of a unit that stands by itself after its number; empty where it is none."""
    if core.lower() in _UNITS_ALONE and previous[-1:].isdigit():
        return _UNITS[core.lower()]
    measured = previous[-1:].isdigit() or previous in _UNITS
    if core.lower() in ("x", "×") and measured and following[:1].isdigit():
        return "nhân"
    name, _, each = core.lower().partition("/")
    if name in _UNITS_ALONE | {"đồng"} and (each in _EACH or each in _UNITS_ALONE):
        return f"{_UNITS[name]} một {_UNITS.get(each, each)}"
    if name in COUNTED and each in _EACH and previous[-1:].isdigit():
        return f"{name} một {each}"
    return "trang" if core == "tr" and following[:1].isdigit() else ""


def number(core: str, previous: str, following: str) -> str | None:
    """What is said for a token that holds digits; None when it is a code to be spelled."""
    if core.startswith(("-", "−", "~", "≈")) and core[1:2].isdecimal():
        said = number(core[1:], previous, following)
        return f"{'âm' if core[0] in '-−' else 'khoảng'} {said}" if said else None
    if core[0] in "₫$" and core[1:2].isdecimal():
        return number(core[1:] + core[0], previous, following)
    if _PHONE.fullmatch(core):
        return _telephone(core)
    if previous in _HOUSE_WORDS and _HOUSE.fullmatch(core.lower()):
        return " trên ".join(_house_part(part) for part in core.lower().split("/"))
    for pattern, say in _SHAPES:
        match = pattern.fullmatch(core.lower())
        if match and (said := say(match, previous, following)) is not None:
            return said
    return None


def word_at(tokens: Sequence[str], place: int) -> str:
    """The token at a place in small letters, without punctuation; empty outside the sentence."""
    return parted(tokens[place]).core.lower() if 0 <= place < len(tokens) else ""


def _house_part(part: str) -> str:
    digits_of = part.rstrip("abcdefghijklmnopqrstuvwxyz")
    letter = part[len(digits_of) :]
    return integer(int(digits_of)) + (f" {spelled(letter)}" if letter else "")


def _telephone(core: str) -> str:
    if core.startswith("*"):
        return spelled(core)
    groups = [group for group in re.split(r"[.-]", core) if group]
    if core.startswith("+84"):
        groups = ["+84", *re.findall(r"\d{1,3}", re.sub(r"\D", "", core[3:]))]
    elif core.startswith(("1900", "1800")) and len(groups) == 1:
        groups = [core[:4], core[4:]]
    elif len(groups) == 1:
        cut = 4 if len(core.lstrip("+")) < 12 else 3
        groups = [core[:cut], *re.findall(r"\d{1,3}", core[cut:])]
    return said_in_groups(groups)


def _full_date(match: re.Match[str], previous: str, _following: str) -> str | None:
    day, month, year = (int(match[name]) for name in ("day", "month", "year"))
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{_day(day, month, previous)} năm {integer(year)}"


def _short_date(match: re.Match[str], previous: str, following: str) -> str | None:
    """A day whose year is short, as old people tell when they were born: sinh 5/8/50."""
    said = _day_and_month(match, previous, following)
    known = previous in _DAY_WORDS or previous == "sinh"
    return f"{said} năm {integer(int(match['year']))}" if said and known else None


def _day_and_month(match: re.Match[str], previous: str, following: str) -> str | None:
    day, month = int(match["day"]), int(match["month"])
    usual = day == 1 and month in (2, 3, 4, 5, 10) and previous not in _DAY_WORDS | _DATED
    if not (1 <= day <= 31 and 1 <= month <= 12) or previous in PART_WORDS | _SCALED:
        return None
    if usual or following in _SHARED or (day, month) == (24, 7):
        return None
    return _day(day, month, previous)


def _day_after_its_word(match: re.Match[str], previous: str, following: str) -> str | None:
    """A day with a point, which only the word before it tells from a version: ngày 05.08."""
    return _day_and_month(match, previous, following) if previous in _DAY_WORDS else None


def _day(day: int, month: int, previous: str) -> str:
    said = f"{integer(day)} tháng {_month(month)}"
    return said if previous in _DAY_WORDS | _NAMED_BY_DAY else f"ngày {said}"


def _month(month: int) -> str:
    return "tư" if month == 4 else integer(month)


def _month_and_year(match: re.Match[str], previous: str, _following: str) -> str | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    said = f"{_month(month)} năm {integer(int(match['year']))}"
    return said if previous == "tháng" else f"tháng {said}"


def _time(match: re.Match[str], _previous: str, _following: str) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    said = f"{integer(hour)} giờ"
    if not minute:
        return said
    return f"{said} {integer(minute)}" + (" phút" if minute < 10 else "")


def _range(match: re.Match[str], previous: str, following: str) -> str | None:
    low, high = match["low"], match["high"]
    if previous in _DAY_WORDS and low.isdecimal() and high.isdecimal() and int(low) > int(high):
        return number(f"{low}/{high}", previous, following)  # days rise: this one has a month
    if _DATE.fullmatch(low) and _DATE.fullmatch(high):
        first, last = number(low, previous or "từ", following), number(high, "từ", following)
        return f"{first} đến {last}" if first and last else None
    if "/" in high and low.isdigit():
        said = number(high, "ngày", following)
        before = "" if previous in _DAY_WORDS else "ngày "
        return said and f"{before}{integer(int(low))} đến {said}"
    said_low, said_high = number(low, previous, following), number(high, previous, following)
    return f"{said_low} đến {said_high}" if said_low and said_high else None


def _amount(match: re.Match[str], _previous: str, _following: str) -> str:
    said = f"{_value(match['number'])} {_UNITS[match['unit']]}"
    return f"{said} một {match['each']}" if match["each"] else said


def _value(written: str) -> str:
    whole, _, fraction = written.replace(".", "").partition(",")
    return decimal(whole, fraction) if fraction else integer(int(whole))


def _plain(match: re.Match[str], previous: str, following: str) -> str:
    core = match[0]
    if not core.isdecimal():
        return _value(core)
    named = _NAMED.get((previous, core))
    zeros = core[0] == "0" and len(core) > 1 and previous not in ("ngày", "tháng")
    counted_off = len(core) == 2 and following in COUNTED
    long_run = len(core) > 4 and following not in MONEY
    dialled = previous in _CALLED and len(core) in (3, 4) and following not in COUNTED
    if previous in _SECRET_WORDS or dialled or long_run or (zeros and not counted_off):
        return digits(core)
    return named or integer(int(core))


def _millions(match: re.Match[str], _previous: str, _following: str) -> str:
    return f"{integer(int(match['whole']))} triệu {integer(int(match['more']))}"


def _fraction(match: re.Match[str], _previous: str, _following: str) -> str:
    low = int(match["low"])
    return f"{integer(int(match['high']))} phần {'tư' if low == 4 else integer(low)}"


def _mixed(match: re.Match[str], _previous: str, _following: str) -> str:
    return f"{integer(int(match['whole']))} {_MIXED[match['half']]}"


def _parts(match: re.Match[str], previous: str, following: str) -> str | None:
    """Numbers with signs between them: a version 2.1.5, a fraction 1/2."""
    said = [number(part, previous, following) for part in re.findall(r"\d+", match[0])]
    sign = {"/": "trên", ".": "chấm", ":": "", "-": "", "x": "nhân", "×": "nhân"}[match["sign"]]
    share = match[0][:2] == "1/" or following in _SHARED
    if sign == "trên" and len(said) == 2 and share and previous not in PART_WORDS | _SCALED:
        sign = "phần"
        said[1] = "tư" if said[1] == "bốn" else said[1]
    return f" {sign} ".replace("  ", " ").join(part for part in said if part)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, str], str | None]], ...] = (
    (re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})"), _full_date),
    (re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{2})"), _short_date),
    (re.compile(r"(?P<year>\d{4})([-/])(?P<month>\d{2})\2(?P<day>\d{2})"), _full_date),
    (re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})"), _month_and_year),
    (re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})"), _day_after_its_word),
    (re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})"), _day_and_month),
    (re.compile(r"(?P<hour>\d{1,2})(?:[hg](?P<minute>\d{2})?)(?:p|ph)?"), _time),
    (re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})"), _time),
    (re.compile(r"(?P<low>\d[^–—-]*)[–—-](?P<high>\d[^–—-]*)"), _range),
    (re.compile(_NUMBER), _plain),
    (
        re.compile(
            rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT})(?:/(?P<each>tháng|năm|ngày|lần|giờ|người))?"
        ),
        _amount,
    ),
    (re.compile(r"(?P<whole>\d{1,3})tr(?P<more>\d{1,3})"), _millions),
    (re.compile(r"(?P<whole>\d+)(?P<half>[½¼¾])"), _mixed),
    (re.compile(r"(?P<high>\d+)⁄(?P<low>\d+)"), _fraction),
    (re.compile(r"\d+(?P<sign>[/.:x×-])\d+(?:(?P=sign)\d+)*"), _parts),
)
