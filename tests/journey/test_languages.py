"""Languages are added and removed with their folders; text and voice language are independent."""

import shutil
import threading
import time
from pathlib import Path

import polib
import pytest
from fakes import FakeNarrator

import kiosk.app
from kiosk.domain import prompts
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.ui_driver import items_below
from kiosk.i18n.catalogue import read_catalogue
from kiosk.library.library import load_library
from kiosk.narration.engine import Ability
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player.visit import Page

MACHINE = Ability("espeak", "1", None, {"vi": ("vi",), "en": ("en-gb",)})
REPAINTED_MS = 100


@pytest.fixture
def home(tmp_path, centre) -> Path:
    """That centre with a translations folder of its own, which the test may change."""
    home = tmp_path / "home"
    shutil.copytree(centre, home, symlinks=True)
    return home


def recordings(home, code, share=1.0):
    """Recordings for a share of all spoken sentences, by language."""
    lessons = load_library(Folders(home=home)).lessons.values()
    lines = [*prompts.lines(), *(line for lesson in lessons for line in lesson.lines())]
    keys = list(dict.fromkeys(sentence_key(line.text) for line in lines if line))
    return {code: dict.fromkeys(keys[: round(len(keys) * share)], "clip")}


class Everything:
    """The kiosk, its voice and its files."""

    def __init__(self, headless, voice, home):
        self.headless, self.voice, self.home = headless, voice, home
        self.translations = home / "translations"

    def can(self, *abilities):
        """Sets the engines' abilities, and waits until the kiosk has found them."""
        languages = self.headless.kiosk.languages
        self.voice.abilities = abilities
        self.voice.abilitiesChanged.emit()
        self.wait(lambda: languages.found and languages.found.file_state.abilities == abilities)

    def put_in(self, code, text="name: Klei Êđê\n"):
        folder = self.translations / code
        folder.mkdir()
        (folder / "language.yaml").write_text(text, encoding="utf-8")

    def wait(self, is_so):
        self.headless.driver.wait_until(is_so)

    @property
    def offered(self):
        return [each.code for each in self.headless.kiosk.visit.languageChoice.tiles.rows]

    @property
    def heard(self):
        return {language for language, _ in self.voice.told[-1]}

    def texts(self):
        seen = (i for i in items_below(self.headless.kiosk.window.contentItem()) if i.isVisible())
        return [text for item in seen if (text := item.property("text")) and isinstance(text, str)]


@pytest.fixture
def here(make_headless, home, settings):
    """A kiosk of that centre that also offers Ê Đê and watches its folder."""
    voices = []

    def narrator(_settings, _folders, parent):
        voices.append(FakeNarrator(parent))
        return voices[-1]

    wanted = settings.languages.model_copy(
        update={"offered": ("vi", "en", "rad"), "least_coverage": 20}
    )
    headless = make_headless(
        home, of=settings.model_copy(update={"languages": wanted}), narrator=narrator
    )
    here = Everything(headless, voices[-1], home)
    here.can(MACHINE)
    headless.kiosk.languages.follow()
    return here


def recorded(here, share=1.0):
    return Ability("recordings", "1", None, {}, recordings(here.home, "rad", share))


def test_a_folder_makes_a_language_appear_and_disappear(here):
    assert here.offered == ["vi", "en"]
    here.put_in("rad")
    here.can(recorded(here), MACHINE)
    here.wait(lambda: here.offered == ["vi", "en", "rad"])
    shutil.rmtree(here.translations / "rad")
    here.wait(lambda: here.offered == ["vi", "en"])


def test_too_little_of_a_language_is_not_offered_and_more_of_it_is(here):
    here.put_in("rad")
    here.can(recorded(here, 0.1), MACHINE)
    here.wait(lambda: "rad" in here.headless.kiosk.languages.known)
    assert here.offered == ["vi", "en"]
    here.can(recorded(here, 0.3), MACHINE)
    assert here.offered == ["vi", "en", "rad"]


def test_the_tile_tells_how_much_speaks(here):
    here.put_in("rad")
    here.can(recorded(here, 0.5), MACHINE)
    here.wait(lambda: "rad" in here.offered)
    coverage = here.headless.kiosk.languages.coverage["rad"]
    here.headless.journey.to_language_page()
    reported = f"Nói được {coverage.spoken} trong {coverage.total} câu"
    assert reported in here.texts()
    assert reported in here.headless.driver.find("language:rad").property("spokenName")
    assert not any("trong" in text for text in here.texts() if "Xin chào" in text)


def test_what_has_a_voice_and_no_text_is_heard_beside_vietnamese(here):
    here.put_in("rad")
    here.can(recorded(here), MACHINE)
    here.wait(lambda: "rad" in here.offered)
    here.headless.journey.to_home("rad")
    visit = here.headless.journey.visit
    assert (visit.page, visit.language, visit.heard) == (Page.HOME, "vi", "rad")
    assert "Klei Êđê" in here.texts()  # the button that opens the choice of language
    here.headless.driver.touch("language")
    assert here.headless.journey.visit.heard == "vi"


def test_a_visit_in_a_language_that_is_taken_out_goes_on_in_vietnamese(here):
    here.headless.journey.to_home("en")
    here.headless.journey.to_lesson("hoc-thu")
    here.headless.journey.to_way(Way.TOGETHER)
    position = here.headless.journey.position
    assert here.heard == {"en"}
    shutil.rmtree(here.translations / "en")
    here.wait(lambda: here.headless.journey.visit.language == "vi")
    assert here.headless.journey.position == position
    assert here.heard == {"vi"}
    assert not any(text.startswith("EN ") for text in here.headless.driver.sentences())


def test_a_broken_description_is_told_to_staff_and_left_out(here, caplog):
    here.put_in("rad", "name: Klei Êđê\nchu: [a, b]\n")
    here.can(recorded(here), MACHINE)
    here.wait(lambda: here.headless.kiosk.languages.troubles)
    (trouble,) = here.headless.kiosk.languages.troubles
    assert "rad/language.yaml:2:1" in trouble
    assert "chu" in trouble
    assert trouble in here.headless.kiosk.staff.property("troubles")
    assert "rad" not in here.offered
    assert "language left out" in caplog.text
    (here.translations / "rad" / "language.yaml").write_text("name: Êđê\n", encoding="utf-8")
    here.wait(lambda: "rad" in here.offered)
    assert here.headless.kiosk.staff.property("troubles") == []


def test_a_spoilt_translation_is_told_with_its_line_and_not_shown(here):
    path = here.translations / "en" / "all.po"
    book = polib.pofile(str(path))
    book.append(polib.POEntry(msgid="Bài số %1", msgstr="Lesson"))
    book.save(str(path))
    here.wait(lambda: here.headless.kiosk.languages.troubles)
    (trouble,) = here.headless.kiosk.languages.troubles
    assert "en/all.po, dòng " in trouble
    assert "%1" in trouble
    here.headless.journey.to_home("en")
    assert here.headless.kiosk.visit.worded("Bài số %1") == "Bài số %1"


def test_the_voice_is_chosen_apart_from_the_text_in_the_sheet(here):
    here.headless.journey.to_home("en")
    here.headless.driver.touch("adjust")
    here.headless.driver.touch("voice-in:vi")
    visit = here.headless.journey.visit
    assert (visit.language, visit.heard) == ("en", "vi")
    assert here.heard == {"vi"}
    here.headless.driver.touch("voice-in:en")
    assert here.headless.journey.visit.voice_language == ""
    assert here.heard == {"en"}


def test_one_voice_alone_is_no_choice(here):
    here.can(Ability("espeak", "1", None, {"vi": ("vi",)}))
    here.headless.journey.to_home("vi")
    here.headless.driver.touch("adjust")
    assert not here.headless.driver.is_seen("voice-in:vi")


def test_another_language_in_the_middle_of_a_step_is_seen_and_heard_at_once(here):
    here.headless.journey.to_home("vi")
    here.headless.journey.to_lesson("hoc-thu")
    here.headless.journey.to_way(Way.TOGETHER)
    here.headless.driver.touch("next")
    position = here.headless.journey.position
    took_ms = []
    for language in ("en", "vi") * 4:
        count = len(here.voice.told)
        before = here.headless.driver.sentences()
        began_s = time.perf_counter()
        here.headless.driver.touch("language")
        here.headless.driver.wait_for_frame()
        took_ms.append((time.perf_counter() - began_s) * 1000)
        assert here.headless.journey.visit.language == language
        assert here.headless.journey.position == position
        assert here.headless.driver.sentences() != before
        assert len(here.voice.told) == count + 1  # the new sentence stops the one before
        assert here.heard == {language}
    assert min(took_ms) <= REPAINTED_MS, took_ms


def test_a_kiosk_that_was_closed_looks_no_more(here):
    languages = here.headless.kiosk.languages
    found = languages.found
    languages.close()
    here.put_in("rad")
    languages.refresh()
    here.headless.kiosk.platform.jobs.wait()
    here.headless.driver.wait_for_frame()
    assert languages.found is found


def test_the_first_page_speaks_the_language_that_the_centre_puts_first(make_headless):
    headless = make_headless(
        CHECKOUT, of=Settings.model_validate({"languages": {"offered": ["en", "vi"]}})
    )
    seen = (item for item in items_below(headless.kiosk.window.contentItem()) if item.isVisible())
    assert "Learn to use your phone, one step at a time." in [
        item.property("text") for item in seen
    ]


def test_the_attract_page_speaks_one_language_at_a_time(headless):
    languages = headless.kiosk.visit.languageChoice
    messages = [
        {text for text in (each.greeting, each.invitation, each.purpose) if text}
        for each in languages.tiles.rows
    ]
    assert len(messages) == 2
    for turn in range(3):
        headless.driver.wait_for_frame()
        shown, other = messages[turn % 2], messages[1 - turn % 2]
        assert shown <= headless.driver.words()
        assert not other & headless.driver.words()
        languages.greetInNext()


def test_no_other_language_is_read_in_the_window_thread_at_the_start(make_headless, monkeypatch):
    threads = set()

    def read(*folders, **options):
        threads.add(threading.current_thread())
        return read_catalogue(*folders, **options)

    monkeypatch.setattr(kiosk.app, "read_catalogue", read)
    headless = make_headless()

    def purpose_in(language: str) -> str:
        tiles = headless.kiosk.visit.languageChoice.tiles.rows
        return next(each.purpose for each in tiles if each.code == language)

    headless.driver.wait_until(lambda: purpose_in("en"), "the English texts")
    assert threads
    assert threading.main_thread() not in threads
