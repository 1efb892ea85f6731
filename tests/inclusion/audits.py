"""Checks every screen once per combination of screen size and text size."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import findings
from journey import PIN, screens
from known_pin import known_record
from window_snapshot import WindowSnapshot

from kiosk.domain.settings import Contrast, Settings, TextSize
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.offscreen import HeadlessKiosk, WindowConfig, mute, offscreen
from kiosk.staff.pin import PinFile

TITLES = {
    12: "Gọi video cho con cháu ở xa",
    13: "Nộp hồ sơ trên Cổng Dịch vụ công",
    14: "Cuộc gọi lừa đảo",
    15: "Tìm đường đến bệnh viện",
    16: "Đặt mật khẩu",
    17: "Xem thời tiết",
}


@dataclass(frozen=True)
class ScreenVariant:
    """A combination of screen size, text size and contrast."""

    width: int
    height: int
    diagonal_in: float
    text_size: TextSize = TextSize.NORMAL
    contrast: Contrast = Contrast.WARM

    def __str__(self) -> str:
        return f"{self.width}x{self.height}-{self.text_size}-{self.contrast}"

    @property
    def px_per_mm(self) -> float:
        return (self.width**2 + self.height**2) ** 0.5 / (self.diagonal_in * 25.4)

    def settings(self, settings: Settings) -> Settings:
        requests = {
            "diagonal_in": self.diagonal_in,
            "text_size": self.text_size,
            "contrast": self.contrast,
        }
        return settings.model_copy(update={"display": settings.display.model_copy(update=requests)})


WIDE = ScreenVariant(1920, 1080, 21.5)
LAPTOP = ScreenVariant(1366, 768, 15.6)
OLD = ScreenVariant(1024, 768, 15)
TALL = ScreenVariant(1080, 1920, 32)
LARGEST = {"text_size": TextSize.LARGEST}
VARIANTS = (
    WIDE,
    replace(LAPTOP, contrast=Contrast.HIGH),
    OLD,
    TALL,
    *(replace(variant, **LARGEST) for variant in (WIDE, LAPTOP)),
    *(replace(variant, **LARGEST, contrast=Contrast.HIGH) for variant in (OLD, TALL)),
)


@dataclass
class Audit:
    """The results of one walk through all screens."""

    seen: list[str] = field(default_factory=list)
    bars: dict[str, dict] = field(default_factory=dict)
    found: dict[str, list[str]] = field(default_factory=dict)


def home_with_lessons(home: Path) -> Path:
    """A home with two pages of lessons that differ only in title, and a broken lesson."""
    for name in ("media", "translations", "config.yaml"):
        (home / name).symlink_to(CHECKOUT / name)
    (home / "lessons").mkdir()
    source = (CHECKOUT / "lessons" / "noi-wifi.yaml").read_text(encoding="utf-8")
    (home / "lessons" / "noi-wifi.yaml").write_text(source, encoding="utf-8")
    for number, title in TITLES.items():
        other = source.replace("number: 11", f"number: {number}")
        other = other.replace("title: Nối Wi-Fi", f"title: {title}")
        (home / "lessons" / f"bai-{number}.yaml").write_text(other, encoding="utf-8")
    (home / "lessons" / "bai-hong.yaml").write_text("titel: Bài hỏng\n", encoding="utf-8")
    return home


def audit(
    variant: ScreenVariant, folders: Folders, settings: Settings, language: str = "vi"
) -> Audit:
    """Opens every screen and collects the findings."""
    result = Audit(found={check.__name__: [] for check in findings.ON_EVERY_SCREEN})
    PinFile(folders.pin).write(known_record(PIN))
    with offscreen(
        folders,
        variant.settings(settings),
        WindowConfig(variant.width, variant.height, motion=False),
        mute,
    ) as headless:
        for name in screens(headless, language):
            headless.driver.wait_for_frame()
            snapshot = WindowSnapshot(headless, variant.px_per_mm)
            result.seen.append(name)
            result.bars[name] = snapshot.bar
            for check in findings.ON_EVERY_SCREEN:
                messages = [f"{name}: {each}" for each in check(snapshot, variant.text_size)]
                result.found[check.__name__] += messages
    return result


def audited(
    headless: HeadlessKiosk, variant: ScreenVariant, pages: Iterable[str]
) -> tuple[list[str], list[str]]:
    """The names of the pages that were shown, and the findings on them."""
    seen, found = [], []
    for page in pages:
        headless.driver.wait_for_frame()
        snapshot = WindowSnapshot(headless, variant.px_per_mm)
        seen.append(page)
        found += [
            f"{page}: {each}"
            for check in findings.ON_EVERY_SCREEN
            for each in check(snapshot, variant.text_size)
        ]
    return seen, found
