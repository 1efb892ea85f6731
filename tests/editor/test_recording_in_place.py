"""Recording a sentence from its field in the editor."""

import shutil
from dataclasses import replace

import pytest

from kiosk.domain import prompts
from kiosk.folders import CHECKOUT
from kiosk.narration.recordings.consent import Consents, Use
from kiosk.narration.recordings.store import Recordings

SENTENCE = "Bác tìm hình cái quạt, tên là Wi-Fi. Bác chạm vào đó."


@pytest.fixture
def folders(folders, tmp_path):
    return replace(folders, site=tmp_path / "site")


@pytest.fixture
def trainer(make_trainer, tmp_path):
    path = tmp_path / "noi-wifi.yaml"
    shutil.copy(CHECKOUT / "lessons" / path.name, path)
    return make_trainer(path)


@pytest.fixture
def studio(trainer):
    return trainer.editor.studio


def record_button(trainer, at=3):
    trainer.touch(f"editor-step:{at}")
    trainer.looked_over()
    trainer.touch('editor-record:["say"]')


def recording_state(studio):
    return studio.session.property("recordingState")


def speak(trainer, studio):
    """Records a take of two seconds with the red button."""
    for state in ("recording", "taken"):
        trainer.driver.settle()
        trainer.touch("speak")
        trainer.editor.kiosk.platform.clock.time_s += 2
        trainer.see(lambda state=state: recording_state(studio) == state, state)


def sees(trainer, name):
    trainer.see(lambda: trainer.driver.is_seen(name), name)


def test_a_sentence_is_recorded_with_consent_and_the_next_one_at_once(trainer, studio, folders):
    narrator = trainer.editor.kiosk.narrator
    record_button(trainer)
    trainer.touch("language:vi")
    sees(trainer, "nameless")
    trainer.touch("nameless")
    trainer.touch("no-dialect")
    trainer.see(lambda: recording_state(studio) == "ready", "the microphone")
    speak(trainer, studio)
    trainer.touch("go-on")
    trainer.touch(f"use:{Use.THIS_KIOSK.value}")
    speak(trainer, studio)
    trainer.touch("go-on")
    trainer.see(lambda: studio.recorder.property("source") == SENTENCE, "the sentence")
    assert narrator.saying[-1] == ("vi", SENTENCE)
    speak(trainer, studio)
    trainer.touch("keep")
    trainer.see(lambda: not studio.property("isOpen"), "the editor")
    (take,) = Recordings(folders.recordings, "vi").takes
    assert (take.text, take.speaker) == (SENTENCE, "Người nói 1")
    (consent,) = Consents(folders.recordings, "vi").all
    assert consent.use is Use.THIS_KIOSK
    marked = 'editor-record:["say"]'
    trainer.see(lambda: trainer.driver.find(marked).property("chosen"), "the mark")
    advice = trainer.driver.find('editor-advice:["say"]')
    assert advice.property("text") == "12 tiếng. Đã thu: Tiếng Việt."

    record_button(trainer, at=4)
    trainer.see(lambda: recording_state(studio) == "ready", "the next sentence")
    speak(trainer, studio)
    trainer.touch("keep")
    trainer.see(lambda: not studio.property("isOpen"), "the editor")
    assert len(Recordings(folders.recordings, "vi").takes) == 2


def test_left_before_it_was_kept_nothing_is_written_and_nobody_listens(trainer, studio, folders):
    record_button(trainer)
    assert trainer.editor.kiosk.narrator.saying[0] == ("vi", prompts.STUDIO_LANGUAGE.text)
    trainer.touch("language:vi")
    sees(trainer, "nameless")
    trainer.touch("editor-record-back")
    sees(trainer, "language:vi")
    trainer.touch("editor-record-end")
    assert not studio.property("isOpen")
    assert recording_state(studio) == "closed"
    assert not folders.recordings.exists()
    trainer.touch("editor-step:4")
    assert trainer.model.property("step") == 4
