"""A second person reviews recordings with one touch for each, and the results of the review."""

import time

import pytest
from fake_microphone import voice

from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take, Verdict

AT = "2026-11-29T10:00:00+07:00"
SENTENCES = ("Nối mạng", "Bác nối được mạng.", "Bác chạm vào Cài đặt.")
SECONDS_A_CLIP = 20


@pytest.fixture
def home(small_home):
    return small_home


@pytest.fixture
def recordings(home):
    recordings = Recordings(home / "media" / "voice", "rad")
    for text in SENTENCES:
        recordings.keep(Take(text, "H'Bia", AT), voice(900))
    recordings.keep(Take("Bác chờ một lát nhé.", "my", AT), voice(900))
    return recordings


@pytest.fixture
def listener(staff, recordings):
    staff.open("listen")
    staff.wait_until(lambda: staff.sees("language:rad"))
    assert "Klei Êđê · 4 bản thu" in staff.texts()
    staff.touch("language:rad")
    staff.touch_keys("my")
    staff.touch("key:done")
    staff.wait_until(lambda: staff.sees("say-right"))
    return staff


def page_model(staff):
    return staff.headless.kiosk.staff.property("page")


def judge(staff, name):
    at = page_model(staff).property("number")
    staff.touch(name)
    staff.wait_until(lambda: page_model(staff).property("number") == at + 1)


def verdicts(recordings):
    recordings.refresh()
    return {take.text: (take.verdict, take.listener) for take in recordings.takes}


def test_each_is_heard_by_itself_after_its_sentence_and_takes_one_touch(
    listener, narrators, recordings
):
    assert page_model(listener).property("count") == 3, "not her own"
    began = time.monotonic()
    for number, sentence in enumerate(SENTENCES, start=1):
        assert page_model(listener).property("source") == sentence
        listener.wait_until(lambda n=number: len(narrators[-1].clips) >= n)
        judge(listener, "say-right")
    assert (time.monotonic() - began) / len(SENTENCES) < SECONDS_A_CLIP
    assert page_model(listener).property("page") == "done"
    assert verdicts(recordings) == {
        **dict.fromkeys(SENTENCES, (Verdict.RIGHT, "my")),
        "Bác chờ một lát nhé.": (Verdict.NONE, ""),
    }


def test_what_is_to_be_spoken_again_comes_first_in_the_studio(listener, recordings):
    judge(listener, "say-again")
    recordings.refresh()
    assert SENTENCES[0] not in [take.text for take in recordings.takes]
    listener.touch("before")
    assert page_model(listener).property("verdict") == "again"
    listener.touch("say-right")
    listener.wait_until(lambda: verdicts(recordings).get(SENTENCES[0]) == (Verdict.RIGHT, "my"))


def test_a_disk_that_refuses_is_told_and_the_recording_stays_on_the_page(
    listener, monkeypatch, recordings
):
    def refuse(*_):
        raise OSError(5, "refused")

    with monkeypatch.context() as patch:
        patch.setattr(Recordings, "judge", refuse)
        listener.touch("say-right")
        listener.wait_until(lambda: page_model(listener).property("message") != "")
    assert page_model(listener).property("number") == 1
    judge(listener, "say-right")
    assert page_model(listener).property("message") == ""
    assert verdicts(recordings)[SENTENCES[0]] == (Verdict.RIGHT, "my")
