"""Goes through the journey as a person would: by touching what is seen, and nothing else."""

from collections.abc import Iterator

from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player.lesson_run import MISSES_BEFORE_FINGER, LessonRun
from kiosk.player.visit import Page, Visit
from kiosk.ui.driver import Driver
from kiosk.ui.visit_view_model import VisitViewModel

ON_PHONE = "phone:"


class Walk:
    """A person at the kiosk."""

    def __init__(self, visit_view_model: VisitViewModel, driver: Driver) -> None:
        self._view_model = visit_view_model
        self._driver = driver

    @property
    def visit(self) -> Visit:
        """The visit as it is now."""
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
        """From the attract page."""
        self._driver.touch("begin")
        self._driver.wait_until(lambda: self.visit.page is not Page.ATTRACT, "a page to choose on")

    def to_home(self, language: str) -> None:
        """Choose a language, where there is a choice."""
        self.to_language_page()
        if self.visit.page is Page.LANGUAGE:
            tile = f"language:{language}"
            self._driver.wait_until(lambda: self._driver.is_seen(tile), f"the language {language}")
            self._driver.touch(tile)

    def to_lesson(self, lesson: str) -> None:
        """From the page of lessons, turning it until the lesson's tile is there."""
        tile = f"lesson:{lesson}"
        first = self.visit.home_page
        while not self._driver.is_seen(tile):
            self._driver.touch(NEXT)
            if self.visit.home_page == first:
                raise LookupError(lesson)
        self._driver.touch(tile)
        self._driver.wait_until(lambda: self.visit.page is Page.LESSON, "the lesson")

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
        return tuple(touched)

    def touch_wrongly(self) -> bool:
        """Touch something that does not lead on, twice, where the step minds it; whether it did."""
        run = self.run
        wrong = self._wrong_target()
        minds = run.way in (Way.TOGETHER, Way.ALONE) and run.step is not None
        if not minds or not run.step.is_exercise or wrong is None:
            return False
        for _ in range(MISSES_BEFORE_FINGER):
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
        target = NEXT if self.run.way is Way.WATCH else self.run.expected
        name = target if self._driver.is_seen(target) else ON_PHONE + target
        self._driver.touch(name)
        return target
