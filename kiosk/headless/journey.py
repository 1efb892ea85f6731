"""Navigates the kiosk like a user: only by touching visible targets."""

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
    """A simulated user at the kiosk."""

    def __init__(self, visit_view_model: VisitViewModel, driver: UiDriver) -> None:
        self._view_model = visit_view_model
        self._driver = driver

    @property
    def visit(self) -> Visit:
        return self._view_model.visit

    @property
    def run(self) -> LessonRun:
        """The current run of the open lesson.

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
        """Chooses a language, if the kiosk offers several."""
        self.to_language_page()
        if self.visit.page is Page.LANGUAGE:
            tile = f"language:{language}"
            self._driver.wait_until(lambda: self._driver.is_seen(tile), f"the language {language}")
            self._driver.touch(tile)

    def to_tile(self, lesson: str) -> None:
        """Turns the page of lessons until the lesson's tile is visible, and touches the tile.

        Raises:
            LookupError: no page has the tile.
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
        """Touches a tile of the page of lessons, turning its pages until the tile is visible."""
        first = self.visit.home_page
        self._driver.wait_for_frame()  # tiles exist only after the first frame
        while not self._driver.is_seen(tile):
            if not self._driver.is_seen(NEXT):
                raise LookupError(tile)
            self._driver.touch(NEXT)
            if self.visit.home_page == first:
                raise LookupError(tile)
        self._driver.touch(tile)

    def to_way(self, way: Way) -> None:
        """Switches to a way, from any step of a lesson."""
        self._driver.touch("ways")
        self._driver.touch(f"way:{way}")

    def places(self, way: Way) -> Iterator[LessonRun]:
        """Yields the run at each card of a way, and does the step afterwards."""
        while self.is_on(way):
            yield self.run
            self.do_step()

    def is_on(self, way: Way) -> bool:
        """True when a lesson is open in this way."""
        return self.visit.page is Page.LESSON and self.run.way is way

    @property
    def position(self) -> tuple[object, ...]:
        """A key of the current page and step; it changes with every step."""
        run = self.visit.run
        step = (run.lesson.id, run.way, run.at, len(run.history)) if run else ()
        return (self.visit.page, *step)

    def do_step(self) -> tuple[str, ...]:
        """Touches the expected targets until the step is completed.

        Returns the names of what was touched.
        """
        position = self.position
        touched = []
        while self.position == position:
            touched.append(self.touch_expected())
            self._wait_for_next_step()
        return tuple(touched)

    def touch_wrongly(self) -> bool:
        """Touches a wrong target twice, where the step counts misses; returns True when it did."""
        run = self.run
        wrong = self._wrong_target()
        minds = run.way in (Way.TOGETHER, Way.ALONE) and run.step is not None
        if not minds or not run.step or not run.step.is_exercise or wrong is None:
            return False
        for _ in range(MISSES_BEFORE_FINGER):
            # The feedback takes space, so the target may now be on another page of a list.
            wrong = self._wrong_target() or wrong
            self._driver.touch(wrong)
        return True

    def _wrong_target(self) -> str | None:
        """Returns a visible target that is not the expected one; None when there is none."""
        run = self.run
        others = [ON_PHONE + target for target in (run.screen.targets if run.screen else ())]
        others += ["key:q", "key:p"]
        others += [f"{kind}{number}" for kind in ("choice:", "item:") for number in (1, 2, 3)]
        for name in others:
            if name.removeprefix(ON_PHONE) != run.expected and self._driver.is_seen(name):
                return name
        return None

    def touch_expected(self) -> str:
        """Touches the expected target; in the way "watch" that is Next."""
        self._wait_for_next_step()
        return self.touch(NEXT if self.run.way is Way.WATCH else self.run.expected)

    def touch(self, target: str) -> str:
        """Touches a target on the phone or beside it; returns its name.

        Waits first until the result of the touch before has been shown.
        """
        self._wait_for_next_step()
        there = (ON_PHONE + target, TURN_DOWN, target)
        while (item := self._seen_of(there)).objectName() == TURN_DOWN:
            self._driver.touch(TURN_DOWN)
        self._driver.touch(item.objectName())
        return target

    def _seen_of(self, names: tuple[str, ...]) -> QQuickItem:
        """Waits until an item of one of these names is visible; the first in their order."""
        return self._driver.wait_until(lambda: self._driver.find(*names), names[-1])

    def _wait_for_next_step(self) -> None:
        held = self._view_model.lesson
        self._driver.wait_until(lambda: not held.is_holding, "the step after a right touch")
