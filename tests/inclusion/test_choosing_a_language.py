"""Choosing the text and voice language, with five languages of which some are incomplete."""

import pytest
from audits import VARIANTS, ScreenVariant, audited, home_with_lessons
from fakes import FakeNarrator
from journey import PIN
from known_pin import known_record

from kiosk.app import settings_of
from kiosk.domain import prompts
from kiosk.folders import Folders
from kiosk.headless.offscreen import WindowConfig, offscreen
from kiosk.narration.engine import Ability
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.staff.pin import PinFile

RECORDED = dict.fromkeys((sentence_key(line.text) for line in prompts.lines()), "clip")
ABILITIES = (
    Ability("recordings", "1", None, {}, {"rad": RECORDED, "jra": RECORDED, "cmo": RECORDED}),
    Ability("espeak", "1", None, {"vi": ("vi",), "en": ("en-gb",)}),
)
WANTED = {"offered": ("vi", "en", "rad", "jra", "cmo"), "least_coverage": 1}


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> Folders:
    place = tmp_path_factory.mktemp("choosing")
    folders = Folders(home=home_with_lessons(place), state=place / "state", cache=place)
    PinFile(folders.pin).write(known_record(PIN))
    return folders


def narrator(_settings, _folders, parent):
    """A narrator with synthetic voices for two languages and recordings in three."""
    made = FakeNarrator(parent)
    made.abilities = ABILITIES
    return made


def language_pages(headless):
    """Yields at each page or sheet on which a language is chosen."""
    headless.driver.wait_until(lambda: headless.kiosk.languages.found, "the languages")
    headless.journey.to_language_page()
    yield "languages"
    headless.driver.touch("language:rad")
    headless.driver.touch("adjust")
    yield "voices"
    headless.driver.touch("more-voices")
    yield "more voices"
    for name in ("adjusted", "call", "staff-login", *(f"pin:{digit}" for digit in PIN)):
        headless.driver.touch(name)
    headless.driver.touch("pin:enter")
    headless.driver.wait_until(lambda: headless.driver.is_seen("page:find"), "the staff pages")
    headless.driver.turn_pages_to("page:languages", "more-pages")
    headless.driver.touch("page:languages")
    yield "staff"


@pytest.mark.parametrize("variant", [VARIANTS[0], *VARIANTS[-3:]], ids=str)
def test_every_page_of_languages_keeps_to_the_rules(qapp, folders, variant: ScreenVariant):
    settings = variant.settings(settings_of(folders))
    languages = settings.languages.model_copy(update=WANTED)
    settings = settings.model_copy(update={"languages": languages})
    with offscreen(
        folders, settings, WindowConfig(variant.width, variant.height, motion=False), narrator
    ) as headless:
        seen, found = audited(headless, variant, language_pages(headless))
    assert seen == ["languages", "voices", "more voices", "staff"]
    assert not found
