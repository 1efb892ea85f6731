"""Rehearsals: a random choice of scenes, a second voice, and no stored passwords."""

import random
from itertools import pairwise

import pytest
from fakes import FakeNarrator
from PySide6.QtCore import QObject

from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.domain.line import Speaker as Voice
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player import lesson_run
from kiosk.player.rehearsals import random_rehearsals
from kiosk.steps.password.step import PasswordStep
from kiosk.ui.sound.voice_output import VoiceOutput
from kiosk.ui.translator import Translator

LESSON = """\
title: Cuộc gọi lạ
number: 31
goal: Bác biết cúp máy khi thấy lạ.
rehearse: 2
steps:
  - say: Mình tập nghe các cuộc gọi lạ.
  - call: Số lạ
    group: cong-an
    says: Tôi là công an đây. Bác đọc mã cho tôi.
    choices:
      - {text: Cúp máy, icon: hang-up, right: true, because: Đúng rồi.}
      - {text: Đọc mã, goto: mat-tien}
  - say: Bác vừa cúp máy.
    group: cong-an
    goto: nho
  - name: mat-tien
    group: cong-an
    say: Đọc mã thì mất tiền.
  - message: Cháu Nam
    group: con-chau
    says: Bà chuyển cho cháu 2 triệu.
    choices:
      - {text: Gọi lại cho cháu, right: true}
      - {text: Chuyển tiền}
  - call: Bưu điện
    group: buu-dien
    says: Bác có hàng chưa nhận.
    choices:
      - {text: Cúp máy, right: true}
      - {text: Nghe tiếp}
  - name: nho
    say: Lạ thì cúp máy.
"""


class ListeningNarrator(FakeNarrator):
    """Stores the utterances of the last call."""

    def say(self, utterances):
        self.asked = list(utterances)


@pytest.fixture
def lesson(tmp_path, folders):
    path = tmp_path / "cuoc-goi.yaml"
    path.write_text(LESSON, encoding="utf-8")
    reading = read_lesson(path, media_in(folders))
    assert reading.problems == ()
    return reading.lesson


def password(**fields) -> PasswordStep:
    return PasswordStep(password="Bác bấm số.", screen="man", into="o", **fields)


def test_a_run_has_as_many_rehearsals_as_the_lesson_says(lesson):
    for seed in range(20):
        drawn = random_rehearsals(lesson, random.Random(seed))
        for way in (Way.TOGETHER, Way.ALONE):
            assert len({drawn.steps[at].group for at in drawn.positions(way)} - {None}) == 2
        assert drawn.steps[0] == lesson.steps[0]
        assert drawn.steps[-1] == lesson.steps[-1]


def test_every_rehearsal_comes_up_in_some_run(lesson):
    seen = {
        group
        for seed in range(20)
        for group in random_rehearsals(lesson, random.Random(seed)).groups
    }
    assert seen == {"cong-an", "con-chau", "buu-dien"}


def test_a_rehearsal_is_drawn_whole_and_in_its_order(lesson):
    drawn = lesson.with_groups({"cong-an"})
    assert drawn.steps == lesson.steps[:4] + lesson.steps[-1:]


def test_without_a_number_all_rehearsals_are_played(lesson):
    free = lesson.model_copy(update={"head": lesson.head.model_copy(update={"rehearse": None})})
    assert random_rehearsals(free, random.Random(1)) == free


def test_each_caller_and_writer_is_seen_on_a_phone_of_its_own(lesson):
    drawn = lesson.with_groups({"con-chau", "buu-dien"})
    seen = [drawn.screen_of(at).words for at in (1, 2)]
    assert seen == [("Cháu Nam", "Bà chuyển cho cháu 2 triệu."), ("Bưu điện",)]


def test_a_caller_speaks_with_another_voice_and_the_answer_with_the_kiosks_own(lesson):
    run = lesson_run.next_step(lesson_run.next_step(lesson_run.begin(lesson, Way.TOGETHER)))
    assert run.line.speaker is Voice.OTHER
    answered = lesson_run.touch(run, "choice:1")
    assert answered.feedback.speaker is Voice.GUIDE


def test_the_narrator_hears_which_voice_is_wanted(lesson, qapp):
    owner = QObject()
    narrator = ListeningNarrator(owner)
    speaker = VoiceOutput(narrator, Translator({}, owner), owner)
    speaker.say([lesson.steps[0].line, lesson.steps[1].line])
    spoken = [utterance for utterance in narrator.asked if not utterance.sound]
    assert [utterance.other for utterance in spoken] == [False, True]


def test_a_choice_that_leads_elsewhere_is_followed_inside_its_rehearsal(lesson):
    run = lesson_run.next_step(lesson_run.next_step(lesson_run.begin(lesson, Way.TOGETHER)))
    said = lesson_run.touch(run, "choice:2")
    lost = lesson_run.next_step(lesson_run.touch(said, lesson_run.CONFIRM))
    assert lost.step.name == "mat-tien"


def test_whatever_digits_are_typed_only_their_number_is_known():
    step = password(digits=4)
    typed = [step.respond(step.begin(), f"digit:{digit}") for digit in "0123456789"]
    assert len({reply.progress for reply in typed}) == 1
    assert "".join(step.field_contents(typed[0].progress).values()) == "●"


def test_the_last_digit_leads_on():
    step, progress = password(digits=4), ("",)
    for digit in "9034":
        reply = step.respond(progress, f"digit:{digit}")
        progress = reply.progress
    assert reply.done
    assert step.expects(progress) == NEXT


def test_the_kiosk_itself_never_shows_a_weak_password():
    step, progress, shown = password(digits=8), ("",), ""
    while (target := step.expects(progress)) != NEXT:
        shown += target.removeprefix("digit:")
        progress = step.respond(progress, target).progress
    steps = [int(after) - int(before) for before, after in pairwise(shown)]
    assert not {0, 1, -1} & set(steps)
