"""Lesson files as trainers bring them: from Word, a phone, a Mac, or in old encodings."""

import pytest
from cases import CASES, cases_in, expected_of, read_case

EXPECTED = {sort: expected_of(sort) for sort in ("bai", "qr")}
FILES = [(sort, name) for sort in EXPECTED for name in cases_in(sort)]


@pytest.mark.parametrize("sort", EXPECTED)
def test_every_file_has_its_expectation(sort):
    assert sorted(EXPECTED[sort]) == cases_in(sort)


@pytest.mark.parametrize(("sort", "name"), FILES)
def test_the_true_cause_is_told_at_its_own_place(sort, name):
    assert read_case(CASES / sort / name) == EXPECTED[sort][name]


@pytest.mark.parametrize(("sort", "name"), FILES)
def test_no_message_shows_the_same_word_twice(sort, name):
    """In «không thấy 'x' (có phải 'x' không?)» the suggestion differs from the word."""
    for message in read_case(CASES / sort / name):
        quoted = message.split("'")[1::2]
        asked = message.partition("có phải ")[2].split("'")[1::2]
        assert not set(asked) & set(quoted[: len(quoted) - len(asked)])
