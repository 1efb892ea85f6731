"""Updates of a machine installed from the disk image: state, download, and requests.

The system itself installs them (deploy/image/update-system) and writes the outcome to a folder.
The kiosk reads the outcome, downloads update bundles, and writes requests.
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
"""The file beside the bundle on a server; written by `script/image`."""
MAX_BYTES = 1_500_000_000
MAX_NEWS_BYTES = 4096
LEFT_FREE_BYTES = 200_000_000
SHORT = 256
SLOTS = {"A": "B", "B": "A"}


class Wish(StrEnum):
    """A request to the system."""

    INSTALL = "install"
    BACK = "back"


class Outcome(StrEnum):
    """The outcome of the last update."""

    KEPT = "kept"
    TAKEN_BACK = "taken_back"
    REFUSED = "refused"
    WENT_BACK = "went_back"
    INTERRUPTED = "interrupted"


class LastUpdate(BaseModel):
    """The content of `outcome.json`, written by the system."""

    outcome: Outcome
    version: str = ""
    problem: str = ""
    """Why the update was rolled back, in Vietnamese."""
    at: int = 0
    """The time in seconds since 1970."""


class News(BaseModel):
    """The update that a server offers."""

    version: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$")
    file: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._+-]{0,120}\.raucb$")
    size_bytes: int = Field(gt=0, le=MAX_BYTES)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


@dataclass(frozen=True, slots=True)
class SystemState:
    """The two systems (slots A and B) of a machine."""

    version: str
    """The version of the running system."""
    before: str
    """The version of the other system, if it has ever run; empty if there is none."""
    last: LastUpdate | None


def system_state(folders: Folders) -> SystemState | None:
    """The state of the systems; None on a machine that was not installed from the image."""
    slot = _line(folders.update_reports / "slot")
    if slot not in SLOTS:
        return None
    try:
        raw = read_plain_file(folders.update_reports / "outcome.json", MAX_NEWS_BYTES)
        last = LastUpdate.model_validate_json(raw)
    except (OSError, ValidationError):
        last = None
    version, before = (
        _line(folders.update_reports / f"version-{each}") for each in (slot, SLOTS[slot])
    )
    return SystemState(version, before, last)


def bundles_on(sticks: tuple[Path, ...]) -> tuple[str, ...]:
    """The names of the update bundles on sticks."""
    return tuple(
        path.name for stick in sticks for path in sorted(stick.glob(f"*{BUNDLE}")) if path.is_file()
    )


def fetched_bundle(folders: Folders) -> Path:
    """The path of the downloaded bundle that is to be installed."""
    return folders.system_updates / f"fetched{BUNDLE}"


def request_system_action(folders: Folders, wish: Wish) -> None:
    """Writes the request file, which the system watches."""
    folders.system_updates.mkdir(parents=True, exist_ok=True)
    write_durably(folders.system_updates / "wanted", f"{wish}\n".encode())


def fetch_update(
    source: str,
    folders: Folders,
    free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
) -> str:
    """Downloads the server's bundle if it is new; resumes an interrupted transfer.

    The system checks its signature. A bundle that was tried before is not downloaded again.

    Returns:
        The version; empty if there is nothing new, or this machine does not use the image.

    Raises:
        PackError: the server failed or the disk is full; the message is for staff.
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
        if (folders.update_reports / f"tried-{news.version}").exists():
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
            if len(raw) > MAX_NEWS_BYTES:
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
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if path.stat().st_size >= news.size_bytes and digest != news.sha256:
        path.unlink()
    if digest != news.sha256:
        raise PackError(
            gettext_noop("Bản cập nhật của máy tải về chưa trọn. Lần sau máy tải tiếp.")
        )


def _line(path: Path) -> str:
    """The content of a one-line file; empty if it cannot be read."""
    try:
        return read_plain_file(path, SHORT).decode("utf-8").strip()
    except (OSError, UnicodeError):
        return ""
