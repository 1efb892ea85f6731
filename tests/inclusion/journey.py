"""Opens every screen of the kiosk in one walk and stops at each."""

from collections.abc import Iterator

from kiosk.domain.step import NEXT
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.player.visit import Page

PIN = "204816"
LESSON = "noi-wifi"
BESIDE_STAFF = "watch-02"
"""The step at which staff choose another lesson and open their overlay."""
OTHER_NUMBER = "13"


def screens(headless: HeadlessKiosk, language: str = "vi") -> Iterator[str]:
    """Yields the name of each screen while it is shown."""
    yield "attract"
    headless.journey.to_language_page()
    if headless.journey.visit.page is Page.LANGUAGE:
        yield "language"
        headless.driver.touch(f"language:{language}")
    yield from _around_home(headless)
    headless.journey.to_lesson(LESSON)
    headless.driver.touch("ways")
    yield "ways"
    headless.driver.touch("ways-close")
    for way in headless.journey.run.lesson.ways:
        headless.journey.to_way(way)
        for run in headless.journey.places(way):
            name = f"{way}-{run.number:02d}"
            yield name
            if headless.journey.touch_wrongly():
                yield f"{name}-wrong"
            if name == BESIDE_STAFF:
                yield from _beside_staff(headless)
    yield "done"
    headless.driver.touch("home")


def _beside_staff(headless: HeadlessKiosk) -> Iterator[str]:
    headless.kiosk.launcher.by_number(OTHER_NUMBER)
    headless.driver.wait_until(lambda: headless.driver.is_seen("offer-no"), "the question")
    yield "offer"
    headless.driver.touch("offer-no")
    headless.driver.touch("mark")
    headless.driver.touch("mark")
    yield "overlay"
    headless.driver.touch("overlay:steps")
    yield "overlay-steps"
    headless.driver.touch("overlay:close")


def _around_home(headless: HeadlessKiosk) -> Iterator[str]:
    yield "home"
    headless.driver.touch(NEXT)
    yield "home-2"
    headless.driver.touch("by-number")
    headless.driver.touch("number:9")
    yield "number"
    headless.driver.touch("number:open")
    headless.driver.wait_until(lambda: headless.kiosk.visit.assist.refused, "the answer")
    yield "number-unknown"
    headless.driver.touch("number-close")
    headless.driver.touch("adjust")
    yield "adjust"
    headless.driver.touch("adjusted")
    headless.driver.touch("call")
    yield "call"
    headless.driver.touch("staff-login")
    yield "pin"
    yield from _staff_area(headless)
    headless.kiosk.visit.check_idle_after(headless.kiosk.settings.idle.warn_after_s)
    yield "idle"
    headless.driver.touch("still-here")


def _staff_area(headless: HeadlessKiosk) -> Iterator[str]:
    for digit in "111111":
        headless.driver.touch(f"pin:{digit}")
    headless.driver.touch("pin:enter")
    headless.driver.wait_until(lambda: not headless.kiosk.staff.property("checking"), "the PIN")
    yield "pin-refused"
    for digit in PIN:
        headless.driver.touch(f"pin:{digit}")
    headless.driver.touch("pin:enter")
    headless.driver.wait_until(
        lambda: headless.journey.visit.page is Page.STAFF, "the staff's page"
    )
    yield "staff"
    for page_model in [page_model.name for page_model in headless.kiosk.staff.pages.rows]:
        headless.driver.turn_pages_to(f"page:{page_model}", "more-pages")
        headless.driver.touch(f"page:{page_model}")
        yield f"staff-{page_model}"
        headless.driver.touch("back")
    headless.driver.touch("back")
    headless.driver.touch(NEXT)
