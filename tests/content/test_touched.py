"""The lessons, handouts and recordings that state a changed fact are listed."""

import json
import shutil

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.folders import CHECKOUT
from kiosk.narration.recordings.index import TakeIndex, to_json
from kiosk.narration.recordings.take import Take

LESSON = """\
title: {title}
number: {number}
goal: Bác biết phí.
screens:
  trang-chu:
    - bar: Trang chủ
    - text: {on_screen}
steps:
  - say: {said}
    screen: trang-chu
"""
FACTS = """\
fees:
  - value: {fee}
    means: Phí một trang
    source: Thông tư 226
    on: "2026-11-24"
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Three lessons: one speaks the fee, one shows it, one has a longer number with its digits."""
    lessons = tmp_path / "lessons"
    lessons.mkdir()
    shutil.copy(CHECKOUT / "config.yaml", tmp_path)
    (tmp_path / "media").mkdir()
    for folder in ("icons", "pictures"):
        (tmp_path / "media" / folder).symlink_to(CHECKOUT / "media" / folder)
    words = (
        ("noi-phi", "Bác trả 2.000 đồng.", "Chào bác"),
        ("hien-phi", "Bác nhìn màn hình.", "Phí 2000 đồng"),
        ("phi-khac", "Bác trả 12.000 đồng.", "Chào bác"),
    )
    for number, (name, said, on_screen) in enumerate(words, start=1):
        text = LESSON.format(title=name, number=number, said=said, on_screen=on_screen)
        (lessons / f"{name}.yaml").write_text(text, encoding="utf-8")
    (lessons / "_facts.yaml").write_text(FACTS.format(fee="2.000 đồng"), encoding="utf-8")
    voice = tmp_path / "media/voice/rad"
    voice.mkdir(parents=True)
    takes = (
        Take("Bác trả 2.000 đồng.", "H'Bia", "2026-11-24", file="a.flac", number=1),
        Take("Bác trả 12.000 đồng.", "H'Bia", "2026-11-24", file="b.flac", number=2),
    )
    (voice / "index.json").write_bytes(to_json(TakeIndex(takes), "rad"))
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def facts(*words):
    return CliRunner().invoke(main, ["facts", *words])


def test_a_fact_names_its_lessons_sheets_and_recordings_and_no_others(home):
    result = facts("phí một trang")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "2.000 đồng · Phí một trang (nguồn: Thông tư 226; xem ngày 2026-11-24)",
        "  bài: lessons/noi-phi.yaml:9",
        "  bài: lessons/hien-phi.yaml:7",
        "  tờ mang về: 1. noi-phi",
        "  tờ mang về: 2. hien-phi",
        "  bản thu: rad: Bác trả 2.000 đồng. (H'Bia)",
    ]


def test_after_a_change_whatever_still_says_the_old_value_is_told(home):
    old = home / "old.yaml"
    shutil.copy(home / "lessons/_facts.yaml", old)
    assert facts("--since", str(old)).exit_code == 0
    (home / "lessons/_facts.yaml").write_text(FACTS.format(fee="3.000 đồng"), encoding="utf-8")
    result = facts("--since", str(old))
    assert result.exit_code == 1
    assert result.output.startswith("2.000 đồng → 3.000 đồng · Phí một trang\n")
    for place in ("noi-phi.yaml:9", "hien-phi.yaml:7", "1. noi-phi", "H'Bia"):
        assert place in result.output
    for name in ("noi-phi", "hien-phi"):
        path = home / f"lessons/{name}.yaml"
        text = path.read_text("utf-8").replace("2.000", "3.000").replace("2000", "3000")
        path.write_text(text, encoding="utf-8")
    result = facts("--since", str(old))
    assert result.exit_code == 1, "her recording still says the old fee"
    (home / "media/voice/rad/index.json").write_text(json.dumps({"takes": []}))
    assert facts("--since", str(old)).exit_code == 0


def test_a_fact_that_no_lesson_states_is_told_as_that(home):
    (home / "lessons/_facts.yaml").write_text(FACTS.format(fee="9 đồng"), encoding="utf-8")
    assert "chưa bài nào nói tới" in facts("9 đồng").output
