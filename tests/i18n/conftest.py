"""Shared fixtures of the tests of translations."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.folders import Folders

LESSON = """\
title: Nối Wi-Fi
number: 11
goal: Bác tự nối điện thoại vào Wi-Fi.
remember: [Hỏi cán bộ đúng tên mạng.]
closing: Bác biết nối mạng rồi ạ.
screens:
  man-hinh-chinh:
    - app: cai-dat
      icon: settings
      label: Cài đặt
steps:
  - say: Bác tìm hình bánh răng rồi chạm vào.
    screen: man-hinh-chinh
    tap: cai-dat
    wrong: Chưa đúng. Bác tìm hình bánh răng.
    note:
      - {label: Tên mạng của quầy, value: HOC-THU-KIOT}
  - ask: Mạng nào là của trung tâm?
    choices:
      - text: Mạng có tên trên giấy
        right: true
        because: Đúng rồi. Tên này dán ở quầy.
      - text: Quay lại
"""


class Home:
    """A home in a temporary folder, with the i18n commands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.translations = path / "translations"

    def run(self, *words: str) -> Result:
        return CliRunner().invoke(main, ("i18n", *words))

    def write_lesson(self, text: str, name: str = "noi-wifi") -> None:
        path = self.path / "lessons" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """The contents of the translations folder by path."""
        return {
            path.relative_to(self.translations).as_posix(): path.read_bytes()
            for path in self.translations.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def home(tmp_path, monkeypatch) -> Home:
    """A home with one lesson and one language to translate into."""
    if shutil.which("msgmerge") is None:
        pytest.skip("GNU gettext is not installed")
    (tmp_path / "media").symlink_to(Folders().home / "media")
    (tmp_path / "translations" / "en").mkdir(parents=True)
    (tmp_path / "translations" / "vi").mkdir()
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    made = Home(tmp_path)
    made.write_lesson(LESSON)
    return made
