"""A small edition of the take-home pages, in a browser."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from editions import ENGLISH, PHONE, VIETNAMESE, Server, Site, example_lessons, write_modules

from kiosk.domain.lesson import Lesson
from kiosk.folders import CHECKOUT, Folders
from kiosk.i18n.catalogue import EMPTY
from kiosk.narration.settings import NarrationSettings
from kiosk.narration.worker_process import WorkerProcess
from kiosk.web.export import WebEdition, WebLanguage, write_edition
from kiosk.web.voices import CLIPS, PageVoices


@pytest.fixture(scope="session")
def web_folders(tmp_path_factory) -> Folders:
    return Folders(home=CHECKOUT, cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def site(web_folders, tmp_path_factory) -> Site:
    """An edition with the example lessons, in two languages."""
    lessons = example_lessons()
    folder = tmp_path_factory.mktemp("site")
    languages = (VIETNAMESE, WebLanguage("en", "English", ENGLISH))
    edition = WebEdition(
        web_folders, list(lessons.values()), languages, "Xã Mẫu", folder, processes=1
    )
    version = write_edition(edition)
    write_modules(folder)
    return Site(folder, lessons, languages, version)


@pytest.fixture(scope="session")
def spoken_site(web_folders, site, tmp_path_factory) -> Site:
    """Two lessons with voice clips; no engine speaks the second language."""
    lessons = {name: site.lessons[name] for name in ("buoc-call", "buoc-tap")}
    folder = tmp_path_factory.mktemp("spoken")
    voice = NarrationSettings(cache_folder=web_folders.voice_cache)
    with WorkerProcess(voice) as worker:
        voices = PageVoices(voice, worker, folder / CLIPS, web_folders.cache / "clips")
        languages = (VIETNAMESE, WebLanguage("rad", "Ê Đê", EMPTY))
        edition = WebEdition(
            web_folders, list(lessons.values()), languages, "Xã Mẫu", folder, voices, processes=1
        )
        return Site(folder, lessons, languages, write_edition(edition))


@pytest.fixture
def silent_edition(web_folders):
    """Writes an edition without voice into a folder, and returns its version."""

    def write(lessons: dict[str, Lesson], folder: Path) -> str:
        shown = list(lessons.values())
        return write_edition(
            WebEdition(web_folders, shown, (VIETNAMESE,), "Xã Mẫu", folder, processes=1)
        )

    return write


@pytest.fixture
def serve():
    servers = []

    def start(folder: Path, headers: Mapping[str, str] | None = None) -> Server:
        servers.append(Server(folder, headers))
        return servers[-1]

    yield start
    for server in servers:
        if server._thread.is_alive():
            server.put_out()


@pytest.fixture
def phone(browser):
    """A page on a phone with a controllable clock; an error or console message fails the test."""
    context = browser.new_context(**PHONE, reduced_motion="reduce")
    page = context.new_page()
    page.clock.install()
    complaints: list[str] = []
    page.on("console", lambda reported: complaints.append(reported.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert not complaints


@pytest.fixture
def page(phone, site, serve):
    """A phone at the first page."""
    phone.goto(serve(site.folder).address)
    phone.wait_for_selector(".begin")
    return phone
