"""Pictures of the real application, taken offscreen: one page, or every screen of a lesson."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from kiosk.domain.settings import Contrast, Settings, TextSize
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.folders import Folders
from kiosk.player.visit import Page
from kiosk.rooms import room_kinds
from kiosk.stage.offscreen import Look, Stage, stage


@dataclass(frozen=True, slots=True)
class Shown:
    """What the person chose before the picture is taken."""

    language: str = "vi"
    width: int = 1920
    height: int = 1080
    diagonal_in: float | None = None
    text_size: TextSize | None = None
    contrast: Contrast | None = None

    @property
    def look(self) -> Look:
        """The window: this large, and nothing moves in it."""
        return Look(self.width, self.height, motion=False)

    def settings(self, settings: Settings) -> Settings:
        """The centre's settings with these wishes in them."""
        wishes = {
            "diagonal_in": self.diagonal_in,
            "text_size": self.text_size,
            "contrast": self.contrast,
        }
        given = {name: wish for name, wish in wishes.items() if wish is not None}
        display = settings.display.model_copy(update=given)
        return settings.model_copy(update={"display": display})


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the journey a picture is taken."""

    page: str = "home"
    lesson: str = "noi-wifi"
    step: int = 1
    way: Way = Way.WATCH


OPENERS: dict[str, tuple[str, ...]] = {
    "attract": (),
    "language": ("begin",),
    "home": (),
    "adjust": ("adjust",),
    "call": ("call",),
    "pin": ("call", "staff-door"),
}
"""What is touched to come to a page that is not part of a lesson."""

PAGES = (*OPENERS, "lesson", "ways", "done", "staff")
ROOM = "staff:"
"""Before the name of a room of the staff's."""


def pages() -> tuple[str, ...]:
    """All pages of which a picture can be taken."""
    return (*PAGES, *(f"{ROOM}{kind.name()}" for kind in room_kinds()))


def take_picture(
    folders: Folders, settings: Settings, shown: Shown, place: Place, path: Path
) -> None:
    """One picture, written as a PNG."""
    with stage(folders, shown.settings(settings), shown.look) as on:
        _go_to(on, shown, place)
        on.driver.picture().save(str(path))


def _go_to(on: Stage, shown: Shown, place: Place) -> None:
    if place.page not in ("attract", "language"):
        on.walk.to_home(shown.language)
    for name in OPENERS.get(place.page, ()):
        on.driver.touch(name)
    if place.page.startswith("staff"):
        _go_to_staff(on, place.page.removeprefix(ROOM))
    if place.page in ("lesson", "ways", "done"):
        on.walk.to_lesson(place.lesson)
    if place.page == "ways":
        on.driver.touch("ways")
    if place.page == "lesson":
        on.walk.to_way(place.way)
        for _ in range(place.step):
            on.driver.touch(NEXT)
    if place.page == "done":
        on.walk.to_way(on.walk.run.lesson.ways[-1])
        while on.walk.visit.page is not Page.DONE:
            on.driver.touch(NEXT)


def _go_to_staff(on: Stage, room: str) -> None:
    """Past the door, whose PIN nobody here knows."""
    on.driver.touch("call")
    on.driver.touch("staff-door")
    on.kiosk.staff.letIn.emit()
    on.driver.wait_for_frame()
    if room == "staff":
        return
    while not on.driver.is_seen(f"room:{room}"):
        on.driver.touch("more-rooms")
        on.driver.wait_for_frame()
    on.driver.touch(f"room:{room}")
    on.driver.wait_for_frame()
    while on.kiosk.staff.property("room").property("checking"):
        with suppress(TimeoutError):
            on.driver.wait_until(lambda: not on.kiosk.staff.property("room").property("checking"))


def tour(
    folders: Folders,
    settings: Settings,
    shown: Shown,
    *,
    lessons: tuple[str, ...],
    into: Path,
    tell: Callable[[str], None],
) -> int:
    """Every screen of the lessons, with an index to look through; returns how many pictures."""
    into.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    for lesson in lessons:
        with stage(folders, shown.settings(settings), shown.look) as on:
            for name in _screens(on, shown, lesson, first=not names):
                tell(name)
                on.driver.picture().save(str(into / f"{name}.png"))
                names.append(name)
    (into / "index.html").write_text(_index(names, shown), encoding="utf-8")
    return len(names)


def _screens(on: Stage, shown: Shown, lesson: str, *, first: bool) -> Iterator[str]:
    """Goes through the journey, stopping with a name wherever a picture is to be taken."""
    if first:
        yield "000-attract"
    on.walk.to_language_page()
    if on.walk.visit.page is Page.LANGUAGE:
        if first:
            yield "001-language"
        on.driver.touch(f"language:{shown.language}")
    if first:
        yield from _common_screens(on)
    on.walk.to_lesson(lesson)
    for number, way in enumerate(on.walk.run.lesson.ways, start=1):
        on.walk.to_way(way)
        for run in on.walk.places(way):
            name = f"{lesson}-{number}-{way}-{run.number:02d}"
            yield name
            if on.walk.touch_wrongly():
                yield f"{name}-wrong"
    yield f"{lesson}-9-done"
    on.driver.touch("home")


def _common_screens(on: Stage) -> Iterator[str]:
    yield "002-home"
    on.driver.touch("adjust")
    yield "003-adjust"
    on.driver.touch("adjusted")
    on.driver.touch("call")
    yield "004-call"
    on.driver.touch("staff-door")
    yield "005-pin"
    on.driver.touch("back")
    on.kiosk.visit.look_round_after(on.kiosk.settings.idle.warn_after_s)
    yield "006-idle"
    on.driver.touch("still-here")


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
    """The same in a window of `<width>x<height>` pixels.

    Raises:
        ValueError: the size is not written so.
    """
    width, cross, height = size.lower().partition("x")
    if not (cross and width.isdigit() and height.isdigit()):
        raise ValueError(size)
    return replace(shown, width=int(width), height=int(height))
