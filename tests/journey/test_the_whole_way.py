"""From the attract page through a lesson in its four ways to the end, by touching visible items."""

import shutil

import pytest
from centre import in_english

from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.player.visit import Page

SAMPLE = CHECKOUT / "tests" / "content" / "sample" / "noi-wifi.yaml"


def assert_heard_is_shown(on, voice, language):
    """Asserts that the spoken sentences are on the page, in the chosen language and up to date."""
    assert voice.saying, on.journey.place
    newest = on.kiosk.visit.property("lines")
    said = [sentence for _, sentence in voice.saying]
    assert set(newest) <= set(said)
    assert {spoken for spoken, _ in voice.saying} == {language}
    assert set(newest) <= set(on.driver.sentences())
    assert set(said) - {each.removesuffix(":") for each in on.driver.words()} == set()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_voice_says_what_the_page_shows_from_the_first_touch_to_the_last(on, voice, language):
    assert on.journey.visit.page is Page.ATTRACT
    on.journey.to_language_page()
    assert on.journey.visit.page is Page.LANGUAGE
    on.driver.touch(f"language:{language}")
    assert on.journey.visit.page is Page.HOME
    on.journey.to_lesson("hoc-thu")
    ways = []
    while on.journey.visit.page is Page.LESSON:
        ways.append(on.journey.run.way)
        assert_heard_is_shown(on, voice, language)
        on.journey.touch_expected()
    assert tuple(dict.fromkeys(ways)) == tuple(Way)
    assert on.journey.visit.page is Page.DONE
    assert_heard_is_shown(on, voice, language)
    assert len(on.kiosk.visit.property("lines")) == 4
    on.driver.touch(NEXT)
    assert on.journey.visit.page is Page.HOME
    assert_heard_is_shown(on, voice, language)


@pytest.mark.parametrize("way", Way)
def test_a_way_that_was_chosen_is_played_to_its_end(on, way):
    on.journey.to_home("vi")
    on.journey.to_lesson("hoc-thu")
    on.journey.to_way(way)
    told = [run.at for run in on.journey.places(way)]
    lesson = on.journey.run.lesson
    assert tuple(told) == (-1, *lesson.positions(way))
    later = [each for each in Way if list(Way).index(each) > list(Way).index(way)]
    assert on.journey.run.way is (later[0] if later else way)


def home_with(tmp_path, *lessons):
    home = tmp_path / "home"
    (home / "lessons").mkdir(parents=True)
    for lesson in lessons:
        shutil.copy(lesson, home / "lessons")
    for folder in ("media", "translations"):
        (home / folder).symlink_to(CHECKOUT / folder, target_is_directory=True)
    return home


def test_the_example_of_the_design_plays_in_all_four_ways(headless_of, tmp_path):
    on = headless_of(home_with(tmp_path, SAMPLE))
    on.journey.to_home("vi")
    on.journey.to_lesson("noi-wifi")
    ways = [way for way in Way for _ in on.journey.places(way)]
    assert set(ways) == set(Way)
    assert on.journey.visit.page is Page.DONE


def test_english_words_stand_for_the_vietnamese_ones(on):
    on.journey.to_home("en")
    on.journey.to_lesson("hoc-thu")
    on.journey.to_way(Way.TOGETHER)
    on.driver.touch(NEXT)
    assert on.driver.sentences() == [in_english("Wi-Fi là mạng không dây.")]
