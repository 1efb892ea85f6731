"""Tokens with digits, as Vietnamese says them: dates, times, amounts, telephone numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.narration.reading.tokens import Reading, parted
from kiosk.narration.reading.vi.letters import spelled
from kiosk.narration.reading.vi.numbers import decimal, digits, integer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_UNITS = {
    "đ": "đồng", "₫": "đồng", "vnđ": "đồng", "vnd": "đồng", "đồng": "đồng", "k": "nghìn",
    "tr": "triệu", "%": "phần trăm", "km": "ki lô mét", "m": "mét", "cm": "xăng ti mét",
    "mm": "mi li mét", "kg": "ki lô gam", "g": "gam", "gb": "gi ga bai", "mb": "mê ga bai",
    "mbps": "mê ga bít một giây", "°c": "độ xê", "°": "độ", "p": "phút", "s": "giây", "$": "đô la",
    "+": "trở lên", "x": "lần",
}  # fmt: skip
_MONEY = {"đồng", "đ", "vnđ", "vnd", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"}
_COUNTED = _MONEY | {
    "tuổi", "người", "ngày", "giờ", "phút", "giây", "tháng", "năm", "cái", "lần", "trang", "km",
    "kg", "mét", "chữ", "bước", "hộ", "xã", "phường", "tỉnh", "thôn", "buôn", "dòng", "loại",
    "dịch", "thủ", "ô", "ký", "kí", "gb", "mb", "hồ", "bài", "phần",
}  # fmt: skip
_DAY_WORDS = {"ngày", "mùng", "mồng"}
_PART_WORDS = {"bước", "trang", "phần", "câu", "bài", "hình", "lần", "mức"}
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_PHONE = re.compile(
    r"\+?84[\d.-]{8,13}|0\d{8,11}|0\d{1,3}(?:[.-]\d{2,4}){2,3}|1[89]00[.-]?\d{4,6}|\*[\d*]+#"
)


def counted(following: str) -> bool:
    """Whether a number before this word counts something."""
    return following in _COUNTED


def run(tokens: Sequence[str], place: int) -> Reading | None:
    """A number that was written in groups over several tokens: 0905 123 456."""
    groups: list[str] = []
    tail = ""
    for token in tokens[place:]:
        part = parted(token)
        if (part.lead and groups) or not re.fullmatch(r"\+?\d{1,4}", part.core):
            break
        groups.append(part.core)
        if part.tail:
            tail = part.pause
            break
    if len(groups) < 2:
        return None
    following = _word(tokens, place + len(groups))
    amount = groups[-1] == "000" or following in _MONEY
    if amount and re.fullmatch(r"[1-9]\d{0,2}(?: \d{3})+", " ".join(groups)):
        return Reading(len(groups), integer(int("".join(groups))) + tail)
    if _is_telephone(groups) or (len(groups) > 2 and all(len(group) > 2 for group in groups)):
        return Reading(len(groups), _grouped(groups) + tail)
    return None


def number(core: str, previous: str, following: str) -> str | None:
    """What is said for a token that holds digits; None when it is a code to be spelled."""
    if core.startswith(("-", "−")) and core[1:2].isdigit():
        said = number(core[1:], previous, following)
        return f"âm {said}" if said else None
    if _PHONE.fullmatch(core):
        return _telephone(core)
    for pattern, say in _SHAPES:
        match = pattern.fullmatch(core.lower())
        if match and (said := say(match, previous, following)) is not None:
            return said
    return None


def _word(tokens: Sequence[str], place: int) -> str:
    return parted(tokens[place]).core.lower() if place < len(tokens) else ""


def _is_telephone(groups: Sequence[str]) -> bool:
    length = sum(len(group) for group in groups)
    return 7 <= length <= 13 and (groups[0][0] in "0+" or groups[0] in ("1900", "1800", "84"))


def _grouped(groups: Sequence[str]) -> str:
    plus = "cộng " if groups[0].startswith("+") else ""
    return plus + ", ".join(digits(group) for group in groups)


def _telephone(core: str) -> str:
    if core.startswith("*"):
        return spelled(core)
    groups = [group for group in re.split(r"[.-]", core) if group]
    if len(groups) == 1:
        cut = 4 if len(core.lstrip("+")) < 12 else 3
        groups = [core[:cut], *re.findall(r"\d{1,3}", core[cut:])]
    return _grouped(groups)


def _full_date(match: re.Match[str], previous: str, _following: str) -> str | None:
    day, month, year = (int(match[name]) for name in ("day", "month", "year"))
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{_day(day, month, previous)} năm {integer(year)}"


def _day_and_month(match: re.Match[str], previous: str, _following: str) -> str | None:
    day, month = int(match["day"]), int(match["month"])
    fraction = match["day"] == "1" and month in (2, 3, 4, 5, 10) and previous not in _DAY_WORDS
    if not (1 <= day <= 31 and 1 <= month <= 12) or previous in _PART_WORDS or fraction:
        return None
    if (day, month) == (24, 7):
        return None
    return _day(day, month, previous)


def _day(day: int, month: int, previous: str) -> str:
    said = f"{integer(day)} tháng {_month(month)}"
    return said if previous in _DAY_WORDS else f"ngày {said}"


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
    if not core.isdigit():
        return _value(core)
    long_run = len(core) > 4 and following not in _MONEY
    if long_run or (core[0] == "0" and len(core) > 1 and previous not in ("ngày", "tháng")):
        return digits(core)
    return integer(int(core))


def _parts(match: re.Match[str], previous: str, following: str) -> str | None:
    """Numbers with signs between them: a version 2.1.5, a fraction 1/2."""
    said = [number(part, previous, following) for part in re.findall(r"\d+", match[0])]
    sign = {"/": "trên", ".": "chấm", ":": "", "-": "", "x": "nhân", "×": "nhân"}[match["sign"]]
    if sign == "trên" and len(said) == 2 and match[0][:2] == "1/" and previous not in _PART_WORDS:
        sign = "phần"
    return f" {sign} ".replace("  ", " ").join(part for part in said if part)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, str], str | None]], ...] = (
    (re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})"), _full_date),
    (re.compile(r"(?P<year>\d{4})([-/])(?P<month>\d{2})\2(?P<day>\d{2})"), _full_date),
    (re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})"), _month_and_year),
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
    (re.compile(r"\d+(?P<sign>[/.:x×-])\d+(?:(?P=sign)\d+)*"), _parts),
)
