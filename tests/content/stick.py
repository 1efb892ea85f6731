"""A kiosk and a stick for tests, without Qt."""

import struct
import zlib
from datetime import UTC, datetime
from pathlib import Path

from kiosk.folders import Folders
from kiosk.library.library import load_library
from kiosk.usb_import.installer import take_over
from kiosk.usb_import.scan import LessonContext, look_at

PASSED_OVER = (".lock", "index.json")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
    b"\x90wS\xde\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
OTHER_PNG = PNG + b"\0"


def png(width: int, height: int) -> bytes:
    """A PNG file whose header states this size, with the data of a single pixel."""
    head = b"IHDR" + struct.pack(">II", width, height) + PNG[24:29]
    return PNG[:12] + head + struct.pack(">I", zlib.crc32(head)) + PNG[33:]


def lesson(
    title="Gọi video",
    number=21,
    says=("Bác chạm vào nút xanh.", "Bác chờ cháu trả lời."),
    picture="",
) -> str:
    """The text of a lesson file."""
    shown = f"\n    picture: {picture}" if picture else ""
    steps = "\n".join(f"  - say: {said}{shown}" for said in says)
    return f"title: {title}\nnumber: {number}\ngoal: Bác tự làm được.\nsteps:\n{steps}\n"


class KioskWithStick:
    """A kiosk with a stick plugged in."""

    def __init__(self, root: Path) -> None:
        home = root / "home"
        self.stick = root / "sticks" / "USB"
        for folder in (home / "lessons", home / "media" / "icons", home / "translations" / "rad"):
            folder.mkdir(parents=True)
        self.stick.mkdir(parents=True)
        self.folders = Folders(home=home, state=root / "state", cache=root / "cache")

    @property
    def kiosk(self) -> LessonContext:
        return LessonContext(self.folders, load_library(self.folders).heads)

    def add_lesson(self, name: str, text: str) -> Path:
        return _written(self.folders.lessons / name, text)

    def put_on_stick(self, name: str, content: str | bytes) -> Path:
        return _written(self.stick / name, content)

    def look(self):
        return look_at(self.stick, self.kiosk, self.folders.inspected_stick)

    def offer(self, name: str):
        return next(offer for offer in self.look().offers if offer.name == name)

    def take(self, name: str):
        return take_over(self.offer(name), self.stick, self.kiosk, NOW)

    def contents(self) -> dict[str, bytes]:
        """The content of the kiosk's home by file, without files that are rebuilt automatically."""
        return {
            path.relative_to(self.folders.home).as_posix(): path.read_bytes()
            for path in sorted(self.folders.home.rglob("*"))
            if path.is_file() and path.name not in PASSED_OVER and path.suffix != ".unfinished"
        }


def _written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
