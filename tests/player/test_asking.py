"""The one-line messages between a command and the running kiosk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.player.asking import (
    MAX_BYTES,
    LaunchAnswer,
    LaunchOutcome,
    LaunchRequest,
    line_of_answer,
    line_of_request,
    read_answer,
    read_request,
)


@pytest.mark.parametrize(
    "sent", [LaunchRequest("102"), LaunchRequest("khai-sinh"), LaunchRequest("102", insist=True)]
)
def test_an_ask_arrives_as_it_was_sent(sent):
    assert read_request(line_of_request(sent)) == sent


@pytest.mark.parametrize("outcome", LaunchOutcome)
def test_an_answer_arrives_as_it_was_sent(outcome):
    answer = LaunchAnswer(outcome, "Khai sinh", ("102 Khai sinh", "108 Khai tử"))
    assert read_answer(line_of_answer(answer)) == answer


@pytest.mark.parametrize(
    "line",
    [b"", b"\n", b"open\n", b"open  \n", b"close 1\n", b"open a\x00b\n", b"GET / HTTP/1.1\n"],
)
def test_anything_else_is_no_ask(line):
    assert read_request(line) is None


def test_a_long_line_is_no_ask():
    assert read_request(b"open " + b"1" * MAX_BYTES) is None


@given(st.binary(max_size=400))
def test_no_bytes_at_all_do_harm(line):
    sent = read_request(line)
    assert sent is None or sent.wanted
    read_answer(line)
