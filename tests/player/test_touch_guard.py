"""The rules for which touches count."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.player.touch_guard import AFTER_CHANGE_S, REPEAT_S, REST_S, TouchGuard

GUARD = TouchGuard()


def test_the_numbers_that_trembling_hands_need():
    assert (REPEAT_S, AFTER_CHANGE_S, REST_S) == (0.5, 0.3, 3.0)


def test_the_very_first_touch_counts():
    assert GUARD.accepts("a", 0.0)
    assert GUARD.accepts("a", 0.0, quick=True)


def test_a_second_strike_within_half_a_second_does_not_count_wherever_it_lands():
    struck = GUARD.counted("a", 10.0)
    assert not struck.accepts("a", 10.49)
    assert not struck.accepts("b", 10.49)
    assert struck.accepts("a", 10.5)


def test_keys_may_follow_each_other_quickly_but_not_the_same_key():
    struck = GUARD.counted("key:a", 10.0)
    assert struck.accepts("key:b", 10.05, quick=True)
    assert not struck.accepts("key:a", 10.49, quick=True)
    assert struck.accepts("key:a", 10.5, quick=True)


def test_a_touch_right_after_the_screen_changed_was_meant_for_the_old_one():
    changed = GUARD.screen_changed(10.0)
    assert not changed.accepts("a", 10.29)
    assert changed.accepts("a", 10.3)
    assert changed.accepts("key:a", 10.0, quick=True)


def test_while_one_finger_holds_another_does_not_count():
    held = GUARD.pressed("a", 10.0)
    assert not held.pressed("b", 10.1).accepts("b", 10.2)
    assert held.pressed("b", 10.1).accepts("a", 10.2)
    assert held.released("a").pressed("b", 10.1).accepts("b", 10.2)


def test_lifting_the_other_finger_does_not_free_the_first():
    assert not GUARD.pressed("a", 10.0).released("b").accepts("b", 10.2)


def test_a_resting_palm_loses_its_right():
    palm = GUARD.pressed("a", 10.0)
    assert not palm.pressed("b", 12.9).accepts("b", 12.95)
    assert palm.pressed("b", 13.0).accepts("b", 13.1)


@pytest.mark.parametrize(("apart_s", "counts"), [(0.06, False), (0.2, True), (0.35, True)])
def test_where_two_touches_are_one_sign_the_second_may_follow_quickly(apart_s, counts):
    once = GUARD.counted("mark", 10.0)
    assert once.accepts("mark", 10.0 + apart_s, allows_double_touch=True) is counts
    assert not once.accepts("mark", 10.0 + apart_s)
    assert not once.accepts("other", 10.0 + apart_s, allows_double_touch=True)


@given(st.lists(st.floats(0, 5), max_size=40), st.data())
def test_two_counted_touches_are_never_closer_than_half_a_second(pauses_s, data):
    guard, now_s, counted_s = TouchGuard(), 0.0, []
    for pause_s in pauses_s:
        now_s += pause_s
        name = data.draw(st.sampled_from("abc"))
        guard = guard.pressed(name, now_s)
        if guard.accepts(name, now_s):
            guard = guard.counted(name, now_s)
            counted_s.append(now_s)
        guard = guard.released(name)
    assert all(after - before >= REPEAT_S for before, after in pairwise(counted_s))


def test_hammering_on_one_spot_is_one_touch():
    guard, counted = GUARD, []
    for now_s in (10.0, 10.2, 10.4, 10.6, 10.8):
        if guard.accepts("next", now_s):
            counted.append(now_s)
            guard = guard.counted("next", now_s)
        else:
            guard = guard.repeated("next", now_s)
    assert counted == [10.0]
    assert guard.accepts("next", 11.3)
