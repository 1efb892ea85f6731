"""Settings by touch: applied at once, stored on disk, and undone by touch."""

import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt

from kiosk.domain.settings import Contrast, TextSize
from kiosk.player.visit import Page
from kiosk.settings.file import read_settings


def kept(folders):
    """The settings that a newly started kiosk would read."""
    settings, problems = read_settings(folders.config, folders.local_configs)
    assert problems == ()
    return settings


def erase_and_type(staff, text):
    for _ in range(90):
        staff.strike(Qt.Key.Key_Backspace)
    staff.type(text)


def read_code(staff):
    picture = staff.headless.driver.picture().convertToFormat(
        staff.headless.driver.picture().Format.Format_RGB888
    )
    image = Image.frombuffer(
        "RGB",
        (picture.width(), picture.height()),
        bytes(picture.constBits()),
        "raw",
        "RGB",
        picture.bytesPerLine(),
        1,
    )
    return [
        each.text for each in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    ]


def test_letters_colours_and_voice_are_set_seen_heard_kept_and_taken_back(
    headless, staff, voice, folders
):
    before = kept(folders)
    staff.open("look")
    staff.touch("text-largest")
    staff.wait_until(lambda: headless.journey.visit.preferences.text_size is TextSize.LARGEST)
    staff.touch("contrast-high")
    staff.wait_until(lambda: headless.journey.visit.preferences.contrast is Contrast.HIGH)
    voice.told.clear()
    staff.touch("quieter")
    staff.wait_until(lambda: voice.volume == before.voice.volume - 1)
    assert len(voice.told) == 1
    staff.touch("voice-slow")
    staff.wait_until(lambda: voice.slow)
    now = kept(folders)
    assert (now.display.text_size, now.display.contrast) == (TextSize.LARGEST, Contrast.HIGH)
    assert (now.voice.volume, now.voice.slow) == (before.voice.volume - 1, True)
    for _ in range(4):
        staff.wait_until(lambda: staff.sees("undo"))
        staff.touch("undo")
        staff.wait_until(
            lambda: not headless.kiosk.staff.property("page").context.settings_service._working
        )
    assert kept(folders) == before
    assert headless.kiosk.settings == before
    assert headless.journey.visit.preferences.text_size is before.display.text_size
    staff.wait_until(lambda: not staff.sees("undo"))


def test_the_next_visit_begins_as_it_was_set(headless, staff):
    staff.open("look")
    staff.touch("contrast-high")
    staff.wait_until(lambda: headless.journey.visit.preferences.contrast is Contrast.HIGH)
    staff.touch("back", "end-visit")
    assert headless.journey.visit.page is Page.ATTRACT
    assert headless.journey.visit.preferences.contrast is Contrast.HIGH


def test_the_centres_name_is_typed_and_stands_on_the_attract_page(headless, staff, folders):
    staff.open("centre")
    staff.touch("line:name")
    erase_and_type(staff, "Xã Ea Ktur")
    staff.touch("save")
    staff.wait_until(lambda: staff.sees("line:name"))
    assert "Xã Ea Ktur" in staff.texts()
    staff.touch("home")
    headless.kiosk.visit.endVisit()
    assert headless.kiosk.visit.property("centreName") == "Xã Ea Ktur"
    assert kept(folders).centre.name == "Xã Ea Ktur"


def test_the_network_is_typed_and_its_code_read_back(headless, staff, folders):
    staff.open("centre")
    staff.touch("line:wifi-name")
    erase_and_type(staff, "KHACH")
    staff.strike(Qt.Key.Key_Return)
    staff.wait_until(lambda: staff.sees("line:wifi-password"))
    staff.touch("line:wifi-password")
    erase_and_type(staff, "ngan")
    staff.touch("save")
    staff.wait_until(lambda: staff.names("message") == ["message"])
    assert any("8" in text and "ật khẩu" in text for text in staff.texts())
    assert kept(folders).wifi.password == "hocthu2025"
    staff.type("gondaira")
    staff.touch("save")
    staff.wait_until(lambda: staff.sees("line:wifi-password"))
    assert kept(folders).wifi.password == "ngangondaira"
    assert read_code(staff) == ["WIFI:T:WPA;S:KHACH;P:ngangondaira;;"]
    assert headless.kiosk.visit.lesson._settings.wifi.name == "KHACH"


def test_back_from_the_keyboard_keeps_nothing(headless, staff, folders):
    before = kept(folders)
    staff.open("centre")
    staff.touch("line:hotline")
    staff.type("0262")
    staff.touch("back")
    assert staff.sees("line:hotline")
    assert "0262" not in staff.texts()
    assert kept(folders) == before


def test_a_name_cannot_be_left_empty_but_a_hotline_can(headless, staff, folders):
    staff.open("centre")
    staff.touch("line:name")
    erase_and_type(staff, "")
    assert not staff.sees("save")
    staff.touch("back", "line:hotline")
    staff.type("0262 1")
    staff.touch("save")
    staff.wait_until(lambda: kept(folders).centre.hotline == "0262 1")
    staff.wait_until(lambda: staff.sees("line:hotline"))
    staff.touch("line:hotline")
    erase_and_type(staff, "")
    staff.touch("save")
    staff.wait_until(lambda: kept(folders).centre.hotline is None)


def test_languages_are_switched_and_set_in_order_and_one_always_stays(headless, staff, folders):
    staff.open("languages")
    staff.touch("rise:en")
    staff.wait_until(lambda: kept(folders).languages.offered[:2] == ("en", "vi"))
    staff.wait_until(lambda: staff.names("language:")[0] == "language:en")
    staff.touch("language:vi")
    tiles = headless.kiosk.visit.languageChoice.tiles
    staff.wait_until(lambda: [each.code for each in tiles.rows] == ["en"])
    assert headless.journey.visit.language == "en"
    assert not staff.sees("language:en")  # the last language cannot be switched off
    staff.touch("undo")
    staff.wait_until(lambda: tiles.count == 2)
    staff.touch("back", "end-visit")
    headless.journey.to_language_page()
    assert headless.journey.visit.page is Page.LANGUAGE
    assert staff.sees("language:vi")


def test_a_full_disk_is_told_and_changes_nothing(headless, staff, folders, monkeypatch, caplog):
    before = kept(folders)

    def full(_path, _content):
        raise OSError("No space left on device")

    monkeypatch.setattr("kiosk.settings.store.write_durably", full)
    staff.open("look")
    staff.touch("text-largest")
    staff.wait_until(lambda: staff.names("message") == ["message"])
    assert any("không ghi được" in text for text in staff.texts())
    assert headless.journey.visit.preferences.text_size is before.display.text_size
    assert kept(folders) == before
    assert "ghi cài đặt" in caplog.text


def test_a_broken_local_file_is_set_aside_and_that_is_told(headless, staff, folders):
    local = folders.local_configs[-1]
    local.write_text("voice:\n\tvolume: 1\n", encoding="utf-8")
    staff.open("look")
    staff.touch("text-large")
    staff.wait_until(lambda: staff.names("message") == ["message"])
    (aside,) = local.parent.glob("config.local.broken-*")
    assert aside.read_text(encoding="utf-8") == "voice:\n\tvolume: 1\n"
    assert kept(folders).display.text_size is TextSize.LARGE


def test_printer_and_paper_are_chosen_among_those_the_system_knows(
    staff, folders, monkeypatch, tmp_path
):
    lpstat = tmp_path / "bin" / "lpstat"
    lpstat.parent.mkdir()
    lpstat.write_text("#!/bin/sh\necho Canon-quay-1\necho Epson\n", encoding="utf-8")
    lpstat.chmod(0o755)
    monkeypatch.setenv("PATH", f"{lpstat.parent}:/usr/bin:/bin")
    staff.open("paper")
    staff.wait_until(lambda: staff.sees("printer:Canon-quay-1"))
    staff.touch("printer:Canon-quay-1")
    staff.wait_until(lambda: kept(folders).handout.printer == "Canon-quay-1")
    staff.touch("paper:receipt")
    staff.wait_until(lambda: kept(folders).handout.paper == "receipt")
    staff.touch("printer:")
    staff.wait_until(lambda: kept(folders).handout.printer is None)


def test_without_a_printing_system_there_is_still_the_choice_of_none(
    staff, folders, monkeypatch, tmp_path
):
    monkeypatch.setenv("PATH", str(tmp_path))
    staff.open("paper")
    assert sorted(staff.names("printer:")) == ["printer:", "printer:default"]
    staff.touch("printer:default")
    staff.wait_until(lambda: kept(folders).handout.printer == "default")


def test_the_page_to_learn_at_home_is_typed_and_a_code_leads_there(headless, staff, folders):
    staff.open("centre")
    staff.touch("more-lines", "line:web-address")
    staff.type("https://xa-mau.example/hoc/")
    staff.touch("save")
    address = "https://xa-mau.example/hoc/#{number}"
    staff.wait_until(lambda: kept(folders).handout.web_address == address)
