"""Each wrong touch has its explanation; each trouble on the learner's own phone has an answer."""

from dataclasses import replace

import pytest
from making import SCREENS, explain, lesson, screen, step, tap

from kiosk.domain import prompts
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.player import visit
from kiosk.player.events import events_between
from kiosk.player.lesson_run import begin, next_step, touch
from kiosk.player.speech import lines_of
from kiosk.player.spoken_page import PageContent, next_words, options_of
from kiosk.player.trouble_help import TroubleHelp, is_last, tried
from kiosk.stats.event import Kind

OF_B = "Đây là B, bác chưa cần."
EXPLAINED = screen(
    "hai-nut", {"button": "a", "label": "A"}, {"button": "b", "label": "B", "wrong": OF_B}
)
TROUBLES = {
    "sai-mat-khau": {
        "title": "Máy báo sai mật khẩu",
        "steps": [{"say": "Bác gõ lại thật chậm."}, {"say": "Bác xem chữ hoa, chữ thường."}],
    }
}


def explained(*steps):
    made = lesson(*steps)
    return made.model_copy(update={"screens": {**SCREENS, "hai-nut": EXPLAINED}})


def test_the_element_that_was_touched_tells_why_it_is_wrong():
    run = next_step(begin(explained(tap("a", wrong="Bác chạm A.")), Way.TOGETHER))
    assert touch(run, "b").feedback.text == OF_B
    assert touch(run, "nothing").feedback.text == "Bác chạm A."


def test_a_second_miss_at_the_same_place_says_it_in_other_words():
    run = next_step(begin(explained(tap("a", wrong="Bác chạm A.")), Way.ALONE))
    once = touch(run, "b")
    twice = touch(once, "b")
    thrice = touch(twice, "b")
    assert [each.feedback.text for each in (once, twice)] == [OF_B, "Bác chạm A."]
    assert thrice.feedback != twice.feedback


def test_the_words_of_elements_and_troubles_are_lines_of_the_lesson():
    made = explained(tap("a", troubles=["sai-mat-khau"]))
    made = made.model_copy(
        update={"head": made.head.model_validate({**HEAD, "troubles": TROUBLES})}
    )
    said = {line.text for line in made.lines()}
    assert {OF_B, "Máy báo sai mật khẩu", "Bác gõ lại thật chậm."} <= said


HEAD = {"title": "Bài thử", "number": 1, "goal": "Bác tự làm được."}


def on_own_phone():
    made = lesson(tap("a", troubles=["sai-mat-khau"]), explain(), troubles=TROUBLES)
    state = visit.open_lesson(visit.go_home(visit.new_visit(Settings())), made)
    state = visit.choose_way(state, Way.OWN_PHONE)
    return visit.with_run(state, next_step(state.run))


def test_the_troubles_of_the_step_are_told_and_last_of_all_a_person():
    state = replace(on_own_phone(), trouble=TroubleHelp())
    assert lines_of(state)[0] == prompts.TROUBLE
    targets = [line.target for line in options_of(state, PageContent())]
    assert targets[0] == "trouble:sai-mat-khau"
    assert targets[-1] == "call"


def test_where_nothing_is_done_on_the_phone_a_person_is_offered_and_nothing_else():
    state = on_own_phone()
    state = visit.with_run(state, next_step(state.run))
    assert not state.run.step.troubles
    messages = lines_of(replace(state, trouble=TroubleHelp()))
    assert messages == (prompts.UNCLEAR, prompts.UNCLEAR_CALL)


def test_one_thing_after_the_other_is_tried():
    state = on_own_phone()
    first = TroubleHelp("sai-mat-khau")
    second = tried(state.run, first)
    assert [lines_of(replace(state, trouble=each))[0].text for each in (first, second)] == [
        "Bác gõ lại thật chậm.",
        "Bác xem chữ hoa, chữ thường.",
    ]
    assert is_last(state.run, second)
    assert lines_of(replace(state, trouble=second))[-1] == prompts.TROUBLE_CALL


def test_trouble_is_counted_like_a_hard_step():
    before = on_own_phone()
    events = events_between(before, replace(before, trouble=TroubleHelp()))
    assert [event.kind for event in events] == [Kind.STUCK]
    assert events[0].step


@pytest.mark.parametrize(
    ("a_step", "deed"),
    [
        (tap("a"), True),
        (step("qr", say="Bác quét mã này.", qr="https://dichvu.example"), True),
        (explain(troubles=["sai-mat-khau"]), True),
        (explain(screen="hai-nut"), True),
        (explain(), False),
        (explain(troubles=["sai-mat-khau"], later=True), False),
    ],
)
def test_only_a_deed_is_left_with_done(a_step, deed):
    run = next_step(begin(explained(a_step), Way.OWN_PHONE))
    assert next_words(run).text == ("Đã làm xong" if deed else "Tiếp tục")


def test_no_tile_stands_alone_on_the_last_page():
    for lessons in (1, 6, 7, 12, 13, 19, 20):
        pages = [visit.tiles_of_page(at, lessons) for at in range(visit.pages_for(lessons))]
        assert [at for page in pages for at in page] == list(range(lessons))
        assert all(len(page) > 1 for page in pages[1:])
        assert max(map(len, pages)) <= 6
