"""Goes through the journey as a person would: by touching what is seen, and nothing else."""

from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem

from kiosk.domain.phone_make import Make
from kiosk.domain.placement import NEXT
from kiosk.domain.way import Way
from kiosk.headless.ui_driver import UiDriver
from kiosk.player.lesson_run import MISSES_BEFORE_FINGER, LessonRun
from kiosk.player.visit import Page, Visit
from kiosk.ui.visit.visit_view_model import VisitViewModel

ON_PHONE = "phone:"
TURN_DOWN = "phone:scroll-down"


class Journey:
    """A person at the kiosk."""

    def __init__(self, visit_view_model: VisitViewModel, driver: UiDriver) -> None:
        self._view_model = visit_view_model
        self._driver = driver

    @property
    def visit(self) -> Visit:
        return self._view_model.visit

    @property
    def run(self) -> LessonRun:
        """The lesson as it is now.

        Raises:
            RuntimeError: no lesson is open.
        """
        if self.visit.run is None:
            raise RuntimeError("no lesson is open")
        return self.visit.run

    def to_language_page(self) -> None:
        self._driver.touch("begin")
        self._driver.wait_until(lambda: self.visit.page is not Page.ATTRACT, "a page to choose on")

    def to_home(self, language: str) -> None:
        """Choose a language, where there is a choice."""
        self.to_language_page()
        if self.visit.page is Page.LANGUAGE:
            tile = f"language:{language}"
            self._driver.wait_until(lambda: self._driver.is_seen(tile), f"the language {language}")
            self._driver.touch(tile)

    def to_tile(self, lesson: str) -> None:
        """From the page of lessons, turning it until the lesson's tile is there, and touch it.

        Raises:
            LookupError: no page has such a tile.
        """
        tile = f"lesson:{lesson}"
        if series := self._view_model.home.series_with(lesson):
            self._touch_tile(f"lesson:{series}")
            self._driver.wait_until(lambda: self._driver.is_seen(tile), "the parts of a series")
        self._touch_tile(tile)
        pages = (Page.LESSON, Page.PHONE)
        self._driver.wait_until(lambda: self.visit.page in pages, "the lesson")

    def to_lesson(self, lesson: str, phone: str = Make.ANDROID) -> None:
        self.to_tile(lesson)
        if self.visit.page is Page.PHONE:
            make = f"make:{phone}"
            self._driver.wait_until(lambda: self._driver.is_seen(make), "the makes")
            self._driver.touch(make)
            self._driver.wait_until(lambda: self.visit.page is Page.LESSON, "the lesson")

    def _touch_tile(self, tile: str) -> None:
        """On the page of lessons, turning it until the tile is there."""
        first = self.visit.home_page
        self._driver.wait_for_frame()  # the page has its tiles once it is painted
        while not self._driver.is_seen(tile):
            if not self._driver.is_seen(NEXT):
                raise LookupError(tile)
            self._driver.touch(NEXT)
            if self.visit.home_page == first:
                raise LookupError(tile)
        self._driver.touch(tile)

    def to_way(self, way: Way) -> None:
        """From anywhere in a lesson."""
        self._driver.touch("ways")
        self._driver.touch(f"way:{way}")

    def places(self, way: Way) -> Iterator[LessonRun]:
        """Each card of a way as it is first seen, touching on from one to the next."""
        while self.is_on(way):
            yield self.run
            self.do_step()

    def is_on(self, way: Way) -> bool:
        """Whether the lesson is open, and in this way."""
        return self.visit.page is Page.LESSON and self.run.way is way

    @property
    def place(self) -> tuple[object, ...]:
        """Where one is: another after every step."""
        run = self.visit.run
        step = (run.lesson.id, run.way, run.at, len(run.trail)) if run else ()
        return (self.visit.page, *step)

    def do_step(self) -> tuple[str, ...]:
        """Touch what the step asks for, one thing after the other, until it is left.

        Returns the names of what was touched.
        """
        place = self.place
        touched = []
        while self.place == place:
            touched.append(self.touch_expected())
            self._look_at_what_came()
        return tuple(touched)

    def touch_wrongly(self) -> bool:
        """Touch something that does not lead on, twice, where the step minds it; whether it did."""
        run = self.run
        wrong = self._wrong_target()
        minds = run.way in (Way.TOGETHER, Way.ALONE) and run.step is not None
        if not minds or not run.step or not run.step.is_exercise or wrong is None:
            return False
        for _ in range(MISSES_BEFORE_FINGER):
            # The answer takes room: what was touched may stand on another page of a list then.
            wrong = self._wrong_target() or wrong
            self._driver.touch(wrong)
        return True

    def _wrong_target(self) -> str | None:
        """The name of something on the screen that can be touched and does not lead on."""
        run = self.run
        others = [ON_PHONE + target for target in (run.screen.targets if run.screen else ())]
        others += ["key:q", "key:p"]
        others += [f"{kind}{number}" for kind in ("choice:", "item:") for number in (1, 2, 3)]
        for name in others:
            if name.removeprefix(ON_PHONE) != run.expected and self._driver.is_seen(name):
                return name
        return None

    def touch_expected(self) -> str:
        """Touch the one thing that leads on; in the way that only shows, that is Next."""
        return self.touch(NEXT if self.run.way is Way.WATCH else self.run.expected)

    def touch(self, target: str) -> str:
        """Touch a target, on the phone or beside it; returns its name.

        What came of the touch before is looked at until the next step is shown.
        """
        self._look_at_what_came()
        there = (ON_PHONE + target, TURN_DOWN, target)
        while (item := self._seen_of(there)).objectName() == TURN_DOWN:
            self._driver.touch(TURN_DOWN)
        self._driver.touch(item.objectName())
        return target

    def _seen_of(self, names: tuple[str, ...]) -> QQuickItem:
        """What is seen of the first of these names of which anything is; it is waited for."""
        return self._driver.wait_until(lambda: self._driver.find(*names), names[-1])

    def _look_at_what_came(self) -> None:
        held = self._view_model.lesson
        self._driver.wait_until(lambda: not held.is_holding, "the step after a right touch")
