"""A home with one lesson: a short one with everything that can be touched, or a shipped one."""

import shutil
from pathlib import Path

from kiosk.folders import CHECKOUT

LESSON = "nghe-man-hinh"


def small_home(place: Path, lesson: str = LESSON) -> Path:
    """A folder to be the kiosk's home; only its lessons are its own."""
    home = place / "home"
    (home / "lessons").mkdir(parents=True)
    for name in ("media", "translations", "config.yaml"):
        (home / name).symlink_to(CHECKOUT / name)
    own = Path(__file__).with_name(f"{lesson}.yaml")
    shutil.copy(own if own.exists() else CHECKOUT / "lessons" / own.name, home / "lessons")
    return home
