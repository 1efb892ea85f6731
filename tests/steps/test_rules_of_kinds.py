"""The rules of each kind of step."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import RIGHT, WRONG, ask, explain, step, tap, write
from pydantic import ValidationError

from kiosk.domain import prompts
from kiosk.domain.line import SILENCE, Line
from kiosk.domain.settings import Settings, Wifi
from kiosk.domain.step import NEXT, Reply


def after(a_step, *targets):
    """The progress after these touches."""
    progress = a_step.begin()
    for target in targets:
        progress = a_step.respond(progress, target).progress
    return progress


class TestExplain:
    def test_it_expects_only_to_be_gone_on_from(self):
        assert explain().expects(()) == NEXT
        assert not explain().is_exercise

    def test_only_a_picture_needs_a_view(self):
        assert not explain().shows_view
        assert explain(picture="wifi").shows_view

    def test_its_spoken_form_may_differ(self):
        assert explain("Mã OTP.", speak="Mã ô-tê-pê.").line == Line("Mã OTP.", "Mã ô-tê-pê.")


class TestTap:
    def test_only_the_right_spot_leads_on(self):
        assert tap("a").respond((), "a") == Reply(done=True)
        assert tap("a").respond((), "b") == Reply(right=False)
        assert tap("a", wrong="Chưa.").respond((), "b").say == Line("Chưa.")

    def test_what_it_names_must_be_on_its_screen(self):
        assert [(each.sort, each.name) for each in tap("a").references()] == [("target", "a")]

    def test_it_needs_a_screen(self):
        with pytest.raises(ValidationError):
            step("tap", say="Chạm.", tap="a")


class TestType:
    def test_letter_by_letter(self):
        typing = write("ab")
        assert typing.expects(typing.begin()) == "key:a"
        reply = typing.respond(("",), "key:a")
        assert reply == Reply(progress=("a",))
        assert typing.field_contents(reply.progress) == {"o": "a"}
        assert typing.respond(("a",), "key:b") == Reply(progress=("ab",), done=True)

    def test_the_first_wrong_letter_gets_in_and_is_to_be_erased(self):
        typing = write("ab")
        wrong = typing.respond(("a",), "key:x")
        assert wrong == Reply(("ax",), right=False, say=prompts.WRONG_LETTER)
        assert typing.field_contents(wrong.progress) == {"o": "ax"}
        assert typing.expects(wrong.progress) == "key:erase"
        assert typing.respond(wrong.progress, "key:b").say == prompts.ERASE_FIRST
        assert after(typing, "key:a", "key:x", "key:erase", "key:b") == ("ab",)

    def test_only_one_wrong_letter_gets_in(self):
        typing = write("ab", wrong="Chưa đúng chữ.")
        mended = after(typing, "key:a", "key:x", "key:erase")
        again = typing.respond(mended, "key:y")
        assert again == Reply(mended, right=False, say=Line("Chưa đúng chữ."))

    def test_what_is_right_can_be_erased_without_a_miss(self):
        typing = write("ab")
        assert typing.respond(("a",), "key:erase") == Reply(progress=("",))
        assert typing.respond(("",), "key:erase") == Reply(progress=("",))

    def test_digits_lie_on_the_page_behind_the_key_for_it(self):
        typing = write("a2")
        assert typing.expects(("a",)) == "key:page"
        assert after(typing, "key:a", "key:page", "key:2") == typing.end()

    def test_the_eye_shows_what_is_written_in_secret(self):
        typing = write("ab")
        shown = typing.respond(("a",), "o-eye")
        assert shown.right
        assert typing.shows_secrets(shown.progress)
        assert not typing.shows_secrets(typing.respond(shown.progress, "o-eye").progress)

    def test_a_capital_needs_shift_first_and_shift_lasts_for_one_letter(self):
        typing = write("aBc")
        assert typing.expects(("a",)) == "key:shift"
        shifted = typing.respond(("a",), "key:shift")
        assert shifted == Reply(progress=("a", "key:shift"))
        assert typing.expects(shifted.progress) == "key:B"
        assert typing.respond(shifted.progress, "key:B").progress == ("aB",)
        assert typing.expects(("aB",)) == "key:c"

    def test_shift_before_a_small_letter_is_no_mistake_and_is_taken_back(self):
        typing = write("ab")
        assert typing.respond(("",), "key:shift").right
        assert after(typing, "key:shift", "key:shift") == ("",)

    def test_with_shift_on_the_capital_key_is_wrong_for_a_small_letter(self):
        typing = write("ab")
        reply = typing.respond(("", "key:shift"), "key:A")
        assert (reply.right, reply.progress) == (False, ("A", "key:shift"))

    def test_spaces_and_signs_are_keys_too(self):
        typing = write("a .@")
        assert after(typing, "key:a", "key: ", "key:.", "key:@") == typing.end()

    @settings(max_examples=40, deadline=None)
    @given(st.from_regex(r"\A([A-Za-z0-9 .@_/-]{1,40}|[A-Za-zăâđêôơưÂỨỹở ,.-]{1,40})\Z"))
    def test_every_text_that_may_be_asked_for_can_be_written(self, text):
        typing = write(text)
        progress = typing.begin()
        for _ in range(4 * len(text)):  # shift, letter, diacritic, tone
            progress = typing.respond(progress, typing.expects(progress)).progress
            if progress == typing.end():
                break
        assert typing.field_contents(progress) == {"o": text}
        assert typing.expects(progress) == NEXT

    def test_a_marked_letter_is_its_letter_and_then_its_tone(self):
        typing = write("Quyển vở đẹp lắm, mười nghìn đồng")
        keys = []
        progress = typing.begin()
        while progress != typing.end():
            keys.append(typing.expects(progress))
            progress = typing.respond(progress, keys[-1]).progress
        word = ["key:shift", "key:Q", "key:u", "key:y", "key:ê", "key:hoi", "key:n", "key: "]
        assert keys[:8] == word
        assert typing.field_contents(progress) == {"o": "Quyển vở đẹp lắm, mười nghìn đồng"}

    @pytest.mark.parametrize("text", ["", "mật khẩu 1", "ơ@a.vn", "a\nb", "x" * 41, "a!"])
    def test_what_has_no_key_may_not_be_asked_for(self, text):
        with pytest.raises(ValidationError):
            write(text)


class TestAsk:
    def test_the_answer_that_leads_on_is_expected_until_it_was_given(self):
        question = ask(WRONG, RIGHT)
        assert question.expects(()) == "choice:2"
        assert question.expects(("choice:1",)) == "choice:2"
        assert question.expects(("choice:1", "choice:2")) == NEXT

    def test_every_answer_is_explained(self):
        question = ask(RIGHT, WRONG)
        assert question.respond((), "choice:1").say == Line(RIGHT["because"])
        wrong = question.respond((), "choice:2")
        assert (wrong.right, wrong.say) == (False, Line(WRONG["because"]))

    def test_an_unexplained_wrong_answer_gets_the_steps_word(self):
        question = ask({"text": "A", "right": True}, {"text": "B"}, wrong="Bác nghĩ lại.")
        assert question.respond((), "choice:2").say == Line("Bác nghĩ lại.")
        assert question.respond((), "choice:1").say == SILENCE

    def test_it_never_goes_on_by_itself_and_later_touches_change_nothing(self):
        question = ask(RIGHT, WRONG)
        settled = question.respond((), "choice:1")
        assert not settled.done
        assert question.respond(settled.progress, "choice:2") == Reply(progress=settled.progress)

    def test_an_answer_with_goto_leads_there_be_it_right_or_not(self):
        question = ask({**RIGHT, "goto": "a"}, {**WRONG, "goto": "b"}, goto="c")
        assert question.respond((), "choice:2").right
        assert question.leads_to(("choice:2",)) == "b"
        assert question.leads_to(("choice:1",)) == "a"
        assert question.leads_to(()) == "c"
        assert {each.name for each in question.references()} == {"a", "b", "c"}

    def test_a_right_answer_is_shown_before_one_that_only_leads_on(self):
        assert ask({**WRONG, "goto": "b"}, RIGHT).expects(()) == "choice:2"

    @pytest.mark.parametrize("choices", [(WRONG, WRONG), (RIGHT,), (RIGHT, *[WRONG] * 4)])
    def test_a_question_has_two_to_four_answers_and_a_way_out(self, choices):
        with pytest.raises(ValidationError):
            ask(*choices)

    def test_all_it_may_say_is_known_beforehand(self):
        texts = [line.text for line in ask(RIGHT, WRONG, wrong="Chưa.").lines()]
        assert set(texts) == {
            "Bác chọn gì?",
            "Chưa.",
            *(choice[part] for choice in (RIGHT, WRONG) for part in ("text", "because")),
        }


def sequence(*items, **fields):
    return step("order", order="Việc nào làm trước?", items=items, **fields)


class TestOrder:
    def test_first_things_first(self):
        order = sequence("Một", "Hai", "Ba")
        assert order.expects(()) == "item:1"
        assert not order.respond((), "item:2").right
        progress = after(order, "item:1", "item:2", "item:3")
        assert order.expects(progress) == NEXT

    def test_what_was_placed_stays_and_is_no_mistake(self):
        order = sequence("Một", "Hai", "Ba")
        assert order.respond(("item:1",), "item:1") == Reply(progress=("item:1",))

    @given(
        st.lists(st.text("abcđê ", min_size=1).map(str.strip).filter(bool), min_size=3, max_size=6)
    )
    def test_the_items_are_laid_out_mixed_always_alike_and_never_in_order(self, items):
        mixed = sequence(*items).mixed
        assert sorted(mixed) == list(range(1, len(items) + 1))
        assert mixed != tuple(sorted(mixed))
        assert mixed == sequence(*items).mixed


class TestQr:
    def test_the_centres_network_comes_from_the_settings(self):
        code = step("qr", say="Quét đi bác.", qr="wifi")
        centre = Settings(wifi=Wifi(name="Trung tâm", password="hocthu2025"))
        assert code.payload(centre) == "WIFI:T:WPA;S:Trung tâm;P:hocthu2025;;"
        assert code.is_centre_wifi

    def test_without_a_network_there_is_nothing_to_show(self):
        assert step("qr", say="Quét đi bác.", qr="wifi").payload(Settings()) == ""

    def test_any_other_text_is_shown_as_it_stands(self):
        code = step("qr", say="Quét đi bác.", qr="https://dichvu.example")
        assert code.payload(Settings()) == "https://dichvu.example"
        assert not code.is_centre_wifi
