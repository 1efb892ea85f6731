"""The placing of a pointing finger: it covers no text, touches the target, stays on the phone."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.handout.finger_place import BEYOND_MM, SHAPE, TIP, WIDTHS_MM, Box, place_finger

PHONE = Box(0, 0, 88, 124)


def boxes(largest=40.0):
    size = st.floats(2, largest)
    return st.builds(
        lambda x, y, wide, high: Box(x, y, min(88, x + wide), min(124, y + high)),
        st.floats(0, 80),
        st.floats(0, 118),
        size,
        size,
    )


@given(boxes(80), st.lists(boxes(), max_size=12), st.lists(boxes(), max_size=4))
def test_it_is_over_no_word_and_its_tip_is_in_the_target(target, words, drawings):
    finger = place_finger(target, words, drawings, PHONE)
    if finger is None:
        return
    assert not [word for word in words if any(box.meets(word) for box in finger.boxes())]
    tip_x = finger.x + finger.width * (1 - TIP[0] if finger.flipped else TIP[0])
    tip_y = finger.y + finger.width * SHAPE * TIP[1]
    assert target.left <= tip_x <= target.right
    assert target.top <= tip_y <= target.bottom
    assert all(box.right <= PHONE.right + BEYOND_MM for box in finger.boxes())


def test_where_there_is_room_it_is_large_and_comes_from_the_right():
    finger = place_finger(Box(4, 30, 84, 42), [Box(14, 33, 50, 39)], [], PHONE)
    assert finger.width == WIDTHS_MM[0]
    assert not finger.flipped


def test_it_keeps_off_drawings_where_it_can_without_covering_words():
    target, words = Box(4, 30, 84, 42), [Box(14, 33, 50, 39)]
    chevron = Box(62, 33, 70, 50)
    finger = place_finger(target, words, [chevron], PHONE)
    assert not any(box.meets(chevron) for box in finger.boxes())


def test_where_words_are_everywhere_there_is_none():
    assert place_finger(Box(4, 30, 84, 42), [Box(0, 0, 90, 130)], [], PHONE) is None
