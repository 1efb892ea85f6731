"""The one-line messages between a command and the running kiosk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.player.asking import (
    MOST_BYTES,
    Ask,
    LaunchAnswer,
    LaunchOutcome,
    line_of_answer,
    line_of_ask,
    read_answer,
    read_ask,
)


@pytest.mark.parametrize("ask", [Ask("102"), Ask("khai-sinh"), Ask("102", insist=True)])
def test_an_ask_arrives_as_it_was_sent(ask):
    assert read_ask(line_of_ask(ask)) == ask


@pytest.mark.parametrize("outcome", LaunchOutcome)
def test_an_answer_arrives_as_it_was_sent(outcome):
    answer = LaunchAnswer(outcome, "Khai sinh", ("102 Khai sinh", "108 Khai tử"))
    assert read_answer(line_of_answer(answer)) == answer


@pytest.mark.parametrize(
    "line",
    [b"", b"\n", b"open\n", b"open  \n", b"close 1\n", b"open a\x00b\n", b"GET / HTTP/1.1\n"],
)
def test_anything_else_is_no_ask(line):
    assert read_ask(line) is None


def test_a_long_line_is_no_ask():
    assert read_ask(b"open " + b"1" * MOST_BYTES) is None


@given(st.binary(max_size=400))
def test_no_bytes_at_all_do_harm(line):
    ask = read_ask(line)
    assert ask is None or ask.wanted
    read_answer(line)
