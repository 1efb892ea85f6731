"""Push-to-talk: hold the red button to speak, or touch it to start and again to stop."""

from kiosk.staff_pages.studio.push_to_talk import BOUNCE_S, TOUCH_S, ButtonAction, PushToTalk


def requests(*strikes):
    """The actions after presses (+) and releases (-) at these times in seconds."""
    holding, messages = PushToTalk(), []
    for sign, now_s in strikes:
        change = holding.pressed if sign == "+" else holding.released
        holding, action = change(now_s)
        messages.append(action)
    return messages


def test_held_it_lasts_until_the_finger_is_lifted():
    assert requests(("+", 0), ("-", TOUCH_S)) == [ButtonAction.BEGIN, ButtonAction.END]


def test_touched_it_lasts_until_the_next_touch():
    touches = ("+", 0), ("-", 0.1), ("+", 3), ("-", 3.1)
    assert requests(*touches) == [
        ButtonAction.BEGIN,
        ButtonAction.NOTHING,
        ButtonAction.END,
        ButtonAction.NOTHING,
    ]


def test_a_trembling_finger_does_not_end_what_it_began():
    soon_s = BOUNCE_S - 0.1
    touches = ("+", 0), ("-", 0.1), ("+", soon_s), ("-", soon_s + 0.1), ("+", 3)
    assert requests(*touches) == [ButtonAction.BEGIN, *[ButtonAction.NOTHING] * 3, ButtonAction.END]


def test_lifted_after_it_was_over_nothing_happens():
    assert requests(("-", 1)) == [ButtonAction.NOTHING]
