"""Every page of the first start passes the checks, in every size and both contrasts."""

import pytest
from audits import VARIANTS, ScreenVariant, audited

from kiosk.app import settings_of
from kiosk.headless.offscreen import WindowConfig, mute, offscreen
from kiosk.loudspeaker import Loudness
from kiosk.staff_pages.first_start import sound_task


def pages(headless):
    """Yields each page, also with its error messages."""
    driver = headless.driver
    headless.kiosk.begin_first_start()
    driver.wait_until(lambda: headless.kiosk.staff.property("page"), "the first page")
    page_model = headless.kiosk.staff.property("page")
    yield "welcome"
    driver.touch("go-on")
    driver.touch("pin:7")
    yield "pin"
    driver.touch("later")
    yield "place"
    driver.touch("line:name")
    yield "place, typing"
    driver.touch("back")
    driver.touch("go-on")
    yield "size"
    driver.touch("go-on")
    driver.wait_until(lambda: page_model.page == "touch", "the next page")
    driver.touch("spot:bottom-left")
    yield "touch"
    for name in ("spot:top-left", "no-answer", "spot:middle", "no-answer", "spot:bottom-right"):
        driver.touch(name)
    yield "touch, what came of it"
    driver.touch("go-on")
    driver.touch("not-heard")
    driver.wait_until(lambda: driver.is_seen("turn-up"), "that it is muted")
    yield "sound"
    driver.touch("heard")
    yield "wifi"
    driver.touch("go-on")
    driver.wait_until(lambda: page_model.part.noneKnown, "that there is no printer")
    yield "printer"
    driver.touch("go-on")
    yield "languages"
    driver.touch("go-on")
    yield "overview"
    headless.kiosk.staff.begin_pin_change()
    for _ in range(2):
        for digit in "204816":
            headless.kiosk.staff.type(digit)
        headless.kiosk.staff.enter()
    driver.wait_until(lambda: headless.kiosk.staff.hasPin, "the PIN")
    driver.touch("task:pin")
    yield "pin that is set"


@pytest.mark.parametrize("variant", [VARIANTS[0], *VARIANTS[-3:]], ids=str)
def test_every_page_of_it_keeps_to_the_rules(
    qapp, folders, monkeypatch, tmp_path, variant: ScreenVariant
):
    monkeypatch.setenv("PATH", str(tmp_path))  # no printing program is found
    monkeypatch.setattr(sound_task, "loudness", lambda: Loudness(muted=True, percent=40))
    settings = variant.settings(settings_of(folders))
    with offscreen(
        folders, settings, WindowConfig(variant.width, variant.height, motion=False), mute
    ) as headless:
        seen, found = audited(headless, variant, pages(headless))
    assert len(seen) == 13
    assert not found, "\n".join(found)
