"""The figures of one kiosk and one day or month, signed, as they go to the province.

A file is JSON: `payload` (a JSON text), `key` and `signature` (Ed25519, hexadecimal). It holds
counts of groups, never of persons, and when the kiosk last drew, spoke and fetched something.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, field
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.stats.event import Event, Kind
from kiosk.stats.groups import Figure, Period

FORMAT = 1
LARGEST_BYTES = 4_000_000
MOST_TIMES = 10_000_000
LONGEST_TEXT = 300


class RefusedFileError(ValueError):
    """A file that is no daily file, is damaged, or was not signed by its kiosk."""


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """Signs of life; times are ISO 8601 by the kiosk's clock, empty for never."""

    frame_at: str = ""
    """When it last drew a frame."""
    voice_at: str = ""
    """When it last spoke a sentence to its end."""
    printed_at: str = ""
    synced_at: str = ""
    pack: int = 0
    """The number that the province gave its pack in use; 0 for none."""
    version: str = ""
    """Of the program."""
    problems: tuple[str, ...] = ()
    """What its staff are told, in words."""


@dataclass(frozen=True, slots=True)
class DailyFile:
    """What one kiosk tells of one period."""

    kiosk: str
    """Its identity, a UUID."""
    centre: str
    """The name of the centre."""
    period: str
    """The day (2026-11-29), month (2026-11) or year (2026) that the figures are of."""
    made_at: str
    """ISO 8601, by the kiosk's clock; of two files of one period the later one counts."""
    figures: tuple[Figure, ...] = ()
    heartbeat: Heartbeat = field(default_factory=Heartbeat)
    titles: Mapping[str, str] = field(default_factory=dict)
    """The titles of the lessons that the figures name, by id."""

    @property
    def name(self) -> str:
        """The name under which the file is kept and sent."""
        return f"{self.period}.json"


def signed_bytes(file: DailyFile, key: Ed25519PrivateKey) -> bytes:
    """The file as it goes out."""
    payload = json.dumps(
        {
            "format": FORMAT,
            "kiosk": file.kiosk,
            "centre": file.centre,
            "period": file.period,
            "made_at": file.made_at,
            "figures": [
                [each.period, each.begins, each.times, *astuple(each.event)]
                for each in file.figures
            ],
            "heartbeat": asdict(file.heartbeat),
            "titles": dict(file.titles),
        },
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )
    outer = {
        "payload": payload,
        "key": key.public_key().public_bytes_raw().hex(),
        "signature": key.sign(payload.encode()).hex(),
    }
    return json.dumps(outer, ensure_ascii=False).encode()


def read_signed(content: bytes) -> tuple[DailyFile, str]:
    """The file, and the key that signed it in hexadecimal digits.

    Raises:
        RefusedFileError: it cannot be used; the text says why, in Vietnamese.
    """
    if len(content) > LARGEST_BYTES:
        raise RefusedFileError("tệp quá lớn")
    try:
        outer = json.loads(content)
        payload, key = str(outer["payload"]), str(outer["key"])
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        public.verify(bytes.fromhex(outer["signature"]), payload.encode())
        told = json.loads(payload)
    except InvalidSignature as error:
        raise RefusedFileError("chữ ký không đúng") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RefusedFileError("không phải tệp số liệu của ki-ốt, hoặc bị hỏng") from error
    return _file_from(told), key


def _file_from(told: Any) -> DailyFile:  # noqa: ANN401 - whatever was signed
    try:
        if told["format"] != FORMAT:
            raise RefusedFileError("tệp của ki-ốt bản mới hơn")
        heartbeat = dict(told["heartbeat"])
        heartbeat["problems"] = tuple(_text(each) for each in heartbeat["problems"][:50])
        return DailyFile(
            kiosk=str(UUID(told["kiosk"])),
            centre=_text(told["centre"]),
            period=_period(told["period"]),
            made_at=_text(told["made_at"]),
            figures=tuple(map(_figure, told["figures"])),
            heartbeat=Heartbeat(**heartbeat),
            titles={_text(name): _text(title) for name, title in told["titles"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        if isinstance(error, RefusedFileError):
            raise
        raise RefusedFileError("không phải tệp số liệu của ki-ốt, hoặc bị hỏng") from error


def _figure(row: Any) -> Figure:  # noqa: ANN401
    period, begins, times, kind, *names = row
    if not isinstance(times, int) or not 0 < times <= MOST_TIMES or not isinstance(begins, int):
        raise RefusedFileError("số liệu vô lý")
    return Figure(Period(period), begins, Event(Kind(kind), *map(_text, names)), times)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise RefusedFileError("số liệu vô lý")
    return value


def _period(value: object) -> str:
    """A day, month or year, in digits and hyphens alone: it becomes part of a file's name."""
    text = _text(value)
    numbers = text.split("-")
    sizes = [len(each) for each in numbers]
    if sizes not in ([4], [4, 2], [4, 2, 2]) or not all(
        each.isascii() and each.isdigit() for each in numbers
    ):
        raise RefusedFileError("số liệu vô lý")
    return text
