"""The signed figures to be sent to the province, by network or by USB stick.

outbox/<period>.json   the files to send; a day's file is rewritten until the day is over
outbox/sent.json       the SHA-256 of the files that arrived, by target and file
kiosk-key.pem          the kiosk's signing key
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import urllib3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from kiosk.durable import is_odd, read_plain_file, set_aside, sha256_of, write_durably
from kiosk.stats.event import Count
from kiosk.stats.groups import Figure, Period, safe_figures
from kiosk.stats.hours import begin_of_hour
from kiosk.stats.period_file import (
    Heartbeat,
    PeriodFile,
    RefusedFileError,
    read_signed,
    signed_bytes,
)

KEPT_DAYS = 400
SEND_S = 20.0
ACCEPTED = frozenset({200, 201, 204})
SENT = "sent.json"


@dataclass(frozen=True, slots=True)
class About:
    """The contents of a daily file besides the figures."""

    kiosk: str
    centre: str
    heartbeat: Heartbeat
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sent:
    """The result of sending."""

    arrived: int
    waiting: int
    problem: str = ""
    """Why files are left, in Vietnamese; empty if none are."""


def signing_key(path: Path) -> Ed25519PrivateKey:
    """The kiosk's signing key, created once; a damaged one is replaced.

    Raises:
        OSError: the key file cannot be read or written.
    """
    if is_odd(path):
        set_aside(path)
    with suppress(FileNotFoundError, ValueError, TypeError):
        key = load_pem_private_key(read_plain_file(path), None)
        if isinstance(key, Ed25519PrivateKey):
            return key
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_durably(path, pem, private=True)
    return key


def fill(outbox: Path, key: Path, counts: Iterable[Count], about: About, now: datetime) -> None:
    """Writes the files of all periods in the counters, except unchanged ones; deletes old files.

    Raises:
        OSError: the files cannot be written.
    """
    by_period: dict[str, list[Figure]] = {now.strftime("%Y-%m-%d"): []}
    for figure in safe_figures(counts):
        by_period.setdefault(_period_of(figure), []).append(figure)
    oldest = (now - timedelta(days=KEPT_DAYS)).strftime("%Y-%m-%d")
    signer = signing_key(key)
    outbox.mkdir(parents=True, exist_ok=True, mode=0o700)
    today = now.strftime("%Y-%m-%d")
    for period, figures in by_period.items():
        if period < oldest[: len(period)] or _is_running(period, now):
            continue
        path = outbox / f"{period}.json"
        figures_now = tuple(figures)
        if period != today and _figures_in(path) == figures_now:
            continue
        names = {figure.event.lesson for figure in figures}
        file = PeriodFile(
            kiosk=about.kiosk,
            centre=about.centre,
            period=period,
            made_at=now.isoformat(timespec="seconds"),
            figures=figures_now,
            heartbeat=about.heartbeat if period == today else Heartbeat(),
            titles={name: title for name, title in about.titles.items() if name in names},
        )
        write_durably(path, signed_bytes(file, signer))
    for path in _files(outbox):
        if path.stem < oldest[: len(path.stem)]:
            path.unlink()


_FORMS = {Period.MONTH: "%Y-%m", Period.YEAR: "%Y"}


def _period_of(figure: Figure) -> str:
    """The day of a figure by hour or day; the month or year of others."""
    return begin_of_hour(figure.begins).strftime(_FORMS.get(figure.period, "%Y-%m-%d"))


def _is_running(period: str, now: datetime) -> bool:
    """Whether a month or year is not over yet, so that its sums are incomplete."""
    return period in (now.strftime(form) for form in _FORMS.values())


def _figures_in(path: Path) -> tuple[Figure, ...] | None:
    with suppress(OSError, RefusedFileError):
        return read_signed(read_plain_file(path))[0].figures
    return None


def _files(outbox: Path) -> Iterator[Path]:
    for each in sorted(outbox.glob("*.json")):
        if each.name != SENT and each.is_file():
            yield each


def send(outbox: Path, kiosk: str, target: str) -> Sent:
    """Uploads the files that have not arrived yet, or copies them into a folder.

    Sending a file twice has no effect.

    Raises:
        OSError: the kiosk's own disk failed.
    """
    sent = _sent(outbox)
    here = sent.setdefault(target, {})
    waiting = [path for path in _files(outbox) if here.get(path.name) != sha256_of(path)]
    arrived, problem = 0, ""
    put = _put if target.startswith(("https://", "http://")) else _copy
    for path in waiting:
        problem = put(path, kiosk, target)
        if problem:
            break
        here[path.name] = sha256_of(path)
        arrived += 1
    if arrived:
        write_durably(outbox / SENT, json.dumps(sent).encode())
    return Sent(arrived, len(waiting) - arrived, problem)


def _sent(outbox: Path) -> dict[str, dict[str, str]]:
    with suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
        content = json.loads(read_plain_file(outbox / SENT))
        return {str(target): dict(files) for target, files in content.items()}
    return {}


def _put(path: Path, kiosk: str, target: str) -> str:
    """Uploads a file by HTTP PUT, for WebDAV or an upload service; returns the problem, or ""."""
    address = f"{target.rstrip('/')}/{kiosk}/{path.name}"
    try:
        response = urllib3.request(
            "PUT",
            address,
            body=path.read_bytes(),
            headers={"Content-Type": "application/json"},
            timeout=SEND_S,
            retries=False,
        )
    except urllib3.exceptions.HTTPError:
        return "Không tới được nơi nhận số liệu. Lần sau máy gửi lại."
    if response.status in ACCEPTED:
        return ""
    return f"Nơi nhận số liệu không nhận (mã {response.status})."


def _copy(path: Path, kiosk: str, target: str) -> str:
    folder = Path(target) / kiosk
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_durably(folder / path.name, path.read_bytes())
    except OSError as error:
        return f"Không ghi được vào {target}: {error.strerror}."
    return ""
