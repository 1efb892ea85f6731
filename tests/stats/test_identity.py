"""Steps and answers keep their identity when the lesson around them is edited."""

from making import RIGHT, ask, explain, lesson, tap

from kiosk.stats.identity import key_of, step_identities


def test_a_step_before_or_after_changes_no_other():
    a, b, c = explain("Một."), explain("Hai."), tap("a")
    before = step_identities(lesson(a, b, c))
    assert step_identities(lesson(b, explain("Mới."), a, c)) == (
        before[1],
        key_of("Mới.", "", ""),
        before[0],
        before[2],
    )


def test_another_sentence_is_another_step():
    assert step_identities(lesson(explain("Một."))) != step_identities(lesson(explain("Hai.")))


def test_spaces_case_and_coding_make_no_other_step():
    assert key_of("Bác  chạm vào.") == key_of("bác chạm vào. ".replace("ạ", "a\u0323"))


def test_a_name_stands_for_the_step_whatever_it_says():
    assert step_identities(lesson(explain("Một.", name="mot"))) == ("mot",)
    assert step_identities(lesson(explain("Khác.", name="mot"))) == ("mot",)


def test_the_same_words_on_two_screens_are_two_steps():
    first, second = step_identities(lesson(tap("a"), tap("a", screen="o-chu", say="Chạm a.")))
    assert first != second


def test_the_same_step_twice_is_told_apart():
    first, second = step_identities(lesson(explain("Một."), explain("Một.")))
    assert second == f"{first}.2"


def test_rehearsals_that_are_left_out_change_no_other():
    steps = [explain("Một.", group="nhom-a"), explain("Một.", group="nhom-b"), explain("Cuối.")]
    whole = lesson(*steps, rehearse=1)
    assert step_identities(whole.with_groups(["nhom-b"])) == step_identities(whole)[1:]


def test_an_answer_is_known_by_its_words():
    other = {"text": "Sai"}
    assert ask(RIGHT, other).answers() == {"choice:1": "Đúng", "choice:2": "Sai"}
    assert ask(other, RIGHT).answers() == {"choice:1": "Sai", "choice:2": "Đúng"}
