"""Home folders of a centre that a test may write to."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from kiosk.folders import CHECKOUT

LESSON = """\
title: Nối mạng
number: 11
goal: Bác nối được mạng.
steps:
  - say: Bác chạm vào Cài đặt.
  - say: Bác chờ một lát nhé.
"""
SECOND = """\
title: Gọi điện
number: 12
goal: Bác gọi được.
steps:
  - say: Bác chờ một lát nhé.
"""
SENTENCES = (
    "Nối mạng",
    "Bác nối được mạng.",
    "Bác chạm vào Cài đặt.",
    "Bác chờ một lát nhé.",
)
"""The sentences of the first of these lessons."""
LANGUAGE = "name: Klei Êđê\ngreeting: (thử)\ninvitation: (thử)\nkeys: [ă, â]\n"
PO = """\
msgid ""
msgstr ""
"Language: rad\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# reviewer: Y Thịnh
msgid "Nối mạng"
msgstr "anăn"
"""


def centre(home: Path, lessons: Mapping[str, str], *languages: str) -> Path:
    """A centre with the shipped media and settings, these lessons and these shipped languages."""
    (home / "media").mkdir(parents=True)
    for name in ("icons", "pictures"):
        (home / "media" / name).symlink_to(CHECKOUT / "media" / name, target_is_directory=True)
    shutil.copy(CHECKOUT / "config.yaml", home)
    for code in ("vi", *languages):
        shutil.copytree(CHECKOUT / "translations" / code, home / "translations" / code)
    (home / "lessons").mkdir()
    for name, text in lessons.items():
        (home / "lessons" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return home


def language(home: Path, code: str, described: str, **files: str) -> Path:
    """Adds a language of the centre's own: its description, and PO files by name."""
    folder = home / "translations" / code
    folder.mkdir(parents=True)
    (folder / "language.yaml").write_text(described, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.po").write_text(text, encoding="utf-8")
    return folder


def writable_lessons(home: Path, *names: str) -> Path:
    """Replaces the link to the shipped lessons by a folder with copies of these."""
    lessons = home / "lessons"
    shipped = lessons.resolve()
    lessons.unlink()
    lessons.mkdir()
    for name in names:
        shutil.copyfile(shipped / f"{name}.yaml", lessons / f"{Path(name).name}.yaml")
    return lessons
