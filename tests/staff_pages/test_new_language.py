"""From an empty folder to a lesson that is taught in a language, with a voice and touches alone."""

import shutil
from dataclasses import replace

import pytest
import yaml
from fake_microphone import FakeMicrophone
from fake_microphone import voice as spoken
from fakes import FakeNarrator
from test_studio import NativeSpeaker

from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.headless.offscreen import WindowConfig, stage
from kiosk.headless.playing import play, quick_narrator
from kiosk.narration.recordings.take import Take
from kiosk.player.visit import Page
from kiosk.staff_pages.studio.worklist import is_missing

CODE, NAME = "xya", "Tiếng thử"
LESSON = "noi-wifi"
SPOKEN_HERE = 8
"""So many sentences are spoken at the kiosk, one after the other, and the last one."""
AT = "2026-11-29T10:00:00+07:00"
CLIP = spoken()


@pytest.fixture
def home(tmp_path):
    """The shipped Wi-Fi lesson, and a language that is a folder with its name."""
    home = tmp_path / "home"
    (home / "media").mkdir(parents=True)
    (home / "lessons").mkdir()
    for name in ("icons", "pictures"):
        (home / "media" / name).symlink_to(CHECKOUT / "media" / name, target_is_directory=True)
    shutil.copytree(CHECKOUT / "translations" / "vi", home / "translations" / "vi")
    shutil.copy(CHECKOUT / "config.yaml", home)
    shutil.copy(CHECKOUT / "lessons" / f"{LESSON}.yaml", home / "lessons")
    folder = home / "translations" / CODE
    folder.mkdir()
    (folder / "language.yaml").write_text(f"name: {NAME}\n", encoding="utf-8")
    return home


@pytest.fixture
def microphones():
    return []


@pytest.fixture
def on(stage_of, home, settings, narrators, microphones):
    def narrator(_settings, _folders, parent):
        narrators.append(FakeNarrator(parent))
        return narrators[-1]

    def microphone(parent):
        microphones.append(FakeMicrophone(parent))
        return microphones[-1]

    return stage_of(
        home, of=settings, narrator=narrator, microphone=microphone, width=1024, height=768
    )


@pytest.fixture
def speaker(staff, voice, microphones):
    return NativeSpeaker(staff, voice, microphones)


def tile_of(folders, settings):
    """What the tile of the language tells a learner; None where there is none yet."""
    with stage(folders, settings, WindowConfig(1024, 768, motion=False), quick_narrator) as on:
        on.driver.wait_until(lambda: on.kiosk.languages.found, "the languages")
        tiles = on.kiosk.visit.languageChoice.tiles.rows
        return next((tile for tile in tiles if tile.code == CODE), None)


def test_an_afternoon_makes_a_language_that_teaches_the_wifi_lesson(
    speaker, home, folders, settings
):
    folders = replace(folders, home=home)
    assert tile_of(folders, settings) is None, "nothing is heard in it"

    speaker.come_in(CODE, "kit")
    speaker.page_model._checked = True
    speaker.page_model._consent.agreed = ()
    speaker.touch("topic:kit", "nameless", "use:open-corpus")
    speaker.wait_until(lambda: speaker.doing == "ready")
    speaker.say()
    speaker.touch("go-on")
    speaker.wait_until(lambda: speaker.page_model.property("page") == "recorder")
    speaker.say()
    speaker.keep()
    tile = tile_of(folders, settings)
    assert tile.greets_only
    assert tile.lessons == 0

    topic = speaker.page_model._topic
    recordings = speaker.page_model._list.recordings
    first, rest = topic.lines[1:SPOKEN_HERE], topic.lines[SPOKEN_HERE:-1]
    assert len(rest) > SPOKEN_HERE
    for line in rest:  # kept just as those that are spoken at the kiosk
        recordings.keep(Take(line.text, "Người nói 1", AT), CLIP)
    for line in (*first, topic.lines[-1]):
        assert speaker.sentence == line.text
        speaker.say()
        speaker.keep()
    recordings.refresh()
    assert not [line.text for line in topic.lines if is_missing(line, recordings)]
    speaker.wait_until(lambda: speaker.staff.sees("hear-lesson"))
    speaker.touch("hear-lesson")
    visit = speaker.staff.on.journey.visit
    assert (visit.page, visit.heard) == (Page.LESSON, CODE)

    tile = tile_of(folders, settings)
    head = yaml.safe_load((home / "lessons" / f"{LESSON}.yaml").read_text("utf-8"))
    assert (tile.greets_only, tile.lesson) == (False, head["title"])
    moments = list(play(folders, settings, LESSON, (Way.WATCH,), CODE))
    assert moments
    # At the first of them the sheet of the ways may still be heard, which the kit leaves out.
    assert {moment.said_lang for moment in moments[1:]} == {CODE}
