"""The on-screen keyboard and the translation page pass the checks for staff with old eyes."""

import shutil

import pytest
from audits import VARIANTS, ScreenVariant, audited, home_with_lessons
from journey import LESSON, PIN
from known_pin import known_record

from kiosk.app import settings_of
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.offscreen import WindowConfig, mute, offscreen
from kiosk.staff.pin import PinFile

LANGUAGE = """\
name: Klei Êđê
greeting: (thử)
invitation: (thử)
keys: [ă, â, ƀ, č, đ, ĕ, ê, ê̆, ĭ, ñ, ŏ, ô, ô̆, ơ, ơ̆, ŭ, ư, ư̆]
"""
WORDS = "klei blŭ ƀuôn čiăng mơ̆ng"


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> Folders:
    """A home with a language whose letters carry two diacritics."""
    place = tmp_path_factory.mktemp("writing")
    home = home_with_lessons(place)
    (home / "translations").unlink()
    shutil.copytree(CHECKOUT / "translations", home / "translations")
    folder = home / "translations" / "rad"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "language.yaml").write_text(LANGUAGE, encoding="utf-8")
    folders = Folders(home=home, state=place / "state", cache=place)
    PinFile(folders.pin).write(known_record(PIN))
    return folders


def pages(headless):
    """Yields at each state of the page, and at each layer of its keyboard."""
    headless.journey.to_home("vi")
    for name in ("call", "staff-login", *(f"pin:{digit}" for digit in PIN), "pin:enter"):
        headless.driver.touch(name)
    headless.driver.wait_until(lambda: headless.driver.is_seen("page:translate"), "the staff pages")
    headless.driver.touch("page:translate")
    yield "languages"
    headless.driver.touch("language:rad")
    headless.driver.wait_until(lambda: headless.driver.is_seen("topic:missing"), "the lessons")
    yield "topics"
    while not headless.driver.is_seen(f"topic:{LESSON}"):
        headless.driver.touch("more-choices")
        headless.driver.wait_for_frame()
    headless.driver.touch(f"topic:{LESSON}")
    yield "name"
    headless.driver.touch("key:signs")
    yield "signs"
    for name in ("key:letters", "key:telex", "key:h", "key:done"):
        headless.driver.touch(name)
    page_model = headless.kiosk.staff.property("page")
    page_model.draft(WORDS)
    page_model.passageChanged.emit()
    headless.driver.touch("key:shift")
    yield "editor"
    page_model.draft("%1")
    page_model.passageChanged.emit()
    headless.driver.touch("save")
    headless.driver.wait_until(lambda: page_model.property("refused"), "the refusal")
    yield "refused"


@pytest.mark.parametrize("variant", [VARIANTS[1], *VARIANTS[-3:]], ids=str)
def test_every_page_of_it_keeps_to_the_rules(qapp, folders, variant: ScreenVariant):
    settings = variant.settings(settings_of(folders))
    with offscreen(
        folders, settings, WindowConfig(variant.width, variant.height, motion=False), mute
    ) as headless:
        seen, found = audited(headless, variant, pages(headless))
    assert seen == ["languages", "topics", "name", "signs", "editor", "refused"]
    assert not found
