"""A publisher with three keys, a kiosk that trusts it, and a static server between them."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest

from kiosk.folders import Folders
from kiosk.packs.fetching import Fetcher
from kiosk.packs.keys import Owner, create_key, read_signer
from kiosk.packs.repository import Repository
from kiosk.packs.repository_files import PROVINCE
from kiosk.packs.store import PackStore, SyncReport
from kiosk.packs.sync import SyncTarget, sync

CLOCK_OF_TUF = "tuf.ngclient._internal.trusted_metadata_set.datetime"
PASSPHRASE = "ba con voi trắng"
NOW = datetime(2026, 11, 29, 8, tzinfo=UTC)
CLOCKS = {
    "1970": datetime(1970, 1, 1, tzinfo=UTC),
    "right": NOW + timedelta(days=1),
    "2038": datetime(2038, 1, 20, tzinfo=UTC),
}
LESSON = """\
title: {title}
number: {number}
goal: Bác tự làm được.
steps:
  - say: {say}
  - say: Bác xem rồi bác làm nhé.
"""


def write_lesson(content: Path, name: str, number: int, say: str = "Bác chạm vào đây.") -> Path:
    path = content / "lessons" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = LESSON.format(title=f"Bài {name}", number=number, say=say)
    path.write_text(text, encoding="utf-8")
    return path


@dataclass
class Publisher:
    """The publisher of a province, with its repository and content."""

    folder: Path
    now: datetime = NOW
    owners: tuple[Owner, ...] = ()

    @property
    def repository(self) -> Repository:
        return Repository(self.folder / "kho")

    @property
    def content(self) -> Path:
        return self.folder / "noi-dung"

    @property
    def served(self) -> Path:
        return self.repository.published

    def key(self, name: str) -> Owner:
        return create_key(self.folder / f"{name}.pem", name, PASSPHRASE)

    def begin(self) -> None:
        self.owners = tuple(self.key(name) for name in ("an", "binh", "chi"))
        self.repository.begin(self.owners, 2, "Tỉnh thử", self.now)
        write_lesson(self.content, "wifi-tinh", 210)
        write_lesson(self.content, "goi-xe", 211)
        self.publish("an", "binh")

    def draft(self, role: str = PROVINCE, content: Path | None = None, needs: str = "0.1") -> None:
        self.repository.build(content or self.content, role, needs, self.now)

    def sign(self, *names: str) -> None:
        for name in names:
            self.repository.sign(read_signer(self.folder / f"{name}.pem", PASSPHRASE))

    def publish(self, *names: str, role: str = PROVINCE, content: Path | None = None) -> None:
        self.draft(role, content)
        self.sign(*names)
        self.now += timedelta(minutes=1)
        self.repository.publish(self.now)


@dataclass
class Centre:
    """The pack client of a kiosk."""

    folder: Path
    now: datetime = NOW + timedelta(hours=1)
    version: str = "0.1.0"
    fetcher: Fetcher = field(default_factory=Fetcher)

    @property
    def store(self) -> PackStore:
        return PackStore(self.folder / "packs")

    @property
    def shipped(self) -> Path:
        """The home with the shipped lessons."""
        return self.folder / "home"

    def sync(self, source: str | Path) -> SyncReport:
        (self.shipped / "lessons").mkdir(parents=True, exist_ok=True)
        folders = Folders(home=self.shipped, site=self.folder / "site", state=self.folder)
        kiosk = SyncTarget(self.store, folders, self.version, self.now)
        clock = SimpleNamespace(now=lambda _: self.now)
        with patch(CLOCK_OF_TUF, SimpleNamespace(datetime=clock, timezone=timezone)):
            return sync(str(source), kiosk, self.fetcher)

    def text(self, name: str) -> str | None:
        home = self.store.home
        path = home / "lessons" / f"{name}.yaml" if home else None
        return path.read_text(encoding="utf-8") if path and path.exists() else None

    def lessons(self) -> list[str]:
        home = self.store.home
        return sorted(each.stem for each in (home / "lessons").glob("*.yaml")) if home else []


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    """A publisher with a first pack; other fixtures copy it, because making keys takes time."""
    publisher = Publisher(tmp_path_factory.mktemp("tinh"))
    publisher.begin()
    return publisher


@pytest.fixture
def publisher(begun: Publisher, tmp_path: Path) -> Publisher:
    shutil.copytree(begun.folder, tmp_path / "tinh")
    return Publisher(tmp_path / "tinh", begun.now, begun.owners)


@pytest.fixture
def centre(publisher: Publisher, tmp_path: Path) -> Centre:
    centre = Centre(tmp_path / "xa")
    centre.store.trust(publisher.repository.newest_file("root").read_bytes())
    return centre


@pytest.fixture
def taught(publisher: Publisher, centre: Centre) -> Centre:
    """A kiosk with the first pack."""
    assert centre.sync(publisher.served).installed == 1
    return centre


def delegate(publisher: Publisher, numbers: range = range(300, 310)) -> None:
    """Lets the trainers of a commune publish lessons with certain numbers."""
    trainer = publisher.key("xa")
    publisher.repository.delegate("ea-kao", "Xã Ea Kao", (trainer,), numbers, publisher.now)
    publisher.sign("an", "binh", "xa")
    publisher.repository.publish(publisher.now)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves entire files of a folder, without a log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def serve() -> Iterator[object]:
    """Returns a function that serves a folder on the loopback address and returns its URL."""
    servers = []

    def start(folder: Path, handler: type[QuietHandler] = QuietHandler) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
