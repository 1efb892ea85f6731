"""`--phone` shows, plays and prints a lesson in its version for that make of phone."""

import json
import subprocess

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.folders import CHECKOUT
from kiosk.headless import pictures
from kiosk.headless.pictures import PicturePlace, Shown

LESSON = """\
title: Nối Wi-Fi
number: 11
goal: Bác nối được Wi-Fi.
screens:
  cai-dat:
    - bar: Cài đặt
    - row: wifi
      icon: wifi
      label: Wi-Fi
steps:
  - name: mo-wifi
    say: Bác chạm Wi-Fi.
    screen: cai-dat
    tap: wifi
    wrong: Chưa đúng. Bác tìm chữ Wi-Fi.
phones:
  samsung:
    screens:
      cai-dat:
        - bar: Cài đặt
        - row: ket-noi
          icon: wifi
          label: Kết nối
    steps:
      mo-wifi: {say: Bác chạm Kết nối., screen: cai-dat, tap: ket-noi, wrong: Chưa đúng.}
"""
MAKES = {"android": "Bác chạm Wi-Fi.", "samsung": "Bác chạm Kết nối."}


@pytest.fixture
def run(tmp_path, monkeypatch, qapp):
    home = tmp_path / "home"
    (home / "lessons").mkdir(parents=True)
    (home / "lessons" / "noi-wifi.yaml").write_text(LESSON, encoding="utf-8")
    for name in ("media", "translations", "config.yaml"):
        (home / name).symlink_to(CHECKOUT / name)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("KIOSK_HOME", str(home))

    def run(*arguments):
        done = CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)
        assert done.exit_code == 0, done.output

    return run


def test_it_plays_as_it_is_on_that_phone_also_by_ear(run, tmp_path):
    for make, sentence in MAKES.items():
        trace = tmp_path / f"{make}.jsonl"
        run("play", "noi-wifi", "--phone", make, "--ears", "--trace", trace)
        moments = [json.loads(line) for line in trace.read_text(encoding="utf-8").splitlines()]
        said = {each["said"] for each in moments if each["step"]}
        assert sentence in said
        assert not said & (set(MAKES.values()) - {sentence})


def test_it_is_printed_as_it_is_on_that_phone(run, tmp_path):
    for make, sentence in MAKES.items():
        path = tmp_path / f"{make}.pdf"
        run("handout", "noi-wifi", "--phone", make, "-o", path)
        read = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
        words = " ".join(read.stdout.replace("\u2011", "-").split())
        assert sentence.removeprefix("Bác chạm ") in words
        assert ("Kết nối" in words) == (make == "samsung")


def test_pictures_are_of_that_phone(run, tmp_path):
    shown = {}
    for make in MAKES:
        run("screenshot", "--step", "1", "--phone", make, "-o", tmp_path / f"{make}.png")
        run("tour", "--lesson", "noi-wifi", "--phone", make, "-o", tmp_path / make)
        step = tmp_path / make / "noi-wifi-2-together-01.png"
        shown[make] = ((tmp_path / f"{make}.png").read_bytes(), step.read_bytes())
    assert all(one != other for one, other in zip(*shown.values(), strict=True))


def test_a_lesson_alike_on_all_makes_is_pictured_on_that_phone(make_headless):
    shown = Shown(phone="iphone")
    headless = make_headless(width=shown.width, height=shown.height)
    pictures._go_to(headless, shown, PicturePlace("lesson", "lua-dao"))
    assert not headless.journey.run.phone_has_back
