"""Shared fixtures of the tests of lesson files."""

from pathlib import Path

import pytest

from kiosk.content.media import Media

MEDIA = Media(
    icons=frozenset({"info", "settings", "bank", "wifi", "bluetooth", "camera", "check"}),
    pictures=frozenset({"wifi", "welcome", "scan-code"}),
)

LESSON = """\
title: Nối Wi-Fi
number: 11
goal: Bác tự nối điện thoại vào Wi-Fi.
screens:
  man-hinh-chinh:
    - app: cai-dat
      icon: settings
      label: Cài đặt
steps:
  - say: Bác tìm hình bánh răng rồi chạm vào.
    screen: man-hinh-chinh
    tap: cai-dat
"""


@pytest.fixture(scope="session")
def media() -> Media:
    """A small fixed set of media, independent of the shipped ones."""
    return MEDIA


@pytest.fixture
def write(tmp_path: Path):
    """Writes a lesson file and returns its path."""

    def write(text: str, name: str = "noi-wifi.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write
