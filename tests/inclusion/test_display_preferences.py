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


def end_at_home(headless):
    headless.driver.touch("home")
    headless.driver.touch("leave-yes")


def end_by_leaving(headless):
    idle = headless.kiosk.settings.idle
    headless.kiosk.visit.check_idle_after(idle.warn_after_s)
    headless.kiosk.visit.check_idle_after(idle.wipe_after_s)


def end_by_staff(headless):
    headless.kiosk.visit.endVisit()


@pytest.mark.parametrize("end", [end_at_home, end_by_leaving, end_by_staff])
def test_the_next_person_finds_everything_as_the_centre_set_it(headless, end):
    usual = headless.journey.visit
    headless.journey.to_home("en")
    headless.driver.touch("adjust")
    for name in CHOICES:
        headless.driver.touch(name)
    headless.driver.touch("adjusted")
    chosen = headless.journey.visit.preferences
    assert chosen.slow
    assert chosen.volume == usual.preferences.volume - 2
    assert chosen.text_size != usual.preferences.text_size
    assert chosen.contrast != usual.preferences.contrast

    end(headless)

    assert headless.journey.visit == usual
    assert headless.journey.visit.page is Page.ATTRACT
    assert (
        headless.kiosk.visit.property("preferences").property("textSize")
        == usual.preferences.text_size
    )
    assert (
        headless.kiosk.visit.property("preferences").property("contrast")
        == usual.preferences.contrast
    )


def to_the_finger(headless):
    """Goes to a step in which a finger demonstrates what to touch."""
    headless.journey.to_home("vi")
    headless.journey.to_lesson(LESSON)
    headless.journey.to_way(Way.WATCH)
    headless.driver.touch(NEXT)
    for _ in range(20):
        if finger_of(headless):
            return
        headless.driver.touch(NEXT)
    raise AssertionError("no finger points anywhere")


def finger_of(headless):
    return [
        item
        for item in painted(headless.kiosk.window.contentItem())
        if item.objectName() == "finger"
    ]


def moving(headless):
    return [
        child
        for item in painted(headless.kiosk.window.contentItem())
        for child in item.children()
        if child.inherits("QQuickAbstractAnimation") and child.property("running")
    ]


def test_the_finger_moves_where_motion_is_wanted(make_headless):
    headless = make_headless(motion=True)
    to_the_finger(headless)

    headless.driver.wait_until(lambda: moving(headless), "the finger to move")


def test_without_motion_everything_stands_still(make_headless):
    headless = make_headless(motion=False)
    to_the_finger(headless)
    before = headless.driver.picture()

    assert not moving(headless)
    assert headless.driver.picture() == before


def test_nothing_flashes_faster_than_twice_a_second(make_headless):
    headless = make_headless(motion=True)
    to_the_finger(headless)
    frames, since = [], QElapsedTimer()
    since.start()
    while since.elapsed() < 3000:
        headless.driver.wait_for_frame()
        shot = headless.kiosk.window.grabWindow().scaled(
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


def crop(headless, name):
    """A grey image of an item without its border."""
    headless.driver.wait_for_frame()
    item = headless.driver.find(name)
    shot = headless.driver.picture().copy(rectangle_of(item).adjusted(12, 12, -12, -12).toRect())
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


def test_a_chosen_size_is_told_without_colours(headless):
    headless.journey.to_home("vi")
    headless.driver.touch("adjust")
    before = crop(headless, "voice-slow")

    headless.driver.touch("voice-slow")

    assert changed(before, crop(headless, "voice-slow")) > 500


def test_a_chosen_way_is_told_without_colours(headless):
    headless.journey.to_home("vi")
    headless.journey.to_lesson(LESSON)
    headless.driver.touch("ways")
    before = right_end(crop(headless, "way:alone"))
    headless.driver.touch("way:alone")
    headless.driver.touch("ways")

    assert changed(before, right_end(crop(headless, "way:alone"))) > 100


def to_the_question(headless):
    headless.journey.to_home("vi")
    headless.journey.to_lesson(LESSON)
    headless.journey.to_way(Way.TOGETHER)
    while not headless.driver.is_seen("choice:1"):
        headless.journey.touch_expected()


def test_right_and_wrong_answers_are_told_without_colours(headless):
    to_the_question(headless)
    right = headless.journey.run.expected
    wrong = next(name for name in ("choice:1", "choice:2") if name != right)
    before = crop(headless, wrong)

    headless.driver.touch(wrong)
    missed = crop(headless, wrong)
    assert changed(before, missed) > 100
    assert headless.driver.find(wrong).property("enabled")
