"""From an empty folder to a lesson in a new language, with recordings and by touches only.

A virtual microphone and the studio's own process record the voice; the loudspeaker's sound is
recorded and compared with the original.
"""

import os
import sys

import pytest
import yaml
from hearing import at_rate, find, samples_of
from native_speaker import NativeSpeaker
from small_home import centre
from sound_server import LIMIT_MS, RATE_HZ, control
from speaking import sentence, speak
from staff_touches import Staff

from kiosk.domain import prompts
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.listener import SpeechRecord
from kiosk.narration.recordings.audio_file import decoded
from kiosk.narration.recordings.consent import Consents, Use
from kiosk.narration.recordings.take import Take
from kiosk.player.visit import Page
from kiosk.staff_pages.studio.worklist import is_missing
from kiosk.ui.sound.centre_voice import real_narrator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio is Linux's")

CODE, NAME = "xya", "Tiếng thử"
LESSON = "noi-wifi"
WIFI = (CHECKOUT / "lessons" / f"{LESSON}.yaml").read_text("utf-8")
SPOKEN_HERE = int(os.environ.get("KIOSK_SPOKEN", "3"))
"""Number of sentences spoken at the kiosk, counted from the first, in addition to the last one."""
AT = "2026-11-29T10:00:00+07:00"
SURE = 0.9


class Speaker(NativeSpeaker):
    """A speaker with a real microphone."""

    def __init__(self, staff, mouth):
        super().__init__(staff, None, ())
        self._mouth = mouth
        self.said = {}

    def say(self, text=""):
        """Speaks the requested or another sentence; returns when it is accepted or refused."""
        text = text or self.sentence
        self.said[text] = sentence(text)
        self.hold_to_record()
        mouth = speak(self.said[text], self._mouth)
        self.wait_until(lambda: mouth.poll() is not None)
        self.let_go()
        self.wait_until(lambda: self.doing in ("taken", "ready"))


@pytest.fixture
def server(server):
    """Keeps the loudspeaker as the recording's source; the microphone would replace it."""
    control("set-default-source", "nothing.monitor")
    return server


@pytest.fixture
def home(tmp_path):
    """The shipped Wi-Fi lesson, and an empty folder for the language."""
    home = centre(tmp_path / "home", {LESSON: WIFI})
    (home / "translations" / CODE).mkdir()
    return home


@pytest.fixture
def folders(home, tmp_path):
    return Folders(home=home, state=tmp_path / "state", cache=tmp_path / "cache")


@pytest.fixture
def ear():
    """Records when each sentence begins, and in which language."""
    return SpeechRecord()


@pytest.fixture
def headless(cable, make_headless, home, ear):
    """A kiosk with this home, its own voice and its own microphones."""

    def narrator(of, where, parent):
        made = real_narrator(of, where, parent)
        ear.listen(made)
        return made

    return make_headless(home, narrator=narrator, width=1024, height=768)


@pytest.fixture
def speaker(headless, tmp_path):
    return Speaker(Staff(headless), tmp_path / "mouth")


def tile(headless):
    """The tile of the language, as a learner sees it; None if there is none."""
    tiles = headless.kiosk.visit.languageChoice.tiles.rows
    return next((each for each in tiles if each.code == CODE), None)


def is_in(said, wave, rate_hz):
    """Whether a spoken sound is in a recording."""
    return find(at_rate(said, rate_hz), wave, rate_hz)[0] > SURE


def test_an_afternoon_makes_a_language_that_teaches_the_wifi_lesson(
    headless, speaker, home, ear, server, qtbot
):
    (home / "translations" / CODE / "language.yaml").write_text(f"name: {NAME}\n", "utf-8")
    speaker.open_studio(CODE, "kit", agreed=())
    assert tile(headless) is None, "nothing is heard in it"

    speaker.touch("topic:kit", "nameless", "no-dialect")
    speaker.wait_until(lambda: speaker.doing == "ready")
    for said in ("She tries the microphone.", "She says what may be done with her voice."):
        speaker.say(said)
        assert speaker.staff.sees("go-on"), said
        speaker.touch("go-on")
        if speaker.staff.sees("use:open-corpus"):
            speaker.touch("use:open-corpus")
    speaker.wait_until(lambda: speaker.page_model.property("page") == "recorder")
    consents = Consents(home / "media" / "voice", CODE)
    (consent,) = consents.all
    assert consent.use is Use.OPEN_CORPUS
    kept = decoded(consents.clip_of(consent))
    assert is_in(speaker.said[said], samples_of(kept.samples), kept.sample_rate_hz)

    speaker.say()
    speaker.keep()
    assert speaker.message.startswith(prompts.STUDIO_GREETS.text)
    speaker.wait_until(lambda: tile(headless) and tile(headless).greets_only)
    assert tile(headless).lessons == 0

    topic = speaker.page_model._topic
    recordings = speaker.page_model._list.recordings
    *begin, last = topic.lines
    first, rest = begin[1:SPOKEN_HERE], begin[SPOKEN_HERE:]
    for line in rest:  # stored in the same way as those spoken at the kiosk
        speaker.said[line.text] = sentence(line.text)
        recordings.keep(Take(line.text, "Người nói 1", AT), speaker.said[line.text])
    for line in (*first, last):
        assert speaker.sentence == line.text
        speaker.say()
        speaker.keep()
    recordings.refresh()
    assert not [line.text for line in topic.lines if is_missing(line, recordings)]

    title = yaml.safe_load(WIFI)["title"]
    speaker.wait_until(lambda: tile(headless).lesson == title)
    assert not tile(headless).greets_only
    speaker.wait_until(lambda: speaker.staff.sees("hear-lesson"))
    speaker.touch("hear-lesson")
    visit = headless.journey.visit
    assert (visit.page, visit.heard, visit.run.lesson.id) == (Page.LESSON, CODE, LESSON)

    ear.clear()
    headless.driver.touch("ways")
    speaker.wait_until(lambda: any(text == prompts.CHOOSE_WAY.text for _, text, _ in ear.heard))
    ear.clear()
    since = server.recorded()
    headless.driver.touch(f"way:{Way.WATCH}")
    taught = 0
    while headless.journey.is_on(Way.WATCH):
        said = speaker.said[headless.journey.run.line.text]

        def is_heard(said=said, since=since):
            return is_in(said, samples_of(server.raw())[since:], RATE_HZ)

        qtbot.waitUntil(is_heard, timeout=LIMIT_MS)
        taught += 1
        since = server.recorded()
        headless.journey.touch_expected()
    assert taught > 5
    assert {language for language, text, _ in ear.heard if text} == {CODE}
