"""From the attract page through a lesson in its four ways to the end, by touching visible items."""

import shutil

import pytest
from centre import in_english

from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.player.visit import Page

SAMPLE = CHECKOUT / "tests" / "content" / "sample" / "noi-wifi.yaml"


def assert_heard_is_shown(headless, voice, language):
    """Asserts that the spoken sentences are on the page, in the chosen language and up to date."""
    assert voice.saying, headless.journey.position
    newest = headless.kiosk.visit.property("lines")
    said = [sentence for _, sentence in voice.saying]
    assert set(newest) <= set(said)
    assert {spoken for spoken, _ in voice.saying} == {language}
    assert set(newest) <= set(headless.driver.sentences())
    assert set(said) - {each.removesuffix(":") for each in headless.driver.words()} == set()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_voice_says_what_the_page_shows_from_the_first_touch_to_the_last(
    headless, voice, language
):
    assert headless.journey.visit.page is Page.ATTRACT
    headless.journey.to_language_page()
    assert headless.journey.visit.page is Page.LANGUAGE
    headless.driver.touch(f"language:{language}")
    assert headless.journey.visit.page is Page.HOME
    headless.journey.to_lesson("hoc-thu")
    ways = []
    while headless.journey.visit.page is Page.LESSON:
        ways.append(headless.journey.run.way)
        assert_heard_is_shown(headless, voice, language)
        headless.journey.touch_expected()
    assert tuple(dict.fromkeys(ways)) == tuple(Way)
    assert headless.journey.visit.page is Page.DONE
    assert_heard_is_shown(headless, voice, language)
    assert len(headless.kiosk.visit.property("lines")) == 4
    headless.driver.touch(NEXT)
    assert headless.journey.visit.page is Page.HOME
    assert_heard_is_shown(headless, voice, language)


@pytest.mark.parametrize("way", Way)
def test_a_way_that_was_chosen_is_played_to_its_end(headless, way):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(way)
    messages = [run.at for run in headless.journey.places(way)]
    lesson = headless.journey.run.lesson
    assert tuple(messages) == (-1, *lesson.positions(way))
    later = [each for each in Way if list(Way).index(each) > list(Way).index(way)]
    assert headless.journey.run.way is (later[0] if later else way)


def home_with(tmp_path, *lessons):
    home = tmp_path / "home"
    (home / "lessons").mkdir(parents=True)
    for lesson in lessons:
        shutil.copy(lesson, home / "lessons")
    for folder in ("media", "translations"):
        (home / folder).symlink_to(CHECKOUT / folder, target_is_directory=True)
    return home


def test_the_example_of_the_design_plays_in_all_four_ways(make_headless, tmp_path):
    headless = make_headless(home_with(tmp_path, SAMPLE))
    headless.journey.to_home("vi")
    headless.journey.to_lesson("noi-wifi")
    ways = [way for way in Way for _ in headless.journey.places(way)]
    assert set(ways) == set(Way)
    assert headless.journey.visit.page is Page.DONE


def test_english_words_stand_for_the_vietnamese_ones(headless):
    headless.journey.to_home("en")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.TOGETHER)
    headless.driver.touch(NEXT)
    assert headless.driver.sentences() == [in_english("Wi-Fi là mạng không dây.")]
