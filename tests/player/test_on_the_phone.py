"""Events on the drawn phone: messages, its own keys, and the visible result of a touch."""

import pytest
from making import RIGHT, SCREENS, WRONG, ask, explain, lesson, screen, step, tap, write

from kiosk.domain.arrival import Arrival
from kiosk.domain.phone_make import Make
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player import lesson_run, visit
from kiosk.player.lesson_run import LessonRun
from kiosk.player.naming import word_of_name
from kiosk.player.visit import Page

OTP = {"from": "VNeID", "text": "Ma cua ban la 482915"}
LATER = {"from": "Ngân hàng Mẫu", "text": "Bac vua nhan tien"}
IN_MESSAGES = lesson(
    explain(),
    tap("a", arrives=OTP),
    explain("Bác đọc mã.", screen="hai-nut"),
    tap("b", arrives=LATER),
)


def begun(of, way=Way.TOGETHER, touches=1) -> LessonRun:
    run = lesson_run.begin(of, way)
    for _ in range(touches):
        run = lesson_run.touch(run, NEXT)
    return run


class TestMessages:
    def test_a_message_arrives_with_its_step_and_is_kept(self):
        run = begun(IN_MESSAGES, touches=2)
        assert run.arrival == Arrival.model_validate(OTP)
        later = lesson_run.touch(run, "a")
        assert later.arrival is None
        assert later.messages == (Arrival.model_validate(OTP),)

    def test_it_does_not_drop_in_again_over_what_came_of_its_step(self):
        run = begun(IN_MESSAGES, Way.WATCH, touches=2)
        assert run.banner == Arrival.model_validate(OTP)
        assert lesson_run.demonstrate(run).banner is None

    def test_the_newest_comes_first(self):
        run = lesson_run.touch(lesson_run.touch(begun(IN_MESSAGES, touches=2), "a"), NEXT)
        assert [each.sender for each in run.messages] == ["Ngân hàng Mẫu", "VNeID"]

    def test_they_are_pulled_down_and_any_touch_lets_them_up_without_a_miss(self):
        run = begun(IN_MESSAGES, touches=2)
        down = lesson_run.touch(run, lesson_run.SHADE)
        assert (down.shade_open, down.misses) == (True, 0)
        up = lesson_run.touch(down, "b")
        assert (up.shade_open, up.misses, up.at) == (False, 0, run.at)

    def test_where_nothing_arrived_there_is_nothing_to_pull_down(self):
        run = begun(lesson(tap("a")))
        assert not lesson_run.touch(run, lesson_run.SHADE).shade_open


class TestOwnKeys:
    def test_back_and_home_can_be_what_a_step_asks_for(self):
        run = begun(lesson(tap("back"), explain()))
        assert run.expected == "back"
        assert lesson_run.touch(run, "home").misses == 1
        assert lesson_run.touch(run, "back").at == 1

    def test_an_iphone_has_no_key_that_goes_back(self):
        assert begun(lesson(tap("a"))).phone_has_back
        iphone = lesson(tap("a")).model_copy(update={"make": Make.IPHONE})
        assert not begun(iphone).phone_has_back

    @pytest.mark.parametrize(("target", "is_target"), [("a", False), ("home", True)])
    def test_the_bar_of_an_iphone_is_a_target_where_a_step_needs_it(self, target, is_target):
        assert begun(lesson(tap(target))).phone_home_is_target
        iphone = lesson(tap(target)).model_copy(update={"make": Make.IPHONE})
        assert begun(iphone).phone_home_is_target is is_target

    @pytest.mark.parametrize(("target", "has_back"), [("a", False), ("back", True)])
    def test_it_is_gone_from_a_lesson_alike_on_all_makes_unless_a_step_asks_for_it(
        self, target, has_back
    ):
        held = visit.choose_phone(visit.Visit(), Make.IPHONE)
        opened = visit.open_lesson(held, lesson(tap(target)))
        assert opened.run.phone_has_back is has_back


class TestWatching:
    def test_after_the_touch_the_phone_shows_what_came_of_it(self):
        run = begun(lesson(tap("a"), explain("Xong.", screen="trong")), Way.WATCH)
        assert run.screen is SCREENS["hai-nut"]
        shown = lesson_run.demonstrate(run)
        assert (shown.at, shown.screen) == (run.at, SCREENS["trong"])
        assert shown.shown_target == NEXT
        assert lesson_run.touch(shown, NEXT).screen is SCREENS["trong"]

    def test_the_screen_stays_where_the_next_step_has_none(self):
        run = lesson_run.demonstrate(begun(lesson(tap("a"), explain()), Way.WATCH))
        assert run.screen is SCREENS["hai-nut"]

    def test_a_finger_moves_when_the_name_is_said(self):
        sentence = "Bác tìm hình bánh răng, tên là Cài đặt. Bác chạm vào."
        assert word_of_name(sentence, ["Cài đặt"]) == 8
        assert word_of_name(sentence, ["Wi-Fi"]) is None


SEEN = screen(
    "the",
    {"bar": "Thẻ BHYT"},
    {"card": "Bảo hiểm", "rows": [{"label": "Tình trạng", "value": "Chờ duyệt, đã gửi"}]},
    {"button": "xong", "label": "Xong"},
)


class TestWhatIsLookedAt:
    @staticmethod
    def looked_at(made, way=Way.TOGETHER):
        shown = lesson(made).model_copy(update={"screens": {"the": SEEN}})
        return begun(shown, way).looked_at

    def test_it_is_what_the_sentence_names(self):
        reported = explain("Bác xem tình trạng. Thấy chữ Chờ duyệt là xong.", screen="the")
        assert self.looked_at(reported) == ("Tình trạng", "Chờ duyệt, đã gửi")

    def test_what_stands_at_the_top_is_seen_anyhow(self):
        assert self.looked_at(explain("Bác mở Thẻ BHYT.", screen="the")) == ()

    def test_where_something_is_to_be_touched_it_is_nothing(self):
        assert self.looked_at(tap("xong", "the", say="Bác chạm Xong.")) == ()

    def test_on_her_own_phone_it_is_what_she_touches_there(self):
        on_hers = self.looked_at(tap("xong", "the", say="Bác chạm nút dưới."), Way.OWN_PHONE)
        assert on_hers == ("Xong",)

    def test_whoever_writes_a_message_names_nothing(self):
        answer = {"text": "Xóa", "right": True, "because": "Đúng rồi."}
        other = {"text": "Trả lời", "because": "Đừng bác ạ."}
        reported = step("message", message="Số lạ", says="Chờ duyệt.", choices=[answer, other])
        assert self.looked_at(reported.model_copy(update={"screen": "the"})) == ()


class TestRightTouches:
    def test_a_right_touch_on_the_phone_is_worth_a_look(self):
        run = begun(lesson(tap("a"), explain()))
        assert lesson_run.is_done_on_phone(run, "a", lesson_run.touch(run, "a"))

    def test_a_miss_next_and_a_key_in_the_middle_are_not(self):
        run = begun(lesson(tap("a"), explain()))
        assert not lesson_run.is_done_on_phone(run, "b", lesson_run.touch(run, "b"))
        assert not lesson_run.is_done_on_phone(run, NEXT, lesson_run.touch(run, NEXT))
        typing = begun(lesson(write("ab"), explain()))
        assert not lesson_run.is_done_on_phone(typing, "key:a", lesson_run.touch(typing, "key:a"))


class TestAnswersOnThePhone:
    CALL = step(
        "call",
        call="Số lạ",
        says="Tôi là công an.",
        choices=[
            {"text": "Nghe tiếp", "because": "Đừng bác ạ."},
            {"text": "Cúp máy", "on": "decline", "right": True, "because": "Đúng rồi."},
        ],
    )

    def test_the_red_button_is_the_answer(self):
        assert self.CALL.expects(()) == "decline"
        reply = self.CALL.respond((), "decline")
        assert (reply.right, reply.say.text) == (True, "Đúng rồi.")
        assert self.CALL.drawn() == ({"incoming": "Số lạ", "keys": ["decline"]},)

    def test_the_red_button_ends_the_call(self):
        assert not self.CALL.hung_up(())
        assert not self.CALL.hung_up(("choice:1",))
        assert self.CALL.hung_up(("decline",))

    def test_answers_are_told_by_where_they_are_touched(self):
        assert self.CALL.answers() == {"choice:1": "Nghe tiếp", "decline": "Cúp máy"}

    def test_no_tiles_are_shown_where_the_phone_has_all_answers(self):
        on_phone = ask({**RIGHT, "on": "a"}, {**WRONG, "on": "b"}, screen="hai-nut")
        assert not on_phone.shows_view
        assert self.CALL.shows_view


class TestWhichPhone:
    KNOWS_MAKES = lesson(tap("a")).model_copy(update={"phones": {Make.SAMSUNG: lesson(tap("b"))}})

    def test_it_is_asked_once_and_kept_for_the_visit(self):
        home = visit.go_home(visit.Visit())
        assert visit.asks_for_phone(home, self.KNOWS_MAKES)
        asked = visit.ask_for_phone(home, self.KNOWS_MAKES)
        assert asked.page is Page.PHONE
        known = visit.open_lesson(visit.choose_phone(asked, "samsung"), self.KNOWS_MAKES)
        assert known.run.lesson.steps[0].tap == "b"
        assert not visit.asks_for_phone(visit.go_home(known), self.KNOWS_MAKES)

    def test_who_does_not_know_sees_what_most_phones_have(self):
        home = visit.choose_phone(visit.Visit(), "unknown")
        assert visit.open_lesson(home, self.KNOWS_MAKES).run.lesson.steps[0].tap == "a"

    def test_where_makes_do_not_differ_nothing_is_asked(self):
        assert not visit.asks_for_phone(visit.Visit(), lesson(tap("a")))

    def test_back_leads_home(self):
        asked = visit.ask_for_phone(visit.Visit(), self.KNOWS_MAKES)
        assert visit.go_back(asked).page is Page.HOME
