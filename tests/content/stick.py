"""A kiosk and a stick for tests, without Qt."""

import array
import math
from datetime import UTC, datetime
from pathlib import Path

from kiosk.content.library import load_library
from kiosk.content.takeover.survey import Kiosk, look_at
from kiosk.content.takeover.taking import take_over
from kiosk.folders import Folders
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.narration.utterance import Clip

PASSED_OVER = (".lock", "index.json", ".index.json.unfinished")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
    b"\x90wS\xde\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
OTHER_PNG = PNG + b"\0"


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


def hum(duration_ms=400) -> Clip:
    """Some sound."""
    rate_hz = 8000
    waves = (int(9000 * math.sin(at / 5)) for at in range(rate_hz * duration_ms // 1000))
    return Clip(array.array("h", waves).tobytes(), rate_hz, ())


def record(folder: Path, language: str, text: str, speaker="H'Bia") -> Take:
    """A sentence is recorded at some kiosk."""
    return Recordings(folder, language).keep(
        Take(text, speaker, "2026-11-20T09:00:00+07:00"), hum()
    )


class Place:
    """A kiosk, and a stick that is plugged into it."""

    def __init__(self, root: Path) -> None:
        home = root / "home"
        self.stick = root / "sticks" / "USB"
        for folder in (home / "lessons", home / "media" / "icons", home / "translations" / "rad"):
            folder.mkdir(parents=True)
        self.stick.mkdir(parents=True)
        self.folders = Folders(home=home, state=root / "state", cache=root / "cache")

    @property
    def kiosk(self) -> Kiosk:
        return Kiosk(self.folders, load_library(self.folders).heads)

    def teaches(self, name: str, text: str) -> Path:
        return _written(self.folders.lessons / name, text)

    def brings(self, name: str, content: str | bytes) -> Path:
        return _written(self.stick / name, content)

    def look(self):
        return look_at(self.stick, self.kiosk, self.folders.tried)

    def offer(self, name: str):
        return next(offer for offer in self.look().offers if offer.name == name)

    def take(self, name: str):
        return take_over(self.offer(name), self.stick, self.kiosk, NOW)

    def holds(self) -> dict[str, bytes]:
        """All that the kiosk teaches with, by file; lists that mend themselves are left out."""
        return {
            path.relative_to(self.folders.home).as_posix(): path.read_bytes()
            for path in sorted(self.folders.home.rglob("*"))
            if path.is_file() and path.name not in PASSED_OVER
        }


def _written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
