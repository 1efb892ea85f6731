"""Opens every screen of the kiosk in one walk and stops at each."""

from collections.abc import Iterator

from staff_touches import enter_pin

from kiosk.domain.step import NEXT
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.player.visit import Page

LESSON = "noi-wifi"
BESIDE_STAFF = "watch-02"
"""The step at which staff choose another lesson and open their overlay."""
OTHER_NUMBER = "13"


def screens(on: HeadlessKiosk, language: str = "vi") -> Iterator[str]:
    """Yields the name of each screen while it is shown."""
    yield "attract"
    on.journey.to_language_page()
    if on.journey.visit.page is Page.LANGUAGE:
        yield "language"
        on.driver.touch(f"language:{language}")
    yield from _around_home(on)
    on.journey.to_lesson(LESSON)
    on.driver.touch("ways")
    yield "ways"
    on.driver.touch("ways-close")
    for way in on.journey.run.lesson.ways:
        on.journey.to_way(way)
        for run in on.journey.places(way):
            name = f"{way}-{run.number:02d}"
            yield name
            if on.journey.touch_wrongly():
                yield f"{name}-wrong"
            if name == BESIDE_STAFF:
                yield from _beside_staff(on)
    yield "done"
    on.driver.touch("home")


def _beside_staff(on: HeadlessKiosk) -> Iterator[str]:
    on.kiosk.launcher.by_number(OTHER_NUMBER)
    on.driver.wait_until(lambda: on.driver.is_seen("offer-no"), "the question")
    yield "offer"
    on.driver.touch("offer-no")
    on.driver.touch("mark")
    on.driver.touch("mark")
    yield "overlay"
    on.driver.touch("overlay:steps")
    yield "overlay-steps"
    on.driver.touch("overlay:close")


def _around_home(on: HeadlessKiosk) -> Iterator[str]:
    yield "home"
    on.driver.touch(NEXT)
    yield "home-2"
    on.driver.touch("by-number")
    on.driver.touch("number:9")
    yield "number"
    on.driver.touch("number:open")
    on.driver.wait_until(lambda: on.kiosk.visit.assist.refused, "the answer")
    yield "number-unknown"
    on.driver.touch("number-close")
    on.driver.touch("adjust")
    yield "adjust"
    on.driver.touch("adjusted")
    on.driver.touch("call")
    yield "call"
    on.driver.touch("staff-login")
    yield "pin"
    yield from _staff_area(on)
    on.kiosk.visit.check_idle_after(on.kiosk.settings.idle.warn_after_s)
    yield "idle"
    on.driver.touch("still-here")


def _staff_area(on: HeadlessKiosk) -> Iterator[str]:
    enter_pin(on, "111111")
    on.driver.wait_until(lambda: not on.kiosk.staff.property("checking"), "the PIN")
    yield "pin-refused"
    enter_pin(on)
    on.driver.wait_until(lambda: on.journey.visit.page is Page.STAFF, "the staff's page")
    yield "staff"
    for page_model in [page_model.name for page_model in on.kiosk.staff.pages.rows]:
        on.driver.turn_to(f"page:{page_model}", "more-pages")
        on.driver.touch(f"page:{page_model}")
        yield f"staff-{page_model}"
        on.driver.touch("back")
    on.driver.touch("back")
    on.driver.touch(NEXT)
