"""A home with one lesson: a short one with every kind of control, or a shipped one."""

import shutil
from pathlib import Path

from kiosk.folders import CHECKOUT

LESSON = "nghe-man-hinh"


def small_home(place: Path, lesson: str = LESSON) -> Path:
    """A home whose lessons folder is its own; the rest is linked from the checkout."""
    home = place / "home"
    (home / "lessons").mkdir(parents=True)
    for name in ("media", "translations", "config.yaml"):
        (home / name).symlink_to(CHECKOUT / name)
    own = Path(__file__).with_name(f"{lesson}.yaml")
    shutil.copy(own if own.exists() else CHECKOUT / "lessons" / own.name, home / "lessons")
    return home
