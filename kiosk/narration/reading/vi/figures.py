"""Tokens with digits in spoken Vietnamese: dates, times, amounts, telephone numbers."""

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
    "mg": "mi li gam", "kwh": "ki lô oát giờ", "l": "lít", "h": "giờ", "inch": "in",
    "mah": "mi li am pe giờ", "mmhg": "mi li mét thủy ngân", "tb": "tê ra bai", "kw": "ki lô oát",
    "w": "oát", "km²": "ki lô mét vuông", "m/s": "mét một giây",
}  # fmt: skip
_UNITS_ALONE = _UNITS.keys() - {"p", "s", "+", "x", "°", "đồng"}
"""Units that are recognised even when separated from their number by a space."""
_DONG = dict.fromkeys(("₫", "đồng", "đ", "vnđ", "vnd"), "đồng")
MONEY = {**_DONG, "tr": "triệu"} | {word: word for word in ("nghìn", "ngàn", "triệu", "tỷ", "tỉ")}
"""Words after an amount of money, with their spoken form."""
COUNTED = MONEY.keys() | {
    "tuổi", "người", "ngày", "giờ", "phút", "giây", "tháng", "năm", "cái", "lần", "trang", "km",
    "kg", "mét", "chữ", "bước", "hộ", "xã", "phường", "tỉnh", "thôn", "buôn", "dòng", "loại",
    "dịch", "thủ", "ô", "ký", "kí", "gb", "mb", "hồ", "bài", "phần", "ảnh", "bản", "tờ", "bộ",
    "tấm", "chiếc", "con", "quyển", "tuần", "nút", "viên", "câu", "số", "thìa", "muỗng", "ly",
    "chén", "bát", "gói", "lít", "cân",
}  # fmt: skip
_DAY_WORDS = {"ngày", "mùng", "mồng"}
_DATED = {
    "lễ", "dịp", "từ", "đến", "hết", "trước", "sau", "hạn", "đường", "phố", "động", "sáng", "trưa",
    "chiều", "tối", "đêm", "hôm", "vào", "nhân", "nghỉ",
}  # fmt: skip
"""Words after which 1/5 is the first of May, not a fraction."""
_NAMED_BY_DAY = {"lễ", "đường", "phố"}
_HOLIDAYS = {"lễ", "dịp", "tết"}
"""Words after which 30.4 and 2-9 are dates too."""
_QUARTER = "quý"
_HALVED = {"ngày", "buổi", "giờ"}
_SHARED = {"số", "diện", "dân", "tổng", "viên", "quãng"}
"""Words before which 2/3 is a fraction, not a date."""
SECRET_WORDS = {"mã", "pin", "khẩu", "otp", "tk", "stk", "đuôi"}
"""Words after which a number is a code, read digit by digit."""
_NAMED = {("thứ", "1"): "nhất", ("thứ", "4"): "tư", ("tháng", "4"): "tư"}
_EACH = {"tháng", "năm", "ngày", "lần", "giờ", "người", "phút", "tuần", "hộ", "thửa", "bộ", "bản"}
_HOUSE_WORDS = {"số", "nhà", "hẻm", "ngõ", "ngách", "kiệt", "lô"}
_HOUSE = re.compile(r"\d{1,4}(?:[a-z]|[a-z]?(?:/\d{1,4}[a-z]?)+)")
_DATE = re.compile(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:/\d{4})?")
_WITH_YEAR = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}")
_MIXED = {"½": "rưỡi", "¼": "một phần tư", "¾": "ba phần tư"}
_SCALED = {"tầng", "lớp", "lệ", "điểm"}
"""Words after which 5/12 is "five of twelve", not a date: lớp 5/12."""
_OF_ALL, _TIMES = (
    {"đúng", "sai", "được", "đạt", "xong", "có", "còn"},
    {"ngày", "giờ", "tháng", "năm"},
)
"""Words for a score: between them and a counted noun, 8/10 is "eight of ten": đúng 8/10 câu."""
_CALLED = {"đài", "gọi", "hotline"}
"""Words after which a short number is a telephone number."""
_SENT_TO, _MESSAGE = {"gửi", "tới"}, {"soạn", "nhắn"}
_HIDDEN = re.compile(r"[•*xX]{2,}")
_AT = {"ở", "tại", "chỉ"}
"""Words after which 15/6 is a house number if a name follows: địa chỉ 12/3 Lê Lợi."""
PART_WORDS = {"bước", "trang", "phần", "câu", "bài", "hình", "lần", "mức"}
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:,\d+)?"
_GROUPED_BY_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}|[1-9]\d{0,2},000")
"""Bank format: 1,500,000. A single comma is a decimal comma unless only zeros follow."""
_BY_ONE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_SIGNED = re.compile(r"[-−~≈]\d|\+\d+[^\d]")
_AROUND_THE_CLOCK = re.compile(r"\d{1,2}/\d{1,2}[hH]")
_PHONE = re.compile(r"\+?84[\d.-]{8,13}|0\d{8,11}|1[89]00[.-]?\d{4,6}|\*[\d*]+#")


def counted(following: str) -> bool:
    """Whether the following word is a noun that is counted."""
    return following in COUNTED


def before(tokens: Sequence[str], place: int) -> str:
    """The word before a token, or a substitute word that classifies the number.

    A date soon after another date is a date too: 30/4 và 1/5. A number next to masked digits is a
    code: 9704 •••• •••• 1234. The number to which a text message is sent is a telephone number.
    """
    if any(_HIDDEN.fullmatch(tokens[at]) for at in (place - 1, place + 1) if 0 <= at < len(tokens)):
        return "mã"
    if word_at(tokens, place - 1) in _SENT_TO:
        words = {word_at(tokens, at) for at in range(place)}
        return "gọi" if words & _MESSAGE else word_at(tokens, place - 1)
    if word_at(tokens, place - 1) in _AT and _DATE.fullmatch(tokens[place]):
        return "nhà" if is_name(tokens, place + 1) else "từ"
    core = parted(tokens[place]).core
    if _WITH_YEAR.fullmatch(core) and word_at(tokens, place - 2) in _DAY_WORDS:
        return "ngày"  # ngày sinh 05/08/1950
    for at in range(max(0, place - 2), place):
        match = _DATE.fullmatch(parted(tokens[at]).core)
        of_house = word_at(tokens, place - 1) in _HOUSE_WORDS  # số nhà 12/3, hẻm 15/6
        rising = match is not None and int(match["day"]) > int(match["month"])
        if rising and _DATE.match(core) and not of_house:
            return "dịp"
    return word_at(tokens, place - 1)


def is_name(tokens: Sequence[str], place: int) -> bool:
    """Whether the word at this place starts with a capital, like a name."""
    return place < len(tokens) and parted(tokens[place]).core.istitle()


def is_unit_sign(sign: str) -> bool:
    """Whether a sign is a unit or a fraction: %, ₫, ½."""
    return sign in _UNITS or sign in _MIXED


def unit(core: str, previous: str, following: str) -> str:
    """The spoken form of a unit in a token of its own after a number; empty for other tokens."""
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
    """The spoken form of a token with digits; None for a code that must be spelled out."""
    if _PHONE.fullmatch(core):
        return _telephone(core)
    if core[0] in "₫$" and core[1:2].isdecimal():
        return number(core[1:] + core[0], previous, following)
    if _SIGNED.match(core) or _AROUND_THE_CLOCK.fullmatch(core):
        return _with_sign(core, previous, following)
    if previous in _HOUSE_WORDS and _HOUSE.fullmatch(core.lower()):
        return " trên ".join(_house_part(part) for part in core.lower().split("/"))
    for pattern, say in _SHAPES:
        match = pattern.fullmatch(core.lower())
        if match and (said := say(match, previous, following)) is not None:
            return said
    return None


def _with_sign(core: str, previous: str, following: str) -> str | None:
    """A number with a sign or suffix: -5, ~5, +500.000đ, 24/24h."""
    if core[0].isdecimal():
        said = number(core[:-1], previous, following)
        return f"{said} giờ" if said else None
    less = "trừ" if following in MONEY or core[-1:].lower() in MONEY else "âm"
    sign = {"+": "cộng", "~": "khoảng", "≈": "khoảng"}.get(core[0], less)
    said = number(core[1:], previous, following)
    return f"{sign} {said}" if said else None


def word_at(tokens: Sequence[str], place: int) -> str:
    """The token at this place in lower case without punctuation; empty outside the sentence."""
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
    """A date with a two-digit year, as in dates of birth: sinh 5/8/50."""
    said = _day_and_month(match, previous, following)
    known = previous in _DAY_WORDS or previous == "sinh"
    return f"{said} năm {integer(int(match['year']))}" if said and known else None


def _day_and_month(match: re.Match[str], previous: str, following: str) -> str | None:
    day, month = int(match["day"]), int(match["month"])
    usual = day == 1 and month in (2, 3, 4, 5, 10) and previous not in _DAY_WORDS | _DATED
    if not (1 <= day <= 31 and 1 <= month <= 12) or previous in PART_WORDS | _SCALED:
        return None
    if previous in _OF_ALL and following in COUNTED - _TIMES:
        return None
    half = (day, month) == (1, 2) and following in _HALVED
    if usual or half or following in _SHARED or (day, month) == (24, 7):
        return None
    return _day(day, month, previous)


def _day_after_its_word(match: re.Match[str], previous: str, following: str) -> str | None:
    """A date with a dot; only the word before it distinguishes it from a version: ngày 05.08."""
    is_day = previous in _DAY_WORDS | _HOLIDAYS or previous == "nghỉ"
    return _day_and_month(match, previous, following) if is_day else None


def _day(day: int, month: int, previous: str) -> str:
    said = f"{integer(day)} tháng {_month(month)}"
    return said if previous in _DAY_WORDS | _NAMED_BY_DAY else f"ngày {said}"


def _month(month: int) -> str:
    return "tư" if month == 4 else integer(month)


def _month_and_year(match: re.Match[str], previous: str, _following: str) -> str | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    year = f"năm {integer(int(match['year']))}"
    if previous == _QUARTER:
        return f"{integer(month)} {year}"
    return f"{'' if previous == 'tháng' else 'tháng '}{_month(month)} {year}"


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
    if low.isdecimal() and high.isdecimal():
        if previous in SECRET_WORDS:
            return said_in_groups((low, high))
        falling = previous in _DAY_WORDS and int(low) > int(high)  # falling: a day and a month
        if falling or (previous in _HOLIDAYS and following not in COUNTED):
            return number(f"{low}/{high}", previous, following)
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
    said = f"{_value(match['number'], dong=match['unit'] in _DONG)} {_UNITS[match['unit']]}"
    return said + match["each"].replace("/", " một ")


def _value(written: str, *, dong: bool) -> str:
    """A number with separators; đồng amounts have no decimals, so 1,500 is 1500."""
    if _GROUPED_BY_COMMAS.fullmatch(written) or (dong and _BY_ONE_COMMA.fullmatch(written)):
        written = written.replace(",", "")
    whole, _, fraction = written.replace(".", "").partition(",")
    return decimal(whole, fraction) if fraction else integer(int(whole))


def _plain(match: re.Match[str], previous: str, following: str) -> str:
    core = match[0]
    if not core.isdecimal():
        return _value(core, dong=following in _DONG)
    named = _NAMED.get((previous, core))
    zeros = core[0] == "0" and len(core) > 1 and previous not in ("ngày", "tháng")
    counted_off = len(core) == 2 and following in COUNTED
    long_run = len(core) > 4 and following not in MONEY
    dialled = previous in _CALLED and len(core) in (3, 4) and following not in COUNTED
    measured = following in MONEY or following in _UNITS_ALONE
    typed = previous in SECRET_WORDS and not measured
    if typed or dialled or long_run or (zeros and not counted_off):
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
            rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT})(?P<each>(?:/(?:{'|'.join(sorted(_EACH))}))*)"
        ),
        _amount,
    ),
    (re.compile(r"(?P<whole>\d{1,3})tr(?P<more>\d{1,3})"), _millions),
    (re.compile(r"(?P<whole>\d+)(?P<half>[½¼¾])"), _mixed),
    (re.compile(r"(?P<high>\d+)⁄(?P<low>\d+)"), _fraction),
    (re.compile(r"\d+(?P<sign>[/.:x×-])\d+(?:(?P=sign)\d+)*"), _parts),
)
