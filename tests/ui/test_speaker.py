"""The utterances that the speaker passes to the narrator."""

import pytest
from fakes import FakeNarrator
from PySide6.QtCore import QObject

from kiosk.domain.line import Line
from kiosk.i18n.catalogue import EMPTY
from kiosk.narration.utterance import Clip, Utterance
from kiosk.ui.sound.voice_output import VoiceOutput
from kiosk.ui.translator import Translator


class Listener(FakeNarrator):
    """Stores the utterances of the last call."""

    def say(self, utterances):
        self.heard = list(utterances)


@pytest.fixture
def speaker(qapp):
    parent = QObject()
    listener = Listener(parent)
    speaker = VoiceOutput(listener, Translator(lambda _language: EMPTY, parent), parent)
    speaker.listener = listener
    yield speaker
    parent.deleteLater()


def test_a_greeting_is_found_and_replaced_by_the_vietnamese_one(speaker):
    speaker.say_greeting("Hello!", "rad", [Line("Bác muốn học gì?")], source="Xin chào bác!")
    hello, home = speaker.listener.heard
    assert hello == Utterance("Hello!", "rad", otherwise=Utterance("Xin chào bác!", "vi"))
    assert hello.source == "Xin chào bác!"
    assert (home.sentence, home.language, home.source) == ("", "rad", "Bác muốn học gì?")


def test_the_source_is_spoken_whatever_language_is_chosen(speaker):
    speaker.use_language("rad")
    speaker.say_source([Line("Bác chờ nhé.")])
    assert speaker.listener.heard == [Utterance("Bác chờ nhé.", "vi")]


def test_a_recording_is_heard_between_lines(speaker):
    clip = Clip(bytes(400), 16_000, ())
    speaker.hear(clip, before=[Line("Bác nghe nhé.")], then=[Line("Được chưa?")])
    before, recorded, after = speaker.listener.heard
    assert (before.sentence, after.sentence) == ("Bác nghe nhé.", "Được chưa?")
    assert (recorded.sentence, recorded.clip) == ("", clip)
