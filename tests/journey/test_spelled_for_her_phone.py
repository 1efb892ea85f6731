"""On the learner's own phone a value is spelt: each touch speaks the next letter."""

import string
from functools import cache

import pytest
from fakes import FakeNarrator

from kiosk.domain import prompts
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.headless.ui_driver import items_below
from kiosk.narration.reading import Reader
from kiosk.narration.utterance import Utterance
from kiosk.player.spelling import lines_of_letter

VALUE = "Hb1 @đ."
SAID = [prompts.CAPITAL.text, "H", "b", "1", "Dấu cách", "A còng", "đ", "Dấu chấm"]
LESSON = f"""\
title: Gõ mật khẩu
number: 11
goal: Bác gõ được mật khẩu trên máy của bác.
screens:
  mat-khau:
    - bar: Wi-Fi
    - field: o
      label: Mật khẩu
steps:
  - say: Bác gõ mật khẩu này.
    screen: mat-khau
    note: [{{label: Mật khẩu, value: '{VALUE}'}}]
    type: {{into: o, text: Hb}}
    ways: [own-phone]
"""
LETTERS = [" ", *"".join(string.printable.split()), *"ĐƠăâđêôơư"]
READER = Reader(CHECKOUT / "translations")


@pytest.fixture
def voices():
    return []


@pytest.fixture
def headless(make_headless, tmp_path, voices):
    """A lesson on the learner's own phone, at a step with a value to copy."""
    home = tmp_path / "home"
    (home / "lessons").mkdir(parents=True)
    (home / "lessons" / "go-mat-khau.yaml").write_text(LESSON, encoding="utf-8")
    for name in ("media", "translations"):
        (home / name).symlink_to(CHECKOUT / name)

    def narrator(_settings, _folders, parent):
        voices.append(FakeNarrator(parent))
        return voices[-1]

    headless = make_headless(
        home, of=Settings.model_validate({"languages": {"hidden": ["en"]}}), narrator=narrator
    )
    headless.journey.to_home("vi")
    headless.journey.to_lesson("go-mat-khau")
    headless.driver.touch("next")
    assert headless.journey.run.way is Way.OWN_PHONE
    return headless


def note_of(headless):
    everything = items_below(headless.kiosk.window.contentItem())
    return next(each for each in everything if each.property("spells"))


def marked(note):
    """The index of the marked cell."""
    cells = [each for each in items_below(note) if each.property("copied") is not None]
    return [each.property("current") for each in cells].index(True)


def test_each_touch_marks_the_next_letter_and_says_it(headless, voices):
    note, messages = note_of(headless), []
    for at in range(len(VALUE)):
        headless.driver.touch_at(headless.driver.rectangle_of(note).center().toPoint())
        assert marked(note) == at
        messages += [sentence for _, sentence in voices[-1].saying]
    assert messages == SAID


@cache
def heard(letter):
    """The words spoken for a letter, line by line."""
    return [
        " ".join(word.text for word in READER.words(Utterance(line.text, "vi", line.speak)))
        for line in lines_of_letter(letter)
    ]


@pytest.mark.parametrize("letter", LETTERS)
def test_no_letter_is_silent_nor_taken_for_another(letter):
    said = heard(letter)
    assert all(said)
    assert "đồng" not in said
    assert (said[0] == "chữ hoa") == letter.isupper()
    assert [other for other in LETTERS if heard(other) == said] == [letter]
