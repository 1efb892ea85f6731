"""Updates of a machine that was made of the disk image: what is known of them, fetched, asked for.

The system itself installs them (deploy/image/update-system); it tells in a folder of its own what
became of them. The kiosk reads that, keeps a bundle that was fetched, and asks.
"""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError
from tuf.api.exceptions import DownloadError, DownloadHTTPError

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.durable import read_plain_file, write_durably
from kiosk.folders import Folders
from kiosk.packs.fetching import NOT_FOUND, Fetcher, address_of
from kiosk.packs.problem import PackError

BUNDLE = ".raucb"
NEWS = "update.json"
"""Beside the bundle on a server: `script/image` writes it."""
LARGEST_BYTES = 1_500_000_000
LARGEST_NEWS_BYTES = 4096
LEFT_FREE_BYTES = 200_000_000
SHORT = 256
SLOTS = {"A": "B", "B": "A"}


class Wish(StrEnum):
    """What staff may ask the system for."""

    INSTALL = "install"
    BACK = "back"


class Outcome(StrEnum):
    """What became of the last update."""

    KEPT = "kept"
    TAKEN_BACK = "taken_back"
    REFUSED = "refused"
    WENT_BACK = "went_back"
    INTERRUPTED = "interrupted"


class LastUpdate(BaseModel):
    """As the system tells it in `outcome.json`."""

    outcome: Outcome
    version: str = ""
    problem: str = ""
    """Why it was taken back; in Vietnamese."""
    at: int = 0
    """When, in seconds since 1970."""


class News(BaseModel):
    """What a server offers."""

    version: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$")
    file: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._+-]{0,120}\.raucb$")
    size_bytes: int = Field(gt=0, le=LARGEST_BYTES)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


@dataclass(frozen=True, slots=True)
class SystemState:
    """The two systems of a machine."""

    version: str
    """Of the one that runs."""
    before: str
    """Of the other one, once it has taught; empty where there is none."""
    last: LastUpdate | None


def system_state(folders: Folders) -> SystemState | None:
    """What the system tells of itself; None on a machine that was not made of the image."""
    slot = _line(folders.system_told / "slot")
    if slot not in SLOTS:
        return None
    try:
        raw = read_plain_file(folders.system_told / "outcome.json", LARGEST_NEWS_BYTES)
        last = LastUpdate.model_validate_json(raw)
    except (OSError, ValidationError):
        last = None
    version, before = (
        _line(folders.system_told / f"version-{each}") for each in (slot, SLOTS[slot])
    )
    return SystemState(version, before, last)


def bundles_on(sticks: tuple[Path, ...]) -> tuple[str, ...]:
    """The names of the updates that lie on sticks."""
    return tuple(
        path.name for stick in sticks for path in sorted(stick.glob(f"*{BUNDLE}")) if path.is_file()
    )


def fetched_bundle(folders: Folders) -> Path:
    """Where a bundle lies that was fetched and waits to be installed."""
    return folders.system_updates / f"fetched{BUNDLE}"


def ask_the_system(folders: Folders, wish: Wish) -> None:
    """Have the system do this now; it waits for this file."""
    folders.system_updates.mkdir(parents=True, exist_ok=True)
    write_durably(folders.system_updates / "wanted", f"{wish}\n".encode())


def fetch_update(
    source: str,
    folders: Folders,
    free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
) -> str:
    """Fetch the bundle that a server offers, where it is new here; goes on with a broken transfer.

    The system checks its signature. What it did not want is not fetched again.

    Returns:
        its version; empty where there is nothing new, or this machine takes none.

    Raises:
        PackError: the server or the disk does not let it; in words for staff.
    """
    state = system_state(folders)
    if state is None:
        return ""
    fetcher = Fetcher()
    folder = folders.system_updates
    folder.mkdir(parents=True, exist_ok=True)
    address = f"{address_of(source)}/system"
    try:
        news = _news(fetcher, address)
        if news is None or news.version == state.version or _line(folder / "seen") == news.sha256:
            return ""
        if (folders.system_told / f"tried-{news.version}").exists():
            return ""
        unfinished = folder / f"{news.sha256}.unfinished"
        for other in folder.glob("*.unfinished"):
            if other != unfinished:
                other.unlink()
        there = unfinished.stat().st_size if unfinished.exists() else 0
        if free_bytes(folder) < news.size_bytes - there + LEFT_FREE_BYTES:
            raise PackError(gettext_noop("Ổ đĩa không còn đủ chỗ cho bản cập nhật của máy."))
        _fetch_rest(fetcher, f"{address}/{news.file}", unfinished, news)
    except DownloadError as error:
        text = gettext_noop("Chưa tải được bản cập nhật của máy: {why}")
        raise PackError(text, why=str(error)[:SHORT]) from error
    unfinished.replace(fetched_bundle(folders))
    write_durably(folder / "seen", f"{news.sha256}\n".encode())
    return news.version


def _news(fetcher: Fetcher, address: str) -> News | None:
    raw = b""
    try:
        for chunk in fetcher.read_from(f"{address}/{NEWS}", 0):
            raw += chunk
            if len(raw) > LARGEST_NEWS_BYTES:
                break
        return News.model_validate_json(raw)
    except DownloadHTTPError as error:
        if error.status_code == NOT_FOUND:
            return None
        raise
    except ValidationError as error:
        text = gettext_noop("Tin về bản cập nhật của máy ở nơi phát hành bị hỏng.")
        raise PackError(text) from error


def _fetch_rest(fetcher: Fetcher, address: str, path: Path, news: News) -> None:
    with path.open("ab") as file:
        for chunk in fetcher.read_from(address, file.tell()):
            file.write(chunk)
            if file.tell() > news.size_bytes:
                break
    with path.open("rb") as file:
        told = hashlib.file_digest(file, "sha256").hexdigest()
    if path.stat().st_size >= news.size_bytes and told != news.sha256:
        path.unlink()
    if told != news.sha256:
        raise PackError(
            gettext_noop("Bản cập nhật của máy tải về chưa trọn. Lần sau máy tải tiếp.")
        )


def _line(path: Path) -> str:
    """The only line of a small file; empty where it cannot be read."""
    try:
        return read_plain_file(path, SHORT).decode("utf-8").strip()
    except (OSError, UnicodeError):
        return ""
