"""A small edition of the pages, a server that can be stopped, and touches at a calm pace."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page

from kiosk.authoring.examples import element_example_file, example_file
from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.i18n.catalogue import EMPTY, Catalogue
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds
from kiosk.web.export import WebLanguage
from kiosk.web.site_files import modules

NEXT = '[data-target="bar-next"]'
HOME = '[data-target="bar-home"]'
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
ENGLISH = Catalogue(
    {
        "Nối Wi-Fi": "Join a Wi-Fi network",
        "Tiếp tục": "Next",
        "Bác muốn học gì? Bác chạm vào một ô nhé.": "What do you want to learn?",
    }
)
CALM_MS = 600
VIETNAMESE = WebLanguage("vi", "Tiếng Việt", EMPTY)


def example_lessons() -> dict[str, Lesson]:
    """The example of each kind of step, a lesson with every element, and one for two makes."""
    steps = {f"buoc-{kind}": lesson_in(example_file(kind)) for kind in step_kinds()}
    elements = [lesson_in(element_example_file(key)) for key in element_kinds()]
    two_makes = lesson_in(Path(__file__).with_name("hai-may.yaml"))
    found = {**steps, "hai-may": two_makes, "hinh": joined(elements)}
    return {
        name: numbered(lesson, name, number)
        for number, (name, lesson) in enumerate(sorted(found.items()), start=100)
    }


def write_modules(folder: Path) -> None:
    """Writes the single modules for tests, beside the script that bundles them."""
    for place, content in modules().items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def joined(lessons: list[Lesson]) -> Lesson:
    """One lesson with the screens and steps of all lessons."""
    screens = {name: screen for each in lessons for name, screen in each.screens.items()}
    steps = tuple(step for each in lessons for step in each.steps)
    return lessons[0].model_copy(update={"screens": screens, "steps": steps})


def lesson_in(path: Path) -> Lesson:
    """The lesson of a file, which must be valid."""
    lesson = read_lesson(path, media_in(Folders())).lesson
    assert lesson is not None, path
    return lesson


def numbered(lesson: Lesson, name: str, number: int) -> Lesson:
    """The same lesson with another id and number."""
    head = lesson.head.model_copy(update={"number": number})
    return lesson.model_copy(update={"id": name, "head": head})


@dataclass(frozen=True)
class Site:
    """An edition that was written."""

    folder: Path
    lessons: dict[str, Lesson]
    languages: tuple[WebLanguage, ...]
    version: str


class _Quiet(SimpleHTTPRequestHandler):
    extra: Mapping[str, str] = {}
    is_dead: Callable[[], bool]

    def end_headers(self) -> None:
        """Adds the server's extra headers to every file."""
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_told: object) -> None:
        """Suppresses the request log."""

    def send_head(self):
        """Ignores If-Modified-Since: two editions within one second have the same time stamp."""
        if self.is_dead():
            self.close_connection = True
            return None
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def copyfile(self, source, outputfile) -> None:
        """Ignores a browser that has closed the connection."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)


class Server:
    """Serves a folder until it is stopped."""

    def __init__(self, folder: Path, headers: Mapping[str, str] | None = None) -> None:
        self.answers_left: int | None = None
        """Number of answers until the server closes connections; None means unlimited."""
        handler = type(
            "Handler", (_Quiet,), {"extra": headers or {}, "is_dead": staticmethod(self._is_dead)}
        )
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
        self._thread = Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._http.server_port}/"

    def _is_dead(self) -> bool:
        """Whether the answers are used up; counts one answer."""
        if self.answers_left is None:
            return False
        self.answers_left -= 1
        return self.answers_left < 0

    def put_out(self) -> None:
        """Stops the server."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


def touched(page: Page, selector: str) -> None:
    """Touches an element after the interval in which a repeated touch would be ignored."""
    page.clock.fast_forward(CALM_MS)
    page.click(selector)
