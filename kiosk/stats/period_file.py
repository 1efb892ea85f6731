"""The signed figures of one kiosk and one day, month or year, as sent to the province.

A file is JSON: `payload` (a JSON text), `key` and `signature` (Ed25519, hexadecimal). It has
counts of groups, never of persons, and the times of the kiosk's last signs of life.
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
MAX_BYTES = 4_000_000
MAX_TIMES = 10_000_000
MAX_TEXT_LENGTH = 300


class RefusedFileError(ValueError):
    """The file is not a daily file, is damaged, or has a wrong signature."""


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """The kiosk's signs of life; times are ISO 8601 by the kiosk's clock, empty for never."""

    frame_at: str = ""
    """When it last rendered a frame."""
    voice_at: str = ""
    """When it last completed a spoken sentence."""
    printed_at: str = ""
    synced_at: str = ""
    pack: int = 0
    """The province's number of the pack in use; 0 for none."""
    version: str = ""
    """The version of the program."""
    problems: tuple[str, ...] = ()
    """The messages about problems shown to staff."""


@dataclass(frozen=True, slots=True)
class PeriodFile:
    """The figures of one kiosk and period."""

    kiosk: str
    """The kiosk's identity, a UUID."""
    centre: str
    """The name of the centre."""
    period: str
    """The day (2026-11-29), month (2026-11) or year (2026) of the figures."""
    made_at: str
    """ISO 8601, by the kiosk's clock; of two files for a period the later one is used."""
    figures: tuple[Figure, ...] = ()
    heartbeat: Heartbeat = field(default_factory=Heartbeat)
    titles: Mapping[str, str] = field(default_factory=dict)
    """The titles of the lessons in the figures, by lesson id."""

    @property
    def name(self) -> str:
        """The file name."""
        return f"{self.period}.json"


def signed_bytes(file: PeriodFile, key: Ed25519PrivateKey) -> bytes:
    """The signed JSON content of the file."""
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


def read_signed(content: bytes) -> tuple[PeriodFile, str]:
    """Verifies and parses a file; returns it with the public key in hexadecimal digits.

    Raises:
        RefusedFileError: the file is unusable; the message says why, in Vietnamese.
    """
    if len(content) > MAX_BYTES:
        raise RefusedFileError("tệp quá lớn")
    try:
        outer = json.loads(content)
        payload, key = str(outer["payload"]), str(outer["key"])
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        public.verify(bytes.fromhex(outer["signature"]), payload.encode())
        document = json.loads(payload)
    except InvalidSignature as error:
        raise RefusedFileError("chữ ký không đúng") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RefusedFileError("không phải tệp số liệu của ki-ốt, hoặc bị hỏng") from error
    return _file_from(document), key


def _file_from(content: Any) -> PeriodFile:  # noqa: ANN401 - any JSON value
    try:
        if content["format"] != FORMAT:
            raise RefusedFileError("tệp của ki-ốt bản mới hơn")
        heartbeat = dict(content["heartbeat"])
        heartbeat["problems"] = tuple(_text(each) for each in heartbeat["problems"][:50])
        return PeriodFile(
            kiosk=str(UUID(content["kiosk"])),
            centre=_text(content["centre"]),
            period=_period(content["period"]),
            made_at=_text(content["made_at"]),
            figures=tuple(map(_figure, content["figures"])),
            heartbeat=Heartbeat(**heartbeat),
            titles={_text(name): _text(title) for name, title in content["titles"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        if isinstance(error, RefusedFileError):
            raise
        raise RefusedFileError("không phải tệp số liệu của ki-ốt, hoặc bị hỏng") from error


def _figure(row: Any) -> Figure:  # noqa: ANN401
    period, begins, times, kind, *names = row
    if not isinstance(times, int) or not 0 < times <= MAX_TIMES or not isinstance(begins, int):
        raise RefusedFileError("số liệu vô lý")
    return Figure(Period(period), begins, Event(Kind(kind), *map(_text, names)), times)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_TEXT_LENGTH:
        raise RefusedFileError("số liệu vô lý")
    return value


def _period(value: object) -> str:
    """A day, month or year; only digits and hyphens, because it becomes part of a file name."""
    text = _text(value)
    numbers = text.split("-")
    sizes = [len(each) for each in numbers]
    if sizes not in ([4], [4, 2], [4, 2, 2]) or not all(
        each.isascii() and each.isdigit() for each in numbers
    ):
        raise RefusedFileError("số liệu vô lý")
    return text
