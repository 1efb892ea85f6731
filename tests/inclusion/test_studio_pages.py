"""Every page of the recording studio passes the checks for old eyes and fingers."""

import shutil

import pytest
from audits import VARIANTS, ScreenVariant, audited, home_with_lessons
from fake_microphone import HEADSET, USUAL, FakeMicrophone, voice
from journey import LESSON, PIN
from known_pin import known_record
from PySide6.QtTest import QTest

from kiosk.app import settings_of
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.offscreen import WindowConfig, mute, offscreen
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.staff.pin import PinFile

LANGUAGE = "name: Klei Êđê\ngreeting: (thử)\ninvitation: (thử)\n"
SPOKEN_AT = "2026-11-24T10:00:00+07:00"


@pytest.fixture
def folders(tmp_path) -> Folders:
    """A language with one recording of a sentence that has since gained a word."""
    home = home_with_lessons(tmp_path)
    (home / "media").unlink()  # recordings are written there
    (home / "media").mkdir()
    for name in ("icons", "pictures"):
        (home / "media" / name).symlink_to(CHECKOUT / "media" / name)
    (home / "translations").unlink()
    shutil.copytree(CHECKOUT / "translations", home / "translations")
    folder = home / "translations" / "rad"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "language.yaml").write_text(LANGUAGE, encoding="utf-8")
    folders = Folders(home=home, state=tmp_path / "state", cache=tmp_path)
    PinFile(folders.pin).write(known_record(PIN))
    Recordings(folders.recordings, "rad").keep(
        Take("Bác tìm hình bánh răng, tên là Cài đặt. Bác chạm vào.", "H'Bia", SPOKEN_AT), voice()
    )
    return folders


class Speaker:
    """Goes through the studio, and yields at each new page or state."""

    def __init__(self, headless, microphones):
        self.headless, self._microphones = headless, microphones
        self._finger = QTest.createTouchDevice()

    @property
    def page_model(self):
        return self.headless.kiosk.staff.property("page")

    def touch(self, *names):
        for name in names:
            self.headless.driver.wait_for_frame()
            self.headless.driver.touch(name)

    def wait_for(self, *doings):
        self.headless.driver.wait_until(
            lambda: self.page_model.session.property("recordingState") in doings, doings
        )

    def say(self):
        self.touch("speak")
        self.wait_for("recording")
        self._microphones[-1].levelChanged.emit(0.1)
        yield
        self.touch("speak")
        self.wait_for("taken", "ready")

    def pages(self):
        self.headless.journey.to_home("vi")
        self.touch("call", "staff-login", *(f"pin:{digit}" for digit in PIN), "pin:enter")
        self.headless.driver.wait_until(
            lambda: self.headless.kiosk.staff._inside, "the staff pages"
        )
        self.headless.driver.turn_pages_to("page:studio", "more-pages")
        self.touch("page:studio")
        yield "languages"
        self.headless.driver.turn_pages_to("language:rad", "more-choices")
        self.touch("language:rad")
        self.headless.driver.wait_until(
            lambda: self.headless.driver.is_seen("topic:missing"), "the lessons"
        )
        yield "topics"
        self.headless.driver.turn_pages_to(f"topic:{LESSON}", "more-choices")
        self.touch(f"topic:{LESSON}")
        yield "name"
        self.touch("nameless")
        yield "dialect"
        self.touch("write-dialect")
        yield "writing the dialect"
        self.touch("back", "no-dialect")
        self.wait_for("ready")
        yield "check"
        yield from ("check-recording" for _ in self.say())
        yield "checked"
        self.touch("go-on")
        yield "consent"
        self.touch("use:open-corpus")
        self.wait_for("ready")
        yield "to be said"
        for _ in self.say():
            pass
        yield "said"
        self.touch("go-on")
        self.headless.driver.wait_until(
            lambda: self.page_model.property("page") == "recorder", "the consent"
        )
        self.wait_for("ready")
        yield from self._sentences()

    def _sentences(self):
        yield "sentence"
        yield from ("recording" for _ in self.say())
        yield "taken"
        self.touch("keep")
        self.wait_for("ready")
        offered = self.page_model.recorder
        while not offered.property("oldSource"):
            self.touch("after")
        yield "still right?"
        self.touch("again")
        self._microphones[-1].hears = voice(level=0.002)
        yield from ("once more" for _ in self.say())
        yield "refused"
        self._microphones[-1].unplug()
        yield "no microphone"


@pytest.mark.parametrize("variant", [VARIANTS[1], *VARIANTS[-3:]], ids=str)
def test_every_page_of_it_keeps_to_the_rules(qapp, folders, variant: ScreenVariant):
    settings, microphones = variant.settings(settings_of(folders)), []

    def microphone(parent):
        microphones.append(FakeMicrophone(parent))
        microphones[-1].devices = (USUAL, HEADSET)
        return microphones[-1]

    look = WindowConfig(variant.width, variant.height, motion=False)
    with offscreen(folders, settings, look, mute, microphone) as headless:
        seen, found = audited(headless, variant, Speaker(headless, microphones).pages())
    assert len(seen) == 18
    assert not found, "\n".join(found)
