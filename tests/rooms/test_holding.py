"""Hold and speak, or touch and touch again: what the red button makes of a finger."""

from kiosk.rooms.studio.holding import BOUNCE_S, TOUCH_S, Holding, Wish


def wishes(*strikes):
    """What follows from a finger going down (+) and up (-) at such times, in seconds."""
    holding, told = Holding(), []
    for sign, now_s in strikes:
        change = holding.pressed if sign == "+" else holding.released
        holding, wish = change(now_s)
        told.append(wish)
    return told


def test_held_it_lasts_until_the_finger_is_lifted():
    assert wishes(("+", 0), ("-", TOUCH_S)) == [Wish.BEGIN, Wish.END]


def test_touched_it_lasts_until_the_next_touch():
    touches = ("+", 0), ("-", 0.1), ("+", 3), ("-", 3.1)
    assert wishes(*touches) == [Wish.BEGIN, Wish.NOTHING, Wish.END, Wish.NOTHING]


def test_a_trembling_finger_does_not_end_what_it_began():
    soon_s = BOUNCE_S - 0.1
    touches = ("+", 0), ("-", 0.1), ("+", soon_s), ("-", soon_s + 0.1), ("+", 3)
    assert wishes(*touches) == [Wish.BEGIN, *[Wish.NOTHING] * 3, Wish.END]


def test_lifted_after_it_was_over_nothing_happens():
    assert wishes(("-", 1)) == [Wish.NOTHING]
