"""The state of a run through a lesson after each touch."""

import pytest
from making import GOAL, RIGHT, WRONG, ask, explain, lesson, step, tap, write

from kiosk.domain import prompts
from kiosk.domain.line import SILENCE, Line
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player.lesson_run import (
    OPENING,
    Help,
    ask_help,
    back,
    begin,
    demonstrate,
    next_step,
    touch,
)

LESSON = lesson(explain(), tap("a", wrong="Chưa đúng, bác chạm A."), write("Ab"))


def at_step(a_lesson, way, number=1):
    """The run after `number` steps."""
    run = begin(a_lesson, way)
    for _ in range(number):
        run = next_step(run)
    return run


def touched(run, *targets):
    for target in targets:
        run = touch(run, target)
    return run


def taken(run, choice):
    """The run after two touches on a choice: the first speaks it, the second takes it."""
    return touched(run, choice, choice)


class TestOpening:
    @pytest.mark.parametrize("way", Way)
    def test_each_way_begins_with_a_card_that_says_how_it_works(self, way):
        run = begin(LESSON, way)
        assert (run.at, run.number, run.step, run.screen) == (OPENING, 0, None, None)
        assert run.line == prompts.OPENINGS[way]
        assert run.expected == NEXT
        assert run.help is Help.NONE

    def test_the_card_may_bear_praise_for_what_came_before(self):
        assert begin(LESSON, Way.OWN_PHONE, prompts.ALONE_DONE).newest_line == prompts.ALONE_DONE

    def test_touching_the_card_changes_nothing_and_next_leads_on(self):
        run = begin(LESSON, Way.TOGETHER)
        assert touch(run, "a") == run
        assert touch(run, NEXT).number == 1

    def test_there_is_nothing_before_the_card(self):
        run = begin(LESSON, Way.WATCH)
        assert back(run) == run
        assert demonstrate(run) == run
        assert ask_help(run) == run


class TestCourse:
    def test_alone_only_exercises_are_met(self):
        assert LESSON.positions(Way.TOGETHER) == (0, 1, 2)
        assert LESSON.positions(Way.ALONE) == (1, 2)

    def test_a_step_may_be_kept_to_some_ways(self):
        kept = lesson(explain(ways=["own-phone"]), explain(ways=["watch", "alone"]))
        assert kept.positions(Way.OWN_PHONE) == (0,)
        assert kept.positions(Way.ALONE) == (1,)
        assert kept.ways == (Way.WATCH, Way.ALONE, Way.OWN_PHONE)

    def test_after_the_last_step_the_run_is_over_and_stays_so(self):
        run = at_step(LESSON, Way.WATCH, 4)
        assert run.over
        assert run.step is None
        assert next_step(run) == run

    def test_back_goes_the_way_one_came(self):
        run = at_step(LESSON, Way.TOGETHER, 2)
        assert back(run).at == 0
        assert back(back(run)) == begin(LESSON, Way.TOGETHER)

    def test_a_step_that_is_come_back_to_begins_anew(self):
        run = touched(at_step(LESSON, Way.TOGETHER, 3), "key:x", "key:shift", "key:A")
        again = next_step(back(run))
        assert (again.at, again.progress, again.misses, again.feedback) == (2, ("",), 0, SILENCE)

    def test_back_from_the_end_is_the_last_step(self):
        assert back(at_step(LESSON, Way.TOGETHER, 4)).at == 2

    def test_goto_skips_what_lies_between_and_back_returns_over_it(self):
        skips = lesson(explain(goto="cuoi"), explain("Giữa."), explain("Cuối.", name="cuoi"))
        run = at_step(skips, Way.TOGETHER, 2)
        assert run.at == 2
        assert back(run).at == 0

    def test_an_answer_leads_where_it_says(self):
        branches = lesson(
            ask({**RIGHT, "goto": "phai"}, {**WRONG, "goto": "trai"}),
            explain("Trái.", name="trai", goto="het"),
            explain("Phải.", name="phai"),
            explain("Hết.", name="het"),
        )
        ask_step = at_step(branches, Way.TOGETHER)
        left = next_step(taken(ask_step, "choice:2"))
        assert [left.line.text, next_step(left).line.text] == ["Trái.", "Hết."]
        assert next_step(taken(ask_step, "choice:1")).line.text == "Phải."
        assert back(next_step(left)).at == left.at

    def test_a_goto_to_a_step_of_another_way_goes_to_the_next_of_this_one(self):
        other = lesson(
            explain(goto="la"), explain(), explain(name="la", ways=["own-phone"]), explain("Sau.")
        )
        assert at_step(other, Way.WATCH, 2).line.text == "Sau."

    def test_going_past_an_unanswered_question_follows_the_file(self):
        branches = lesson(
            ask({**RIGHT, "goto": "het"}, WRONG), explain("Giữa."), explain(name="het")
        )
        assert at_step(branches, Way.TOGETHER, 2).line.text == "Giữa."

    def test_ways_follow_each_other_in_the_order_in_which_they_are_offered(self):
        assert begin(LESSON, Way.WATCH).next_way is Way.TOGETHER
        assert begin(LESSON, Way.OWN_PHONE).next_way is None
        assert begin(LESSON, Way.TOGETHER).way_before is Way.WATCH
        assert begin(LESSON, Way.WATCH).way_before is None
        no_exercise = lesson(explain())
        assert begin(no_exercise, Way.TOGETHER).next_way is Way.OWN_PHONE


class TestTouches:
    def test_the_right_touch_leads_on(self):
        assert touch(at_step(LESSON, Way.TOGETHER, 2), "a").at == 2

    def test_a_wrong_touch_gets_the_lessons_word_and_stays(self):
        run = touch(at_step(LESSON, Way.TOGETHER, 2), "b")
        assert (run.at, run.misses) == (1, 1)
        assert run.newest_line == Line("Chưa đúng, bác chạm A.")
        assert run.line == Line("Chạm a.")

    @pytest.mark.parametrize(
        ("way", "word"),
        [(Way.TOGETHER, prompts.LOOK_AT_THE_GLOW), (Way.ALONE, prompts.TRY_ANOTHER_SPOT)],
    )
    def test_without_a_word_of_the_lesson_the_kiosk_has_its_own(self, way, word):
        run = touch(at_step(lesson(tap("a")), way), "b")
        assert run.newest_line == word
        assert touch(run, "nothing").newest_line == prompts.FOLLOW_THE_FINGER

    def test_where_there_is_nothing_to_touch_one_is_told_so(self):
        run = touch(at_step(LESSON, Way.TOGETHER), "a")
        assert (run.at, run.newest_line) == (0, prompts.JUST_LOOK)

    def test_while_watching_only_what_the_finger_shows_works(self):
        run = at_step(LESSON, Way.WATCH, 2)
        assert touch(run, "b").newest_line == prompts.JUST_LOOK
        assert touch(run, "b").at == 1
        assert touch(run, "a").at == 2

    def test_a_right_touch_within_a_step_silences_the_word_for_the_wrong_one(self):
        run = touched(at_step(LESSON, Way.TOGETHER, 3), "key:x", "key:shift")
        assert run.feedback == SILENCE
        assert run.misses == 1

    def test_an_answer_that_leads_on_is_explained_before_next(self):
        run = taken(at_step(lesson(ask(RIGHT, WRONG), explain()), Way.TOGETHER), "choice:1")
        assert run.at == 0
        assert run.newest_line == Line("Đúng rồi, vì thế này.")
        assert run.expected == NEXT
        assert run.next_leads_on
        assert touch(run, NEXT).at == 1

    def test_a_wrong_answer_is_explained_and_may_be_mended(self):
        run = taken(at_step(lesson(ask(RIGHT, WRONG)), Way.TOGETHER), "choice:2")
        assert run.newest_line == Line("Chưa, vì thế kia.")
        assert taken(run, "choice:1").newest_line == Line("Đúng rồi, vì thế này.")


class TestHelp:
    def test_together_the_right_spot_glows_and_after_two_misses_a_finger_points(self):
        run = at_step(LESSON, Way.TOGETHER, 2)
        helps = [each.help for each in (run, touch(run, "b"), touched(run, "b", "b"))]
        assert helps == [Help.GLOW, Help.GLOW, Help.FINGER]

    def test_alone_there_is_none_until_two_misses(self):
        run = at_step(LESSON, Way.ALONE)
        helps = [each.help for each in (run, touch(run, "b"), touched(run, "b", "b"))]
        assert helps == [Help.NONE, Help.NONE, Help.FINGER]

    def test_alone_hints_are_asked_for_glow_first_then_finger_then_no_more(self):
        run = at_step(LESSON, Way.ALONE)
        assert run.may_ask_help
        glowing = ask_help(run)
        assert (glowing.help, glowing.line) == (Help.GLOW, Line("Chạm a."))
        pointed = ask_help(glowing)
        assert (pointed.help, pointed.newest_line) == (Help.FINGER, prompts.FOLLOW_THE_FINGER)
        assert not pointed.may_ask_help
        assert ask_help(pointed) == pointed

    @pytest.mark.parametrize("way", [Way.WATCH, Way.TOGETHER, Way.OWN_PHONE])
    def test_in_no_other_way_hints_can_be_asked_for(self, way):
        run = at_step(LESSON, way, 2)
        assert not run.may_ask_help
        assert ask_help(run) == run

    def test_a_new_step_begins_without_the_help_of_the_last(self):
        run = touch(touched(at_step(LESSON, Way.ALONE), "b", "b"), "a")
        assert (run.at, run.help) == (2, Help.NONE)

    def test_watching_shows_the_finger_and_the_own_phone_only_a_glow(self):
        assert at_step(LESSON, Way.WATCH, 2).help is Help.FINGER
        own = at_step(LESSON, Way.OWN_PHONE, 2)
        assert (own.help, own.shown_target) == (Help.GLOW, "a")


class TestDemonstration:
    def test_it_does_the_next_thing_until_all_is_done_and_never_leaves_the_step(self):
        run = at_step(LESSON, Way.WATCH, 3)
        seen = []
        for _ in range(10):
            run = demonstrate(run)
            seen.append(run.field_contents["o"])
        assert seen[:3] == ["", "A", "Ab"]
        assert set(seen[3:]) == {"Ab"}
        assert run.at == 2

    def test_a_touch_is_only_pointed_at(self):
        run = at_step(LESSON, Way.WATCH, 2)
        assert demonstrate(run).at == 1

    @pytest.mark.parametrize("way", [Way.TOGETHER, Way.ALONE, Way.OWN_PHONE])
    def test_the_learner_is_never_forestalled(self, way):
        run = at_step(LESSON, way, 2)
        assert demonstrate(run) == run


class TestFields:
    def test_what_is_written_comes_from_the_step_and_its_touches(self):
        run = at_step(LESSON, Way.TOGETHER, 3)
        assert run.field_contents == {"o": ""}
        assert touched(run, "key:shift", "key:A", "key:q").field_contents == {"o": "Aq"}

    def test_a_later_step_on_the_same_screen_shows_what_was_to_be_written(self):
        later = lesson(write("Ab"), tap("xong", "o-chu"))
        assert at_step(later, Way.TOGETHER, 2).field_contents == {"o": "Ab"}

    def test_another_screen_between_clears_the_field(self):
        later = lesson(write("Ab"), tap("a"), tap("xong", "o-chu"))
        assert at_step(later, Way.TOGETHER, 3).field_contents == {}

    def test_on_the_own_phone_the_field_shows_what_it_will_look_like(self):
        assert at_step(lesson(write("Ab")), Way.OWN_PHONE).field_contents == {"o": "Ab"}

    def test_a_step_without_a_screen_shows_no_field(self):
        assert at_step(LESSON, Way.TOGETHER).field_contents == {}


class TestOwnPhone:
    def test_next_leads_on_and_touching_the_kiosk_sends_to_the_real_phone(self):
        run = at_step(LESSON, Way.OWN_PHONE, 2)
        assert run.expected == NEXT
        assert run.next_leads_on
        assert touch(run, "a").newest_line == prompts.USE_YOUR_OWN_PHONE
        assert touch(run, "a").at == 1
        assert touch(run, NEXT).at == 2


class TestAlone:
    def test_first_only_the_goal_is_told_then_only_to_go_on(self):
        run = at_step(LESSON, Way.ALONE)
        assert run.line == Line(GOAL)
        assert touch(run, "a").line == prompts.GO_ON_ALONE

    def test_a_step_may_have_its_own_word_for_it(self):
        run = at_step(lesson(tap("a", alone="Giờ bác mở A.")), Way.ALONE)
        assert run.line == Line("Giờ bác mở A.")

    def test_questions_and_sequences_are_told_in_full(self):
        sequence = step("order", order="Xếp đi bác.", items=["Một", "Hai", "Ba"])
        run = at_step(lesson(ask(RIGHT, WRONG), sequence), Way.ALONE)
        assert run.line == Line("Bác chọn gì?")
        assert next_step(run).line == Line("Xếp đi bác.")


class TestAfterAnAnswer:
    def test_another_touch_leaves_the_reason_standing_and_says_what_was_touched(self):
        run = at_step(lesson(ask(RIGHT, WRONG)), Way.TOGETHER)
        answered = taken(run, run.expected)
        again = touch(answered, "choice:2")
        assert again.feedback == answered.feedback
        assert again.feedback
        assert again.said_option == "choice:2"
        assert again.pending_option is None
