"""Screenshots of the real application, taken offscreen: one page, or all screens of a lesson."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from kiosk.domain.phone_make import Make
from kiosk.domain.placement import NEXT
from kiosk.domain.settings import Contrast, Settings, TextSize
from kiosk.domain.way import Way
from kiosk.folders import Folders
from kiosk.headless.chosen_language import offering
from kiosk.headless.offscreen import HeadlessKiosk, offscreen
from kiosk.player.visit import Page
from kiosk.staff_pages import page_kinds
from kiosk.ui.window.kiosk_window import WindowConfig


@dataclass(frozen=True, slots=True)
class Shown:
    """The choices of the learner and the size of the screen, for screenshots."""

    language: str = "vi"
    phone: str = Make.ANDROID
    width: int = 1920
    height: int = 1080
    diagonal_in: float | None = None
    text_size: TextSize | None = None
    contrast: Contrast | None = None

    @property
    def look(self) -> WindowConfig:
        """The window configuration: the size, without animation."""
        return WindowConfig(self.width, self.height, motion=False)

    def settings(self, settings: Settings) -> Settings:
        """Returns the centre's settings with these choices applied."""
        wanted = {
            "diagonal_in": self.diagonal_in,
            "text_size": self.text_size,
            "contrast": self.contrast,
        }
        given = {name: value for name, value in wanted.items() if value is not None}
        display = settings.display.model_copy(update=given)
        return offering(settings.model_copy(update={"display": display}), self.language)


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """The page or step of which a screenshot is taken."""

    page: str = "home"
    lesson: str = "noi-wifi"
    step: int = 1
    way: Way = Way.WATCH


OPENERS: dict[str, tuple[str, ...]] = {
    "attract": (),
    "language": ("begin",),
    "home": (),
    "number": ("by-number",),
    "leave": ("home",),
    "adjust": ("adjust",),
    "call": ("call",),
    "pin": ("call", "staff-login"),
}
"""The targets to touch, from the page of lessons, to open a page outside lessons."""

PAGES = (*OPENERS, "makes", "lesson", "ways", "trouble", "done", "resume", "staff")
PAGE = "staff:"
"""The prefix of the names of staff pages."""


def pages() -> tuple[str, ...]:
    """Returns the names of all pages of which a screenshot can be taken."""
    return (*PAGES, *(f"{PAGE}{kind.name()}" for kind in page_kinds()))


def take_picture(
    folders: Folders, settings: Settings, shown: Shown, place: PicturePlace, path: Path
) -> None:
    """Takes one screenshot and saves it as PNG."""
    with offscreen(folders, shown.settings(settings), shown.look) as headless:
        _go_to(headless, shown, place)
        headless.driver.picture().save(str(path))


def _go_to(headless: HeadlessKiosk, shown: Shown, place: PicturePlace) -> None:
    if place.page not in ("attract", "language"):
        headless.journey.to_home(shown.language)
    for name in OPENERS.get(place.page, ()):
        headless.driver.touch(name)
    if place.page.startswith("staff"):
        _go_to_staff(headless, place.page.removeprefix(PAGE))
    if place.page == "makes":
        headless.journey.to_tile(place.lesson)
    if place.page in ("lesson", "ways", "trouble", "done", "resume"):
        _tell_make(headless, shown)
        headless.journey.to_lesson(place.lesson, shown.phone)
        _go_through_lesson(headless, place)


def _tell_make(headless: HeadlessKiosk, shown: Shown) -> None:
    """Sets the make of phone, as if another lesson had asked for it before."""
    headless.kiosk.visit.choosePhone(shown.phone)


def _go_through_lesson(headless: HeadlessKiosk, place: PicturePlace) -> None:
    """Opens the page, from the first card of the lesson."""
    if place.page == "ways":
        headless.driver.touch("ways")
    if place.page in ("lesson", "trouble", "resume"):
        headless.journey.to_way(Way.OWN_PHONE if place.page == "trouble" else place.way)
        for _ in range(place.step):
            headless.driver.touch(NEXT)
    if place.page == "trouble":
        headless.driver.touch("trouble")
    if place.page == "resume":
        headless.driver.touch("home")
    if place.page == "done":
        headless.journey.to_way(headless.journey.run.lesson.ways[-1])
        while headless.journey.visit.page is not Page.DONE:
            headless.driver.touch(NEXT)


def _go_to_staff(headless: HeadlessKiosk, page: str) -> None:
    """Opens a staff page; the login is bypassed, as the PIN is unknown."""
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    headless.kiosk.staff.loggedIn.emit()
    headless.driver.wait_for_frame()
    if page == "staff":
        return
    headless.driver.turn_pages_to(f"page:{page}", "more-pages")
    headless.driver.touch(f"page:{page}")
    headless.driver.wait_for_frame()
    while headless.kiosk.staff.property("page").property("checking"):
        with suppress(TimeoutError):
            headless.driver.wait_until(
                lambda: not headless.kiosk.staff.property("page").property("checking")
            )


def tour(
    folders: Folders,
    settings: Settings,
    shown: Shown,
    *,
    lessons: tuple[str, ...],
    into: Path,
    report_progress: Callable[[str], None],
) -> int:
    """Saves a screenshot of every screen of the lessons and an HTML index; returns their number."""
    into.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    for lesson in lessons:
        with offscreen(folders, shown.settings(settings), shown.look) as headless:
            for name in _screens(headless, shown, lesson, first=not names):
                report_progress(name)
                headless.driver.picture().save(str(into / f"{name}.png"))
                names.append(name)
    (into / "index.html").write_text(_index(names, shown), encoding="utf-8")
    return len(names)


def _screens(headless: HeadlessKiosk, shown: Shown, lesson: str, *, first: bool) -> Iterator[str]:
    """Navigates through the lesson and yields a name wherever a screenshot is to be taken."""
    if first:
        yield "000-attract"
    headless.journey.to_language_page()
    if headless.journey.visit.page is Page.LANGUAGE:
        if first:
            yield "001-language"
        headless.driver.touch(f"language:{shown.language}")
    if first:
        yield from _common_screens(headless)
    _tell_make(headless, shown)
    headless.journey.to_lesson(lesson, shown.phone)
    for number, way in enumerate(headless.journey.run.lesson.ways, start=1):
        headless.journey.to_way(way)
        for run in headless.journey.places(way):
            name = f"{lesson}-{number}-{way}-{run.number:02d}"
            yield name
            if headless.journey.touch_wrongly():
                yield f"{name}-wrong"
    yield f"{lesson}-9-done"
    headless.driver.touch("home")
    if first:
        headless.journey.to_lesson(lesson, shown.phone)
        headless.driver.touch(NEXT)
        headless.driver.touch("home")
        yield "007-resume"


def _common_screens(headless: HeadlessKiosk) -> Iterator[str]:
    yield "002-home"
    headless.driver.touch("adjust")
    yield "003-adjust"
    headless.driver.touch("adjusted")
    headless.driver.touch("call")
    yield "004-call"
    headless.driver.touch("staff-login")
    yield "005-pin"
    headless.driver.touch("back")
    headless.kiosk.visit.check_idle_after(headless.kiosk.settings.idle.warn_after_s)
    yield "006-idle"
    headless.driver.touch("still-here")
    headless.driver.touch("home")
    yield "008-leave"
    headless.driver.touch("leave-no")
    headless.driver.touch("by-number")
    yield "009-number"
    headless.driver.touch("number-close")


def _index(names: list[str], shown: Shown) -> str:
    size = f"{shown.width}x{shown.height} {shown.text_size or ''} {shown.contrast or ''}".strip()
    figures = "\n".join(
        f'<figure><a href="{escape(name)}.png"><img src="{escape(name)}.png" alt=""></a>'
        f"<figcaption>{escape(name)}</figcaption></figure>"
        for name in names
    )
    return (
        "<!doctype html><html lang=vi><meta charset=utf-8><title>Ki-ốt</title>"
        "<style>body{font-family:sans-serif;background:#ddd;margin:1rem}"
        "main{display:grid;grid-template-columns:repeat(auto-fill,minmax(30rem,1fr));gap:1rem}"
        "figure{margin:0}img{width:100%}</style>"
        f"<h1>{escape(size)}: {len(names)}</h1><main>{figures}</main></html>\n"
    )


def with_size(shown: Shown, size: str) -> Shown:
    """Returns the choices with a window of `<width>x<height>` pixels.

    Raises:
        ValueError: the size has another form.
    """
    width, cross, height = size.lower().partition("x")
    if not (cross and width.isdigit() and height.isdigit()):
        raise ValueError(size)
    return replace(shown, width=int(width), height=int(height))
