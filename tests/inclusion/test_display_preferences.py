"""A person's choices end with the visit; nothing flashes; without motion nothing moves."""

import re

import pytest
from journey import LESSON
from PySide6.QtCore import QElapsedTimer, Qt
from test_contrast import contrast
from window_snapshot import painted, rectangle_of

from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.player.visit import Page

CHOICES = ("text-largest", "contrast-high", "voice-slow", "quieter", "quieter")
SLOWEST_FLASH_MS = 500


def end_at_home(on):
    on.driver.touch("home")
    on.driver.touch("leave-yes")


def end_by_leaving(on):
    idle = on.kiosk.settings.idle
    on.kiosk.visit.check_idle_after(idle.warn_after_s)
    on.kiosk.visit.check_idle_after(idle.wipe_after_s)


def end_by_staff(on):
    on.kiosk.visit.endVisit()


@pytest.mark.parametrize("end", [end_at_home, end_by_leaving, end_by_staff])
def test_the_next_person_finds_everything_as_the_centre_set_it(on, end):
    usual = on.journey.visit
    on.journey.to_home("en")
    on.driver.touch("adjust")
    for name in CHOICES:
        on.driver.touch(name)
    on.driver.touch("adjusted")
    chosen = on.journey.visit.preferences
    assert chosen.slow
    assert chosen.volume == usual.preferences.volume - 2
    assert chosen.text_size != usual.preferences.text_size
    assert chosen.contrast != usual.preferences.contrast

    end(on)

    assert on.journey.visit == usual
    assert on.journey.visit.page is Page.ATTRACT
    assert (
        on.kiosk.visit.property("preferences").property("textSize") == usual.preferences.text_size
    )
    assert on.kiosk.visit.property("preferences").property("contrast") == usual.preferences.contrast


def to_the_finger(on):
    """Goes to a step in which a finger demonstrates what to touch."""
    on.journey.to_home("vi")
    on.journey.to_lesson(LESSON)
    on.journey.to_way(Way.WATCH)
    on.driver.touch(NEXT)
    for _ in range(20):
        if finger_of(on):
            return
        on.driver.touch(NEXT)
    raise AssertionError("no finger points anywhere")


def finger_of(on):
    return [
        item for item in painted(on.kiosk.window.contentItem()) if item.objectName() == "finger"
    ]


def moving(on):
    return [
        child
        for item in painted(on.kiosk.window.contentItem())
        for child in item.children()
        if child.inherits("QQuickAbstractAnimation") and child.property("running")
    ]


def test_the_finger_moves_where_motion_is_wanted(headless_of):
    on = headless_of(motion=True)
    to_the_finger(on)

    on.driver.wait_until(lambda: moving(on), "the finger to move")


def test_without_motion_everything_stands_still(headless_of):
    on = headless_of(motion=False)
    to_the_finger(on)
    before = on.driver.picture()

    assert not moving(on)
    assert on.driver.picture() == before


def test_nothing_flashes_faster_than_twice_a_second(headless_of):
    on = headless_of(motion=True)
    to_the_finger(on)
    frames, since = [], QElapsedTimer()
    since.start()
    while since.elapsed() < 3000:
        on.driver.wait_for_frame()
        shot = on.kiosk.window.grabWindow().scaled(
            96, 54, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        frames.append([shot.pixelColor(x, y).lightnessF() for y in range(54) for x in range(96)])

    assert len(frames) > 20
    assert max(turns(list(spot)) for spot in zip(*frames, strict=True)) <= 2 * 3 * 2


def turns(lights, least=0.1):
    """The number of turns between rising and falling luminance, without changes below `least`."""
    count, direction, extreme = 0, 0, lights[0]
    for light in lights:
        if (direction >= 0 and light > extreme) or (direction <= 0 and light < extreme):
            if abs(light - extreme) >= least and direction == 0:
                direction = 1 if light > extreme else -1
            if direction:
                extreme = light
        elif abs(light - extreme) >= least:
            count, direction, extreme = count + 1, -direction, light
    return count


def test_nothing_repeats_quickly():
    for path in sorted((CHECKOUT / "kiosk").rglob("*.qml")):
        code = path.read_text(encoding="utf-8")
        timers = [each for each in re.findall(r"Timer \{[^}]*", code) if "repeat: true" in each]
        intervals = [int(each) for each in re.findall(r"interval: *(\d+)", "".join(timers))]
        assert all(each >= SLOWEST_FLASH_MS for each in intervals), path
        assert "Animation.Infinite" not in code, path


def crop(on, name):
    """A grey image of an item without its border."""
    on.driver.wait_for_frame()
    item = on.driver.find(name)
    shot = on.driver.picture().copy(rectangle_of(item).adjusted(12, 12, -12, -12).toRect())
    return shot.convertToFormat(shot.Format.Format_Grayscale8)


def right_end(shot):
    """The right end of a tile, without picture or text, so that a shift of these does not count."""
    return shot.copy(shot.width() * 3 // 4, 0, shot.width() // 4, shot.height())


def changed(before, after, least=3):
    """The number of pixels whose contrast between the images is at least `least`."""
    return sum(
        contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= least
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    )


def test_a_chosen_size_is_told_without_colours(on):
    on.journey.to_home("vi")
    on.driver.touch("adjust")
    before = crop(on, "voice-slow")

    on.driver.touch("voice-slow")

    assert changed(before, crop(on, "voice-slow")) > 500


def test_a_chosen_way_is_told_without_colours(on):
    on.journey.to_home("vi")
    on.journey.to_lesson(LESSON)
    on.driver.touch("ways")
    before = right_end(crop(on, "way:alone"))
    on.driver.touch("way:alone")
    on.driver.touch("ways")

    assert changed(before, right_end(crop(on, "way:alone"))) > 100


def to_the_question(on):
    on.journey.to_home("vi")
    on.journey.to_lesson(LESSON)
    on.journey.to_way(Way.TOGETHER)
    while not on.driver.is_seen("choice:1"):
        on.journey.touch_expected()


def test_right_and_wrong_answers_are_told_without_colours(on):
    to_the_question(on)
    right = on.journey.run.expected
    wrong = next(name for name in ("choice:1", "choice:2") if name != right)
    before = crop(on, wrong)

    on.driver.touch(wrong)
    missed = crop(on, wrong)
    assert changed(before, missed) > 100
    assert on.driver.find(wrong).property("enabled")
