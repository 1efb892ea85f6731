"""The first start in the real window: completed, postponed, interrupted and repeated."""

import os
from threading import Event
from types import SimpleNamespace

import pytest
from known_pin import known_record
from PySide6.QtCore import Qt
from test_settings_pages import erase_and_type, kept, read_code

from kiosk import running, staff_pages
from kiosk.app import settings_of
from kiosk.player.visit import Page, Visit
from kiosk.running import Run, RunOptions
from kiosk.staff.first_start import OVERVIEW, TASKS, FirstStart, FirstStartFile, TaskAnswer
from kiosk.staff.pin import PinFile, matches
from kiosk.staff.touch_check import SPOTS
from kiosk.staff_pages.first_start.sound_task import TRIAL
from kiosk.ui.visit.visit_view_model import BUSY_LIMIT_S

NEW_PIN = "730291"
SOUND_SERVER = """\
#!/bin/sh
echo "$@" >> {log}
[ "$1 $3" = "set-sink-mute 0" ] && touch {log}.on
[ "$1" = get-sink-mute ] && {{ [ -e {log}.on ] && echo "Mute: no" || echo "Mute: yes"; }}
[ "$1" = get-sink-volume ] && echo "Volume: front-left: 52429 /  80% / -5.81 dB"
exit 0
"""


@pytest.fixture
def headless(headless, folders):
    """A newly installed kiosk without a PIN."""
    folders.pin.unlink()
    return headless


@pytest.fixture
def installer(headless, staff):
    """The person who sets up the kiosk, at the first page."""
    headless.kiosk.begin_first_start()
    staff.wait_until(lambda: headless.journey.visit.page is Page.STAFF)
    return staff


def page_model(headless):
    return headless.kiosk.staff.property("page")


def answers(folders):
    file = FirstStartFile(folders.first_start)
    return file.read() or FirstStart()


def on_page(installer, page):
    installer.wait_until(lambda: page_model(installer.headless).page == page)


def strike_pin(installer, pin):
    """Types on a physical keyboard, waiting for each digit."""
    for count, digit in enumerate(pin, start=1):
        installer.strike(Qt.Key(ord(digit)))
        installer.wait_until(lambda count=count: installer.headless.kiosk.staff.typed == count)
    installer.strike(Qt.Key.Key_Return)


def go_to(installer, page):
    """Postpones every task before a page."""
    installer.touch("go-on")
    while page_model(installer.headless).page != page:
        installer.touch("later")


def test_everything_is_asked_set_and_kept(installer, headless, folders, voice):
    installer.touch("go-on")
    strike_pin(installer, NEW_PIN)
    for digit in NEW_PIN:
        installer.touch(f"pin:{digit}")
    installer.touch("pin:enter")
    on_page(installer, "place")
    assert matches(PinFile(folders.pin).read(), NEW_PIN)

    installer.touch("line:name")
    assert not installer.sees("go-on")
    erase_and_type(installer, "Xã Ea Ktu")
    installer.touch_keys("r")
    installer.touch("save")
    installer.wait_until(lambda: "Xã Ea Ktur" in installer.texts())
    installer.touch("go-on")

    before_px = headless.driver.item("card").width()
    installer.touch("much-smaller", "smaller", "smaller", "larger")
    assert headless.driver.item("card").width() < before_px
    installer.touch("go-on")
    on_page(installer, "touch")
    assert kept(folders).display.diagonal_in == 22.6
    theme = headless.kiosk._view.engine.singletonInstance("TutorialKiosk.Theme", "Theme")
    assert theme.property("pxPerMm") == pytest.approx((1920**2 + 1080**2) ** 0.5 / 22.6 / 25.4)

    installer.touch(*(f"spot:{spot}" for spot in SPOTS))
    assert any("đều nhận chạm" in text for text in installer.texts())
    voice.told.clear()
    installer.touch("go-on")
    assert voice.told == [(("vi", TRIAL),)]
    installer.touch("louder")
    installer.wait_until(lambda: voice.volume == 5)
    installer.wait_until(lambda: len(voice.told) == 2)
    installer.touch("heard")

    on_page(installer, "wifi")
    installer.touch("line:wifi-name")
    erase_and_type(installer, "KHACH")
    installer.touch("save")
    installer.wait_until(lambda: installer.sees("line:wifi-password"))
    installer.touch("line:wifi-password")
    erase_and_type(installer, "ngan")
    installer.touch("save")
    installer.wait_until(lambda: installer.names("message") == ["message"])
    installer.type("gondaira")
    installer.touch("save")
    installer.wait_until(lambda: installer.sees("line:wifi-password"))
    assert read_code(installer) == ["WIFI:T:WPA;S:KHACH;P:ngangondaira;;"]
    installer.touch("go-on", "paper:a5")
    installer.wait_until(lambda: kept(folders).handout.paper == "a5")
    installer.touch("go-on", "language:en")
    installer.wait_until(lambda: "en" in kept(folders).languages.hidden)
    installer.touch("go-on")

    on_page(installer, OVERVIEW)
    assert {row.done for row in page_model(headless).tasks.rows} == {True}
    installer.touch("go-on")
    assert headless.journey.visit.page is Page.ATTRACT
    assert headless.kiosk.visit.property("centreName") == "Xã Ea Ktur"
    installer.wait_until(lambda: answers(folders).over)
    assert answers(folders).answers == dict.fromkeys(TASKS, TaskAnswer.DONE)


def test_everything_can_be_left_and_that_is_told(installer, headless, folders):
    before = kept(folders)
    installer.touch("later")
    assert [row.done for row in page_model(headless).tasks.rows] == [False] * len(TASKS)
    assert any("Chưa có mã PIN" in text for text in installer.texts())
    assert not installer.sees("back")  # without a PIN there is no way back into the staff area
    installer.touch("go-on")
    assert headless.journey.visit.page is Page.ATTRACT
    installer.wait_until(lambda: answers(folders).over)
    assert kept(folders) == before
    assert not folders.pin.exists()


def test_samples_that_nobody_has_changed_are_not_done(installer, headless, folders):
    go_to(installer, "place")
    installer.touch("go-on")
    on_page(installer, "size")
    go_on_until_wifi = ("later", "later", "later", "go-on")
    installer.touch(*go_on_until_wifi)
    on_page(installer, "printer")
    installer.wait_until(lambda: answers(folders).page == "printer")
    assert answers(folders).answers["place"] is TaskAnswer.LATER
    assert answers(folders).answers["wifi"] is TaskAnswer.LATER


def test_after_a_power_cut_it_goes_on_where_it_stopped_behind_the_pin(
    installer, headless, folders, make_headless, home
):
    go_to(installer, "sound")
    PinFile(folders.pin).write(known_record(NEW_PIN))
    installer.wait_until(lambda: answers(folders).page == "sound")

    after = make_headless(home, of=settings_of(folders))
    after.kiosk.begin_first_start()
    after.driver.wait_until(lambda: after.journey.visit.page is Page.PIN)
    for digit in NEW_PIN:
        after.driver.touch(f"pin:{digit}")
    after.driver.touch("pin:enter")
    after.driver.wait_until(lambda: after.journey.visit.page is Page.STAFF)
    assert page_model(after).page == "sound"
    after.driver.touch("heard")
    assert page_model(after).page == "wifi"


def test_a_corner_that_does_not_answer_and_a_turned_screen_are_told(installer, headless, folders):
    go_to(installer, "touch")
    installer.touch("spot:bottom-right")
    assert any("góc dưới bên phải" in text for text in installer.texts())
    installer.touch("spot:top-left", "no-answer", *(f"spot:{spot}" for spot in SPOTS[2:]))
    (result,) = [text for text in installer.texts() if "Không nhận chạm" in text]
    assert "góc trên bên phải" in result
    assert "xoay" in result
    installer.touch("go-on")
    installer.wait_until(lambda: answers(folders).page == "sound")
    assert answers(folders).answers["touch"] is TaskAnswer.LATER
    installer.touch("back")
    installer.touch(*(f"spot:{spot}" for spot in SPOTS), "go-on")
    installer.wait_until(
        lambda: answers(folders).answers.get("touch") is TaskAnswer.DONE,
    )


def test_a_loudspeaker_that_the_system_silences_is_told_and_turned_up(
    installer, headless, voice, monkeypatch, tmp_path
):
    log = tmp_path / "asked"
    pactl = tmp_path / "bin" / "pactl"
    pactl.parent.mkdir()
    pactl.write_text(SOUND_SERVER.format(log=log), encoding="utf-8")
    pactl.chmod(0o755)
    monkeypatch.setenv("PATH", f"{pactl.parent}{os.pathsep}/usr/bin:/bin")
    go_to(installer, "sound")
    installer.wait_until(lambda: installer.sees("turn-up"))
    assert "Loa của máy đang tắt tiếng." in installer.texts()
    voice.told.clear()
    installer.touch("turn-up")
    installer.wait_until(lambda: not installer.sees("turn-up"))
    assert "set-sink-mute @DEFAULT_SINK@ 0" in log.read_text()
    assert voice.told == [(("vi", TRIAL),)]
    assert "Loa của máy đang tắt tiếng." not in installer.texts()
    installer.touch("not-heard")
    assert any("Xem loa đã bật chưa" in text for text in installer.texts())


def test_a_voice_that_cannot_speak_says_why(installer, headless, voice):
    voice.problemChanged.emit("Máy không thấy loa.")
    go_to(installer, "sound")
    assert "Máy không thấy loa." in installer.texts()


def test_a_size_that_cannot_be_kept_stays_on_its_page(installer, headless, monkeypatch, caplog):
    def full(_path, _content):
        raise OSError("No space left on device")

    monkeypatch.setattr("kiosk.settings.store.write_durably", full)
    go_to(installer, "size")
    installer.touch("larger", "go-on")
    installer.wait_until(lambda: any("không ghi được" in text for text in installer.texts()))
    assert page_model(headless).page == "size"
    assert headless.kiosk.window.property("diagonalIn") == 21.5
    assert "ghi cài đặt" in caplog.text


def test_where_nobody_comes_back_the_kiosk_teaches_and_asks_again_at_the_next_start(
    installer, headless, folders
):
    go_to(installer, "wifi")
    installer.wait_until(lambda: answers(folders).page == "wifi")
    headless.kiosk.visit.check_idle_after(BUSY_LIMIT_S - 1)
    assert headless.journey.visit.page is Page.STAFF
    headless.kiosk.visit.check_idle_after(1)
    assert headless.journey.visit.page is Page.ATTRACT
    assert not answers(folders).over


def test_staff_go_through_it_again_and_choose_another_pin(headless, staff, folders):
    PinFile(folders.pin).write(known_record("204816"))
    FirstStartFile(folders.first_start).write(FirstStart().finished())
    staff.open("first_start")
    assert page_model(headless).page == OVERVIEW
    staff.touch("task:pin", "another-pin")
    for _ in range(2):
        strike_pin(staff, NEW_PIN)
    on_page(staff, OVERVIEW)
    assert matches(PinFile(folders.pin).read(), NEW_PIN)
    staff.touch("go-on")
    assert headless.journey.visit.page is Page.STAFF
    assert page_model(headless) is None


def test_a_new_pin_that_the_disk_does_not_keep_is_not_believed(
    headless, staff, folders, monkeypatch
):
    PinFile(folders.pin).write(known_record("204816"))
    FirstStartFile(folders.first_start).write(FirstStart().finished())
    staff.open("first_start")
    staff.touch("task:pin", "another-pin")

    def full(*_, **__):
        raise OSError("No space left on device")

    monkeypatch.setattr("kiosk.staff.pin.write_durably", full)
    for _ in range(2):
        strike_pin(staff, NEW_PIN)
    staff.wait_until(lambda: any("không ghi được mã PIN" in text for text in staff.texts()))
    assert page_model(headless).page == "pin"
    assert staff.sees("pin:0")
    assert matches(PinFile(folders.pin).read(), "204816")


def test_a_new_pin_that_is_given_up_leaves_the_old_one(headless, staff, folders):
    PinFile(folders.pin).write(known_record("204816"))
    FirstStartFile(folders.first_start).write(FirstStart().finished())
    staff.open("first_start")
    staff.touch("task:pin", "another-pin", "pin:7", "back")
    assert not headless.kiosk.staff.choosesPin
    staff.touch("back", "end-visit")
    staff.come_in()
    assert matches(PinFile(folders.pin).read(), "204816")


def asks(folders, monkeypatch, *, installed=True, in_window=False, page=Page.ATTRACT) -> bool:
    """Whether a kiosk that was just started opens the first start by itself."""
    monkeypatch.setattr(running, "is_installed_kiosk", lambda: installed)
    kiosk = SimpleNamespace(
        visit=SimpleNamespace(visit=Visit(page=page)),
        lesson_store=SimpleNamespace(follow=list),
        languages=SimpleNamespace(follow=list),
        platform=SimpleNamespace(jobs=SimpleNamespace(run=lambda *_, **__: None)),
        begin_first_start=lambda: asked.append(True),
    )
    asked: list[bool] = []
    run = Run(folders, RunOptions(folders.config, in_window), SimpleNamespace(reset_counter=list))
    run._kiosk = kiosk
    run._start_teaching()
    return bool(asked)


def test_only_an_installed_kiosk_that_nobody_has_touched_asks_by_itself(folders, monkeypatch, qapp):
    assert asks(folders, monkeypatch)
    assert not asks(folders, monkeypatch, installed=False)
    assert not asks(folders, monkeypatch, in_window=True)
    assert not asks(folders, monkeypatch, page=Page.HOME)


def test_a_kiosk_that_was_set_up_or_has_a_pin_is_not_asked(folders, monkeypatch, qapp):
    FirstStartFile(folders.first_start).write(FirstStart(page="size"))
    PinFile(folders.pin).write(known_record("204816"))
    assert asks(folders, monkeypatch)
    FirstStartFile(folders.first_start).write(FirstStart().finished())
    assert not asks(folders, monkeypatch)
    folders.first_start.unlink()
    assert not asks(folders, monkeypatch)


def test_who_has_begun_to_learn_meanwhile_is_not_disturbed(headless, monkeypatch):
    has_begun = Event()
    monkeypatch.setattr(staff_pages, "page_kinds", lambda: has_begun.wait(30))
    headless.kiosk.begin_first_start()
    headless.journey.to_home("vi")
    has_begun.set()
    headless.kiosk.platform.jobs.wait()
    headless.driver.settle()
    assert headless.journey.visit.page is Page.HOME
