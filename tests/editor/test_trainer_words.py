"""The editor shows problems without terms of the file format."""

import re

import pytest

from kiosk.content.problem_words import WORDS
from kiosk.content.problems import Problem
from kiosk.editor.forms import (
    Control,
    choice_words,
    element_form,
    field_titles,
    head_form,
    is_for_files,
    step_form,
)
from kiosk.editor.trainer_words import hint_for_trainer, message_for_trainer
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds

OF_WRITING = frozenset(
    (
        *("colon_in_text", "starts_with_sign", "curly_quotes", "backslash_in_quotes"),
        *("alias_refused", "anchor_refused", "tag_refused", "no_space_after_colon"),
        *("equals_sign", "printer_name_strange"),
        *("key_twice", "key_twice_in_item", "hyphen_after_colon", "text_after_quote"),
        *("file_name", "settings_not_fields", "web_address_strange", "wifi_field_empty"),
    )
)
"""Codes of problems that only occur in files written by hand, or outside lessons."""
SWITCHED = re.compile(r"\btrue\b|\bfalse\b|trường '")


def said(code, **facts):
    problem = Problem("bai.yaml", 1, 1, code, tuple(sorted(facts.items())))
    return f"{message_for_trainer(problem)} ({hint_for_trainer(problem)})"


@pytest.mark.parametrize("code", sorted(WORDS.keys() - OF_WRITING))
def test_a_problem_is_told_in_the_words_of_the_form(code):
    reported = said(code, name="say", where="step:tap", about="Câu nói với bác, ngắn. | The words.")
    assert not is_for_files(reported)
    assert not SWITCHED.search(reported)


def test_a_field_is_called_as_its_form_calls_it():
    assert said("field_missing", name="say", where="step:tap") == (
        "chưa điền ô «Câu nói với bác» ()"
    )
    assert "«Tờ giấy nhỏ có các dòng»" in said("value_unseen", text="482915", where="step:type")
    assert "Lời nhắc khi bác chạm nhầm" in said("field_unknown", name="wrnog", near="wrong")
    assert "'Mờ'" in said("must_be_one_of", name="shot", text="blured", near="blurred")


def rows():
    yield from head_form({})
    for kind in step_kinds().values():
        yield from step_form(kind.key, {})
    for key in element_kinds():
        yield from element_form(key, {})


def test_titles_of_fields_do_not_tell_how_a_file_is_written():
    english = (field_titles().keys() | choice_words().keys()) - {"on", "samsung", "iphone"}
    for row in rows():
        words = set(re.findall(r"[a-z-]+", row.title))
        assert not is_for_files(row.title), row.title
        assert not english & words, row.title


def test_every_word_that_can_be_chosen_has_words_of_its_own():
    chosen = {word for row in rows() if row.control is Control.CHOICE for word in row.options}
    assert chosen
    assert chosen <= choice_words().keys()


def test_a_name_that_only_the_file_needs_is_told_from_what_a_trainer_writes():
    internal = {row.key_path for row in step_form("tap", {}) if row.internal}
    assert internal == {("name",)}
    assert {row.key_path for row in element_form("app", {}) if row.internal} == {("app",)}
    assert not any(row.internal for row in element_form("bar", {}))
