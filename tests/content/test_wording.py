"""Every problem has a sentence in every language, and a test reads every sentence."""

import re
from pathlib import Path

import pytest
from yaml import Mark, MarkedYAMLError

from kiosk import checkup
from kiosk.cli import _new_words, _paper_words, _voice_words, i18n, lint, stats
from kiosk.content import problem_words
from kiosk.content.problems import SEVERITIES, START, problem_at
from kiosk.content.wording import sentence
from kiosk.content.yaml_faults import fault_of
from kiosk.folders import CHECKOUT
from kiosk.i18n.po import readable
from kiosk.i18n.staff_texts import staff_texts

TESTS = Path(__file__).parent.parent
KIOSK = TESTS.parent / "kiosk"
FACT = re.compile(r"{(\w+)}")


def sentences():
    """All sentences about problems."""
    yield from problem_words.SEVERITIES.values()
    for table in (problem_words.PLACES, problem_words.NAMELESS, problem_words.REASONS):
        yield from table.values()
    for words in problem_words.WORDS.values():
        yield from filter(None, (words.message, words.hint, words.near))


def test_every_code_has_words():
    assert problem_words.WORDS.keys() >= SEVERITIES.keys()


@pytest.mark.parametrize("source", dict.fromkeys(sentences()))
def test_every_sentence_is_in_english_with_the_same_facts(source):
    english = staff_texts("en")[source]
    assert set(FACT.findall(source)) >= set(FACT.findall(english))


def test_no_sentence_is_left_that_nothing_says():
    entries = readable(CHECKOUT / "translations" / "en" / "staff" / "problems.po").entries
    assert {entry.msgid for entry in entries} == {problem_words.OR, *sentences()}


COMMANDS = {
    **checkup.TEXTS,
    **stats.MESSAGES,
    **i18n.MESSAGES,
    **_voice_words._MESSAGES,
    **_voice_words._NOTES,
    **_new_words.WORDS,
    **_paper_words.WORDS,
    "may wait": lint.MAY_WAIT,
    "counts": lint.COUNTS,
}


@pytest.mark.parametrize("source", sorted(set(COMMANDS.values())))
def test_every_sentence_of_a_command_is_in_english_with_the_same_facts(source):
    english = staff_texts("en")[source]
    assert set(FACT.findall(source)) >= set(FACT.findall(english))


@pytest.mark.parametrize("code", sorted(problem_words.WORDS))
def test_every_sentence_is_read_by_some_test(code):
    pattern = FACT.sub(
        ".*", re.escape(problem_words.WORDS[code].message).replace(r"\{", "{").replace(r"\}", "}")
    )
    texts = [
        *TESTS.glob("broken/*.vi.txt"),
        *TESTS.glob("cases/*.expected.txt"),
        *TESTS.glob("content/test_*.py"),
    ]
    text = "\n".join(path.read_text("utf-8") for path in texts)
    assert re.search(pattern, text)


def test_every_refusal_of_a_model_has_words():
    raised = {
        code
        for folder in ("domain", "steps", "phone")
        for path in KIOSK.glob(f"{folder}/**/*.py")
        if not path.stem.endswith("view_model")
        for code in re.findall(r'raise ValueError\("(\w+)"\)', path.read_text("utf-8"))
    }
    assert raised <= problem_words.WORDS.keys()


def test_a_refusal_without_words_is_told_all_the_same():
    problem = problem_at("a.yaml", START, "no_such_code", name="tap", text="x")
    assert sentence(problem) == "a.yaml:1:1: lỗi: 'tap' không nhận 'x'"


def test_a_complaint_that_nobody_foresaw_is_told_all_the_same():
    mark = Mark("", 6, 0, 6, None, 0)
    fault = fault_of(MarkedYAMLError(problem="?", problem_mark=mark), "a.yaml", ["say: xyz"], None)
    assert [sentence(problem) for problem in fault.problems] == [
        (
            "a.yaml:1:7: lỗi: không hiểu được từ chỗ này "
            "(xem lại dấu hai chấm, dấu nháy và chỗ thụt vào)"
        )
    ]


def test_what_the_machine_cannot_do_with_a_picture_is_told():
    fields = {
        code: sentence(
            problem_at("a.yaml", START, code, name="a.png", reason="x", size="80", most="40")
        )
        for code in ("picture_big", "picture_unreadable", "picture_not_kept")
    }
    assert "tệp hình 'a.png' nặng 80 MB, nhiều nhất 40 MB" in fields["picture_big"]
    assert "không mở được tệp hình 'a.png'" in fields["picture_unreadable"]
    assert "máy không có chỗ để chuẩn bị hình 'a.png'" in fields["picture_not_kept"]
