"""The on-screen keyboard and the translation page pass the checks for staff with old eyes."""

import shutil

import pytest
from audits import VARIANTS, ScreenVariant, audited, home_with_lessons
from journey import LESSON
from known_pin import known_record
from staff_touches import PIN, enter_pin

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


def pages(on):
    """Yields at each state of the page, and at each layer of its keyboard."""
    on.journey.to_home("vi")
    on.driver.touch("call")
    on.driver.touch("staff-login")
    enter_pin(on)
    on.driver.wait_until(lambda: on.driver.is_seen("page:translate"), "the staff pages")
    on.driver.touch("page:translate")
    yield "languages"
    on.driver.touch("language:rad")
    on.driver.wait_until(lambda: on.driver.is_seen("topic:missing"), "the lessons")
    yield "topics"
    while not on.driver.is_seen(f"topic:{LESSON}"):
        on.driver.touch("more-choices")
        on.driver.wait_for_frame()
    on.driver.touch(f"topic:{LESSON}")
    yield "name"
    on.driver.touch("key:signs")
    yield "signs"
    for name in ("key:letters", "key:telex", "key:h", "key:done"):
        on.driver.touch(name)
    page_model = on.kiosk.staff.property("page")
    page_model.draft(WORDS)
    page_model.passageChanged.emit()
    on.driver.touch("key:shift")
    yield "editor"
    page_model.draft("%1")
    page_model.passageChanged.emit()
    on.driver.touch("save")
    on.driver.wait_until(lambda: page_model.property("refused"), "the refusal")
    yield "refused"


@pytest.mark.parametrize("variant", [VARIANTS[1], *VARIANTS[-3:]], ids=str)
def test_every_page_of_it_keeps_to_the_rules(qapp, folders, variant: ScreenVariant):
    settings = variant.settings(settings_of(folders))
    with offscreen(
        folders, settings, WindowConfig(variant.width, variant.height, motion=False), mute
    ) as on:
        seen, found = audited(on, variant, pages(on))
    assert seen == ["languages", "topics", "name", "signs", "editor", "refused"]
    assert not found
