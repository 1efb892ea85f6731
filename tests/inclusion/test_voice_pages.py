"""The pages for recordings, the choice of a voice, and reviews pass the checks."""

import made_voice
import pytest
from audits import VARIANTS, ScreenVariant, audited
from fake_microphone import voice
from journey import LESSON, PIN
from test_studio_pages import SPOKEN_AT, folders  # noqa: F401 - a language that can be recorded

from kiosk.app import settings_of
from kiosk.headless.offscreen import WindowConfig, mute, offscreen
from kiosk.i18n.languages import find_languages
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.staff_pages.voices import worklist
from kiosk.usb_import.usb_drives import Stick

LONG = "Bác chạm vào ô có hình bánh răng, tên là Cài đặt, rồi chờ một lát cho máy mở ra nhé."
PO = """\
msgid ""
msgstr ""
"Language: rad\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# translator: H'Huê
#, fuzzy
msgid "{source}"
msgstr "ƀuôn čiăng mơ̆ng hmư̆ klei blŭ, ƀuôn čiăng mơ̆ng hmư̆ klei blŭ."
"""


@pytest.fixture
def brought(tmp_path):
    made_voice.put(tmp_path / "usb", "giong-mien-nam")
    return worklist.voices_on((Stick(tmp_path / "usb", "usb"),))


def pages(headless, brought):
    driver = headless.driver
    headless.journey.to_home("vi")
    for name in ("call", "staff-login", *(f"pin:{digit}" for digit in PIN), "pin:enter"):
        driver.touch(name)
    yield from _listen(headless)
    driver.touch("back")
    driver.touch("back")
    yield from _voices(headless, brought)
    driver.touch("back")
    yield from _review(headless)


def page_of(headless, name):
    headless.driver.wait_until(lambda: headless.kiosk.staff._inside, "the staff pages")
    headless.driver.turn_pages_to(f"page:{name}", "more-pages")
    headless.driver.touch(f"page:{name}")
    return headless.kiosk.staff.property("page")


def _listen(headless):
    page_of(headless, "listen")
    headless.driver.wait_until(lambda: headless.driver.is_seen("language:rad"), "the languages")
    yield "to listen: languages"
    headless.driver.touch("language:rad")
    yield "to listen: name"
    for key in ("key:m", "key:y", "key:done"):
        headless.driver.touch(key)
    headless.driver.wait_until(lambda: headless.driver.is_seen("say-right"), "a recording")
    yield "to listen: recording"


def _voices(headless, brought):
    page_model = page_of(headless, "voices")
    headless.driver.wait_until(
        lambda: len(page_model.rows.rows) > 2 and not page_model.property("working")
    )
    yield "voices"
    page_model._take_brought(brought)
    page_model._chosen = brought[0].name
    page_model._fill()
    yield "a voice on a stick"


def _review(headless):
    page_model = page_of(headless, "translate")
    headless.driver.wait_until(lambda: not page_model.property("busy"), "the languages")
    headless.driver.touch("language:rad")
    headless.driver.wait_until(lambda: headless.driver.is_seen("topic:review"), "the lessons")
    headless.driver.touch("topic:review")
    for key in ("key:m", "key:y", "key:done"):
        headless.driver.touch(key)
    headless.driver.wait_until(lambda: headless.driver.is_seen("step-picture"), "the picture")
    yield "review"


@pytest.mark.parametrize("variant", [VARIANTS[1], *VARIANTS[-3:]], ids=str)
def test_every_page_of_them_keeps_to_the_rules(qapp, folders, brought, variant: ScreenVariant):  # noqa: F811
    recordings = Recordings(folders.recordings, "rad")
    recordings.keep(Take(LONG, "H'Bia", SPOKEN_AT, spoken=LONG), voice())
    source = "Bác tìm hình bánh răng, tên là Cài đặt. Bác chạm vào nhé."
    (folders.translations / "rad" / "lessons.po").write_text(PO.format(source=source), "utf-8")
    assert "rad" in find_languages(folders.translations), LESSON
    settings = variant.settings(settings_of(folders))
    look = WindowConfig(variant.width, variant.height, motion=False)
    with offscreen(folders, settings, look, mute) as headless:
        seen, found = audited(headless, variant, pages(headless, brought))
    assert len(seen) == 6
    assert not found, "\n".join(found)
