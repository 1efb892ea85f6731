"""Every problem has words in every language, and every word is read by some test."""

import re
from pathlib import Path

import pytest
from yaml import Mark, MarkedYAMLError

from kiosk.content import wording_en, wording_vi
from kiosk.content.problems import SEVERITIES, START, problem_at
from kiosk.content.wording import sentence
from kiosk.content.yaml_faults import fault_of

TESTS = Path(__file__).parent.parent
KIOSK = TESTS.parent / "kiosk"
FACT = re.compile(r"{(\w+)}")


def test_both_languages_speak_of_the_same_problems():
    assert wording_vi.WORDS.keys() == wording_en.WORDS.keys()
    assert wording_vi.WORDS.keys() >= SEVERITIES.keys()


@pytest.mark.parametrize("code", sorted(wording_vi.WORDS))
def test_both_languages_name_the_same_facts(code):
    source, english = wording_vi.WORDS[code], wording_en.WORDS[code]
    assert set(FACT.findall(source.message)) == set(FACT.findall(english.message))


@pytest.mark.parametrize("code", sorted(wording_vi.WORDS))
def test_every_sentence_is_read_by_some_test(code):
    pattern = FACT.sub(
        ".*", re.escape(wording_vi.WORDS[code].message).replace(r"\{", "{").replace(r"\}", "}")
    )
    texts = [*TESTS.glob("broken/*.vi.txt"), *TESTS.glob("content/test_*.py")]
    told = "\n".join(path.read_text("utf-8") for path in texts)
    assert re.search(pattern, told)


def test_every_refusal_of_a_model_has_words():
    raised = {
        code
        for folder in ("domain", "steps", "phone")
        for path in KIOSK.glob(f"{folder}/**/*.py")
        if not path.stem.endswith("view_model")
        for code in re.findall(r'raise ValueError\("(\w+)"\)', path.read_text("utf-8"))
    }
    assert raised <= wording_vi.WORDS.keys()


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
