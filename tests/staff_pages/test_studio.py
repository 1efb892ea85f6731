"""The recording studio in the real application, by touches and with a fake microphone."""

import errno
from pathlib import Path

import pytest
from fake_microphone import HEADSET, USUAL, silence, voice
from PySide6.QtCore import Qt
from small_home import SENTENCES

from kiosk.domain import prompts
from kiosk.domain.settings import TextSize
from kiosk.narration.recordings import store
from kiosk.narration.recordings.consent import Consent, Consents, Use
from kiosk.narration.recordings.sound import STUDIO_START_MS
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.player.idle import STAFF_QUIET_S
from kiosk.player.visit import Page
from kiosk.staff_pages.studio.recording_session import WAKE_MS


@pytest.fixture
def home(small_home) -> Path:
    return small_home


@pytest.fixture
def make_microphone(fake_microphones):
    return fake_microphones


@pytest.fixture
def window():
    """A small window is painted faster."""
    return {"width": 1024, "height": 768}


@pytest.fixture
def letters():
    return TextSize.NORMAL


@pytest.fixture
def settings(settings, letters):
    display = settings.display.model_copy(update={"text_size": letters})
    return settings.model_copy(update={"display": display})


def recordings(home, language="rad"):
    return Recordings(home / "media" / "voice", language)


def vietnamese(sentence):
    return ("vi", sentence)


def record_a_lesson(speaker):
    speaker.come_to_the_microphone()
    assert speaker.voice.saying == (vietnamese(prompts.STUDIO_TRY.text),)
    assert not speaker.staff.sees("go-on")
    speaker.say()
    assert len(speaker.voice.clips) == 1
    assert speaker.voice.saying == (vietnamese(prompts.STUDIO_HEARD.text),)
    speaker.touch("go-on")
    for sentence in SENTENCES:
        assert speaker.sentence == sentence
        speaker.say()
        speaker.keep()
    speaker.wait_until(lambda: speaker.page_model.property("page") == "topics")


def test_a_lesson_is_recorded_by_touches_alone(speaker, home):
    record_a_lesson(speaker)
    assert speaker.staff.sees("topic:noi-mang")
    assert vietnamese(prompts.STUDIO_DONE.text) in speaker.voice.saying
    kept = recordings(home).takes
    assert [take.text for take in kept] == list(SENTENCES)
    assert {take.speaker for take in kept} == {"Người nói 1"}
    assert {take.device for take in kept} == {USUAL.name}
    assert all(recordings(home).path_of(take).read_bytes()[:4] == b"fLaC" for take in kept)
    # The speech is 1500 ms long; the rest of the recording is cut off.
    assert all(1500 <= take.duration_ms <= 1800 for take in kept)


SIZES = ((1080, 1920), (1920, 1080))
LARGEST = [({"width": w, "height": h}, TextSize.LARGEST) for w, h in SIZES]


@pytest.mark.parametrize(("window", "letters"), LARGEST, ids=str)
def test_in_every_window_with_the_largest_letters_nothing_is_laid_out_in_a_circle(speaker, letters):
    """A Qt warning, such as a binding loop, fails the test."""
    assert speaker.staff.headless.kiosk.visit.preferences.property("textSize") == letters
    record_a_lesson(speaker)


def test_the_vietnamese_is_heard_first_then_her_own_voice(speaker):
    speaker.come_to_the_sentences()
    assert speaker.voice.saying == (
        vietnamese(prompts.STUDIO_HOLD.text),
        vietnamese(SENTENCES[0]),
    )
    heard = len(speaker.voice.clips)
    speaker.say()
    assert len(speaker.voice.clips) == heard + 1
    assert speaker.voice.saying == (vietnamese(prompts.STUDIO_KEEP.text),)
    speaker.touch("hear-back")
    assert len(speaker.voice.clips) == heard + 2
    speaker.keep()
    assert speaker.voice.saying == (vietnamese(SENTENCES[1]),)


def test_spoken_again_only_the_better_one_is_kept(speaker, home):
    speaker.come_to_the_sentences()
    speaker.mic.hears = voice(900)
    speaker.say()
    speaker.touch("again")
    assert speaker.sentence == SENTENCES[0]
    speaker.mic.hears = voice(2000)
    speaker.say()
    speaker.keep()
    (kept,) = recordings(home).takes
    assert kept.duration_ms > 1900


def test_what_was_kept_last_is_taken_back(speaker, home):
    speaker.come_to_the_sentences()
    assert not speaker.staff.sees("undo")
    speaker.say()
    speaker.keep()
    speaker.touch("undo")
    speaker.wait_until(lambda: speaker.sentence == SENTENCES[0])
    assert recordings(home).takes == ()
    assert speaker.message == prompts.STUDIO_UNDONE.text


def test_who_gives_no_name_never_gets_that_of_somebody_whose_clips_are_not_in_use(speaker, home):
    for who in ("Người nói 1", "Người nói 2"):
        recordings(home).keep(Take(SENTENCES[0], who, "2026-11-24T10:00:00+07:00"), voice())
    recordings(home).keep(Take(SENTENCES[1], "", "2026-11-24T11:00:00+07:00"), voice())
    speaker.open_studio()
    speaker.touch("topic:noi-mang")
    speaker.wait_until(lambda: speaker.staff.sees("nameless"))
    assert "Người nói 3" in speaker.staff.texts()
    assert not speaker.staff.sees("speaker:")


def test_what_somebody_else_kept_is_not_taken_back(speaker, home):
    speaker.come_to_the_sentences()
    speaker.say()
    speaker.keep()
    other = Take("Bác gọi được.", "Đài", "2026-11-24T10:00:00+07:00")
    recordings(home).keep(other, voice())
    speaker.touch("undo")
    speaker.wait_until(lambda: not speaker.page_model.is_busy)
    assert [take.text for take in recordings(home).takes] == [SENTENCES[0], other.text]
    assert not speaker.staff.sees("undo")


@pytest.mark.parametrize(
    ("heard", "answer"),
    [
        (voice(100), prompts.STUDIO_TOO_SHORT),
        (voice(level=0.002), prompts.STUDIO_TOO_QUIET),
        (voice(level=3.0), prompts.STUDIO_CLIPPED),
        (voice(12_000), prompts.STUDIO_TOO_LONG),
        (silence(), prompts.STUDIO_NOTHING),
    ],
    ids=["too short", "too quiet", "clipped", "too long", "nothing"],
)
def test_what_cannot_be_used_is_refused_with_a_kind_word(speaker, home, heard, answer):
    speaker.come_to_the_sentences()
    speaker.mic.hears = heard
    speaker.say()
    assert speaker.message == answer.text
    assert speaker.voice.saying == (vietnamese(answer.text),)
    assert answer.text in speaker.staff.texts()
    assert not speaker.staff.sees("keep")
    speaker.mic.hears = voice()
    speaker.say()
    assert speaker.message == ""
    speaker.keep()
    assert len(recordings(home).takes) == 1


def test_a_short_touch_turns_it_on_until_the_next_touch(speaker):
    speaker.come_to_the_sentences()
    speaker.tap_to_record()
    assert speaker.doing == "recording"
    speaker.press()
    speaker.wait_until(lambda: speaker.doing == "taken")
    speaker.let_go()
    assert speaker.doing == "taken"


def test_keys_turn_it_on_and_off(speaker):
    speaker.come_to_the_sentences()
    speaker.staff.headless.driver.find("speak").forceActiveFocus()
    speaker.staff.strike(Qt.Key.Key_Space)
    speaker.wait_until(lambda: speaker.doing == "recording")
    speaker.staff.strike(Qt.Key.Key_Space)
    speaker.wait_until(lambda: speaker.doing == "taken")


def test_a_trembling_finger_that_kept_a_sentence_does_not_begin_the_next(speaker):
    speaker.come_to_the_sentences()
    speaker.say()
    speaker.keep()
    before = speaker.mic.began
    place = speaker.staff.headless.driver.middle_of("speak")
    window = speaker.staff.headless.kiosk.window
    speaker._touch().press(0, place, window).commit()
    speaker._touch().release(0, place, window).commit()
    assert speaker.doing == "ready"
    speaker.say()
    assert speaker.mic.began == before + 1


def test_the_kiosk_is_silent_before_it_listens_and_while_it_does(speaker):
    speaker.come_to_the_sentences()
    silenced = []
    speaker.mic.begin = lambda: silenced.append(speaker.voice.saying)
    speaker.tap_to_record()
    assert silenced == [()]
    count = len(speaker.voice.told)
    speaker.touch("hear")
    assert speaker.doing == "recording"
    assert len(speaker.voice.told) == count


def test_the_studio_says_when_the_touch_is_over(speaker):
    assert WAKE_MS == STUDIO_START_MS


def test_without_a_microphone_it_says_so_and_goes_on_once_there_is_one(speaker):
    speaker.open_studio()
    speaker.mic.devices = ()
    speaker.touch("topic:noi-mang", "nameless", "no-dialect")
    speaker.wait_until(lambda: speaker.message == prompts.STUDIO_NO_MICROPHONE.text)
    assert speaker.voice.saying == (vietnamese(prompts.STUDIO_NO_MICROPHONE.text),)
    assert not speaker.staff.sees("speak")
    speaker.mic.plug_in()
    speaker.wait_until(lambda: speaker.staff.sees("speak"))
    assert speaker.message == ""


def test_a_microphone_that_is_pulled_while_she_speaks(speaker, home):
    speaker.come_to_the_sentences()
    speaker.hold_to_record()
    speaker.mic.unplug()
    assert speaker.message == prompts.STUDIO_NO_MICROPHONE.text
    assert speaker.voice.told.count((vietnamese(prompts.STUDIO_NO_MICROPHONE.text),)) == 1
    speaker.let_go()
    speaker.mic.plug_in()
    speaker.wait_until(lambda: speaker.doing == "ready")
    speaker.say()
    speaker.keep()
    assert len(recordings(home).takes) == 1


def test_one_of_several_microphones_is_chosen(speaker, home):
    speaker.open_studio()
    speaker.mic.devices = (USUAL, HEADSET)
    speaker.touch("topic:noi-mang", "nameless", "no-dialect")
    speaker.wait_until(lambda: speaker.doing == "ready")
    speaker.touch("device:headset")
    speaker.wait_until(lambda: speaker.doing == "ready")
    assert speaker.mic.open_device == "headset"
    speaker.say()
    speaker.touch("go-on")
    speaker.say()
    speaker.keep()
    assert recordings(home).takes[0].device == HEADSET.name


def test_leaving_while_she_speaks_keeps_nothing_and_listens_no_more(speaker, home):
    speaker.come_to_the_sentences()
    mic = speaker.mic
    speaker.tap_to_record()
    speaker.touch("home")
    assert speaker.page_model is None
    assert (mic.open_device, mic.keeping) == ("", False)
    assert speaker.voice.saying[:1] != (vietnamese(SENTENCES[0]),)
    assert recordings(home).takes == ()


def test_calling_staff_breaks_off_what_is_being_said(speaker):
    speaker.come_to_the_sentences()
    speaker.tap_to_record()
    speaker.touch("call")
    assert not speaker.mic.keeping
    speaker.touch("staff-came")
    assert speaker.doing == "ready"


def test_nobody_is_sent_away_while_she_speaks(speaker):
    speaker.come_to_the_sentences()
    speaker.hold_to_record()
    kiosk = speaker.staff.headless.kiosk
    kiosk.platform.clock.time_s += 2 * STAFF_QUIET_S
    kiosk.visit.check_idle()
    assert speaker.staff.headless.journey.visit.page is Page.STAFF
    speaker.let_go()
    speaker.wait_until(lambda: speaker.doing == "taken")
    kiosk.platform.clock.time_s += STAFF_QUIET_S + 1
    kiosk.visit.check_idle()
    assert speaker.staff.headless.journey.visit.page is Page.ATTRACT


def test_an_old_recording_that_is_still_right_is_taken_over(speaker, home):
    old = Take("Bác chạm vào ô Cài đặt.", "H'Bia", "2026-11-24T10:00:00+07:00")
    recordings(home).keep(old, voice(1200))
    speaker.come_to_the_sentences()
    speaker.touch("after", "after")
    speaker.wait_until(lambda: speaker.voice.saying == (vietnamese(STILL_RIGHT),))
    assert any(old.text in text for text in speaker.staff.texts())
    assert not speaker.staff.sees("speak")
    heard = len(speaker.voice.clips)
    speaker.touch("hear-back")
    speaker.wait_until(lambda: len(speaker.voice.clips) == heard + 1)
    speaker.keep()
    taken_over = recordings(home).takes[-1]
    assert (taken_over.text, taken_over.speaker) == (SENTENCES[2], "H'Bia")
    assert speaker.sentence == SENTENCES[3]


def test_an_old_recording_that_is_not_right_any_more_is_made_anew(speaker, home):
    old = Take("Bác chạm vào ô Cài đặt.", "H'Bia", "2026-11-24T10:00:00+07:00")
    recordings(home).keep(old, voice(1200))
    speaker.come_to_the_sentences()
    speaker.touch("after", "after", "again")
    assert speaker.voice.saying == (vietnamese(SENTENCES[2]),)
    speaker.say()
    speaker.keep()
    assert recordings(home).takes[-1].speaker == "Người nói 1"


STILL_RIGHT = prompts.STUDIO_STILL_RIGHT.text


@pytest.mark.parametrize(
    ("number", "answer"),
    [(errno.ENOSPC, prompts.STUDIO_NO_SPACE), (errno.EIO, prompts.STUDIO_NOT_SAVED)],
)
def test_a_disk_that_refuses_loses_nothing(speaker, home, monkeypatch, number, answer):
    speaker.come_to_the_sentences()
    speaker.say()

    def refuse(*_):
        raise OSError(number, "refused")

    with monkeypatch.context() as patch:
        patch.setattr(store, "write_durably", refuse)
        speaker.touch("keep")
        speaker.wait_until(lambda: speaker.message == answer.text)
    speaker.keep()
    assert len(recordings(home).takes) == 1


def test_earlier_speakers_are_offered_and_a_name_can_be_written(speaker, home):
    recordings(home).keep(Take("Gọi điện", "H'Bia", "2026-11-24T10:00:00+07:00"), voice())
    speaker.open_studio()
    speaker.touch("topic:noi-mang")
    assert speaker.staff.names("speaker:") == ["speaker:H'Bia"]
    speaker.touch("write-name")
    speaker.staff.touch_keys("my")
    speaker.touch("key:done", "no-dialect")
    speaker.wait_until(lambda: speaker.doing == "ready")
    speaker.say()
    speaker.touch("go-on")
    speaker.say()
    speaker.keep()
    assert recordings(home).takes[-1].speaker == "my"


def test_what_is_missing_most_comes_first(speaker):
    speaker.open_studio()
    assert speaker.staff.names("topic:")[:2] == ["topic:kit", "topic:missing"]
    speaker.touch("topic:missing", "nameless", "no-dialect")
    speaker.wait_until(lambda: speaker.doing == "ready")
    speaker.say()
    speaker.touch("go-on")
    assert speaker.sentence == "Bác chờ một lát nhé.", "two lessons say it"


def test_each_tile_has_an_ear_that_says_what_it_is_before_it_is_chosen(speaker, home):
    recordings(home).keep(Take("Gọi điện", "H'Bia", "2026-11-24T10:00:00+07:00"), voice())
    speaker.open_studio()
    speaker.touch("hear-topic:noi-mang")
    assert list(speaker.voice.saying) == [("vi", "Nối mạng")]
    speaker.touch("topic:noi-mang", "hear-speaker:H'Bia")
    assert list(speaker.voice.saying) == [("vi", "H'Bia")]
    assert speaker.staff.sees("speaker:H'Bia"), "nothing is chosen by listening"


def test_languages_say_their_greeting_and_name_in_their_own_voice(speaker):
    speaker.open_studio()
    speaker.touch("back", "hear-language:vi")
    assert list(speaker.voice.saying) == [("vi", "Xin chào bác!"), ("vi", "Tiếng Việt")]
    speaker.touch("hear-language:rad")
    assert list(speaker.voice.saying) == [("rad", "(thử)"), ("rad", "Klei Êđê")]
    speaker.touch("hear")
    assert list(speaker.voice.saying) == [
        ("vi", prompts.STUDIO_LANGUAGE.text),
        ("rad", "(thử)"),
        ("rad", "Klei Êđê"),
        ("vi", "Xin chào bác!"),
        ("vi", "Tiếng Việt"),
    ]


def test_a_language_without_a_greeting_says_its_name_alone(speaker, home):
    path = home / "translations" / "rad" / "language.yaml"
    path.write_text("name: Klei Êđê\n", encoding="utf-8")
    speaker.open_studio()
    speaker.touch("back", "hear-language:rad")
    assert list(speaker.voice.saying) == [("rad", "Klei Êđê")]


def test_the_tiles_show_how_much_is_recorded(speaker, home):
    recordings(home).keep(Take(SENTENCES[3], "H'Bia", "2026-11-24T10:00:00+07:00"), voice())
    speaker.open_studio()
    progress = {
        topic.name: (topic.recorded, topic.count) for topic in speaker.page_model.topics.rows
    }
    assert progress["noi-mang"] == (1, 4)
    assert progress["goi-dien"] == (1, 3)
    assert "1/4" in speaker.staff.texts()
    before = speaker.staff.names("topic:")
    speaker.touch("hear")
    titles = [sentence for _, sentence in speaker.voice.saying]
    assert titles[0] == prompts.STUDIO_LESSON.text
    assert len(titles) == 1 + len(before)


def test_the_text_in_the_language_is_shown_where_there_is_one(speaker):
    speaker.come_to_the_sentences()
    assert {"Nối mạng", "anăn"} <= set(speaker.staff.texts())
    speaker.touch("after")
    assert "anăn" not in speaker.staff.texts()


def test_vietnamese_can_be_recorded_too(speaker, home):
    speaker.open_studio("vi")
    speaker.touch("topic:noi-mang", "nameless", "no-dialect")
    speaker.wait_until(lambda: speaker.doing == "ready")
    speaker.say()
    speaker.touch("go-on")
    speaker.say()
    speaker.keep()
    assert [take.text for take in recordings(home, "vi").takes] == [SENTENCES[0]]


def test_back_goes_page_by_page(speaker):
    speaker.come_to_the_sentences()
    for seen in ("topic:noi-mang", "language:rad", "page:studio"):
        speaker.touch("back")
        speaker.wait_until(lambda seen=seen: speaker.staff.sees(seen))


def test_at_the_end_her_voice_is_heard_in_the_lesson(speaker, home):
    speaker.come_to_the_sentences()
    assert not speaker.staff.sees("hear-lesson")
    for _ in SENTENCES:
        speaker.say()
        speaker.keep()
    speaker.wait_until(lambda: speaker.staff.sees("hear-lesson"))
    speaker.touch("hear-lesson")
    visit = speaker.staff.headless.journey.visit
    assert (visit.page, visit.heard, visit.run.lesson.id) == (Page.LESSON, "rad", "noi-mang")
    assert speaker.staff.headless.kiosk.speaker.is_speaking
    speaker.touch("home")
    speaker.wait_until(lambda: speaker.staff.headless.journey.visit.page is Page.STAFF)
    assert speaker.staff.sees("topic:noi-mang")


def test_the_first_tile_is_the_kit_with_the_greeting_first(speaker):
    speaker.open_studio()
    kit = speaker.page_model.topics.rows[0]
    assert kit.title == "Bộ câu thu trước"
    speaker.page_model._checked = True
    speaker.touch("topic:kit", "nameless", "no-dialect")
    speaker.wait_until(lambda: speaker.doing == "ready")
    assert speaker.sentence == speaker.staff.headless.kiosk.visit.languageChoice.greeting_of("vi")


class TestConsent:
    """Before the first sentence the speaker states aloud how the recordings may be used."""

    @pytest.fixture
    def asked(self, speaker):
        speaker.open_studio()
        speaker.page_model._checked = True
        speaker.page_model._consent.agreed = ()
        speaker.touch("topic:noi-mang", "nameless", "no-dialect")
        speaker.wait_until(lambda: speaker.page_model.property("page") == "consent")
        return speaker

    def consents(self, home):
        return Consents(home / "media" / "voice", "rad")

    def test_it_is_chosen_by_ear_said_aloud_and_kept_before_anything_else(self, asked, home):
        assert asked.voice.saying[0] == vietnamese(prompts.STUDIO_CONSENT.text)
        asked.touch("hear-use:all-kiosks")
        assert asked.voice.saying == (vietnamese(prompts.STUDIO_CONSENT_KIOSKS.text),)
        assert self.consents(home).all == (), "nothing is chosen by listening"
        asked.touch("use:all-kiosks")
        asked.wait_until(lambda: asked.doing == "ready")
        assert any(prompts.STUDIO_CONSENT_KIOSKS.text in each for each in asked.staff.texts())
        asked.say()
        asked.touch("go-on")
        asked.wait_until(lambda: asked.page_model.property("page") == "recorder")
        (given,) = self.consents(home).all
        assert (given.speaker, given.use) == ("Người nói 1", Use.ALL_KIOSKS)
        assert given.wording == prompts.STUDIO_CONSENT_KIOSKS.text
        assert self.consents(home).clip_of(given).read_bytes()[:4] == b"fLaC"
        assert recordings(home).takes == ()

    def test_who_has_consented_is_not_asked_again_and_her_name_is_hers(self, asked, home):
        asked.touch("use:this-kiosk")
        asked.wait_until(lambda: asked.doing == "ready")
        asked.say()
        asked.touch("go-on")
        asked.wait_until(lambda: asked.page_model.property("page") == "recorder")
        asked.say()
        asked.keep()
        asked.page_model.leave()
        asked.page_model.enter()
        asked.touch("language:rad")
        asked.wait_until(lambda: asked.staff.sees("topic:noi-mang"))
        asked.page_model._checked = True
        asked.touch("topic:noi-mang")
        assert "Người nói 2" in [row.title for row in asked.page_model.names.rows]
        asked.touch("speaker:Người nói 1", "no-dialect")
        asked.wait_until(lambda: asked.page_model.property("page") == "recorder")

    def test_which_dialect_it_is_she_says_after_her_name_and_the_next_one_is_offered_it(
        self, asked, home
    ):
        asked.touch("back")
        asked.touch("nameless")
        assert asked.page_model.property("page") == "dialect"
        assert asked.voice.saying == (vietnamese(prompts.STUDIO_DIALECT.text),)
        asked.touch("write-dialect")
        asked.staff.touch_keys("my")
        asked.touch("key:done", "use:all-kiosks")
        asked.wait_until(lambda: asked.doing == "ready")
        asked.say()
        asked.touch("go-on")
        asked.wait_until(lambda: asked.page_model.property("page") == "recorder")
        assert [each.dialect for each in self.consents(home).all] == ["my"]
        asked.page_model.leave()
        asked.page_model.enter()
        asked.touch("language:rad")
        asked.wait_until(lambda: asked.staff.sees("topic:noi-mang"))
        asked.touch("topic:noi-mang", "nameless")
        assert asked.staff.names("dialect:") == ["dialect:my"]

    @pytest.mark.parametrize("expected", ["", "my"])
    def test_who_has_consented_is_asked_for_her_dialect_once(self, speaker, home, expected):
        consents, at = self.consents(home), "2026-11-24T10:00:00+07:00"
        consents.give(
            Consent("H'Bia", "", Use.ALL_KIOSKS, at, "Tôi đồng ý.", "", expected), voice()
        )
        recordings(home).keep(Take("Gọi điện", "H'Bia", at), voice())
        speaker.open_studio(agreed=())
        speaker.touch("topic:noi-mang", "speaker:H'Bia")
        if not expected:
            assert speaker.page_model.property("page") == "dialect"
            speaker.touch("write-dialect")
            speaker.staff.touch_keys("my")
            speaker.touch("key:done")
        speaker.wait_until(lambda: speaker.page_model.property("page") == "check")
        speaker.wait_until(lambda: consents.of("H'Bia").dialect == "my")

    def test_without_a_consent_nothing_is_recorded(self, asked, home):
        asked.touch("use:open-corpus", "back")
        assert asked.page_model.property("page") == "consent"
        asked.touch("back")
        assert asked.page_model.property("page") == "name"
        assert recordings(home).takes == ()
        assert self.consents(home).all == ()
