"""The pages for recordings, the choice of a voice, and reviews pass the checks."""

import made_voice
import pytest
from audits import VARIANTS, ScreenVariant, audited
from fake_microphone import voice
from journey import LESSON
from staff_touches import enter_pin
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


def pages(on, brought):
    driver = on.driver
    on.journey.to_home("vi")
    driver.touch("call")
    driver.touch("staff-login")
    enter_pin(on)
    yield from _listen(on)
    driver.touch("back")
    driver.touch("back")
    yield from _voices(on, brought)
    driver.touch("back")
    yield from _review(on)


def page_of(on, name):
    on.driver.wait_until(lambda: on.kiosk.staff._inside, "the staff pages")
    on.driver.turn_to(f"page:{name}", "more-pages")
    on.driver.touch(f"page:{name}")
    return on.kiosk.staff.property("page")


def _listen(on):
    page_of(on, "listen")
    on.driver.wait_until(lambda: on.driver.is_seen("language:rad"), "the languages")
    yield "to listen: languages"
    on.driver.touch("language:rad")
    yield "to listen: name"
    for key in ("key:m", "key:y", "key:done"):
        on.driver.touch(key)
    on.driver.wait_until(lambda: on.driver.is_seen("say-right"), "a recording")
    yield "to listen: recording"


def _voices(on, brought):
    page_model = page_of(on, "voices")
    on.driver.wait_until(
        lambda: len(page_model.rows.rows) > 2 and not page_model.property("working")
    )
    yield "voices"
    page_model._take_brought(brought)
    page_model._chosen = brought[0].name
    page_model._fill()
    yield "a voice on a stick"


def _review(on):
    page_model = page_of(on, "translate")
    on.driver.wait_until(lambda: not page_model.property("busy"), "the languages")
    on.driver.touch("language:rad")
    on.driver.wait_until(lambda: on.driver.is_seen("topic:review"), "the lessons")
    on.driver.touch("topic:review")
    for key in ("key:m", "key:y", "key:done"):
        on.driver.touch(key)
    on.driver.wait_until(lambda: on.driver.is_seen("step-picture"), "the picture")
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
    with offscreen(folders, settings, look, mute) as on:
        seen, found = audited(on, variant, pages(on, brought))
    assert len(seen) == 6
    assert not found, "\n".join(found)
