"""What a learner and staff do at the new kiosk: every page that writes is used."""

from reference_kiosk import ReferenceKiosk

from kiosk.player.visit import Page
from kiosk.staff.touch_check import SPOTS

CENTRE_NAME, NETWORK, TRANSLATOR, TRANSLATION = " buk", "buk", "huk", " kuk"
"""Texts without a letter sequence that Vietnamese input would turn into a marked letter."""
STICK_NAME = "sda"
READING_LIMIT_S = 400
"""Limit of processor time until the first start has read all lessons."""
STICK_LESSON = """\
title: Gọi cháu
number: 98
goal: Bác gọi được cho cháu.
steps:
  - say: Bác chạm vào nút xanh.
  - say: Bác chờ cháu trả lời.
"""


def do_first_steps(reference: ReferenceKiosk) -> None:
    """A learner went through the first steps of a lesson."""
    reference.begin()
    reference.press("language:vi")
    reference.wait_until_equal("home", READING_LIMIT_S)
    reference.open_lesson("noi-wifi")
    reference.touch("make:android", "next", "next", "home")


def log_in(reference: ReferenceKiosk) -> None:
    """Staff logged in with the PIN."""
    reference.touch("call", "staff-login")
    for digit in reference.pin:
        reference.press(f"pin:{digit}")
    reference.press("pin:enter")
    reference.wait_for_page(Page.STAFF)
    reference.wait_until_equal("staff")


def enlarge_text(reference: ReferenceKiosk) -> None:
    """The text size was increased."""
    reference.open_staff_page("look")
    reference.press("text-large")
    reference.wait_until_shown("undo")
    reference.wait_until_equal("larger")
    reference.touch("back")


def name_the_centre(reference: ReferenceKiosk) -> None:
    """The centre's name and its Wi-Fi network were typed."""
    reference.open_staff_page("centre")
    for field, text in (("name", CENTRE_NAME), ("wifi-name", NETWORK)):
        reference.touch(f"line:{field}")
        reference.touch_keys(text)
        reference.wait_until_equal(field)
        reference.press("save")
        reference.wait_until_shown(f"line:{field}")
        reference.wait_until_equal("saved")
    reference.touch("back")


def translate_a_sentence(reference: ReferenceKiosk) -> None:
    """A sentence was translated."""
    reference.open_staff_page("translate")
    reference.press("language:en")
    reference.wait_until_shown("topic:noi-wifi")
    reference.wait_until_equal("topics")
    reference.touch("topic:noi-wifi")
    reference.touch_keys(TRANSLATOR)
    reference.press("key:done")
    reference.wait_until_shown("save")
    reference.wait_until_equal("translation")
    reference.touch_keys(TRANSLATION)
    reference.press("save")
    reference.wait_for_staff_property("busy", value=False)
    reference.wait_until_equal("saved")
    reference.touch("back", "back", "back")


def import_a_lesson(reference: ReferenceKiosk) -> None:
    """A lesson was imported from a stick, and the stick was removed."""
    reference.open_staff_page("stick")
    reference.plug_in(STICK_NAME, {"goi-chau.yaml": STICK_LESSON})
    reference.wait_until_shown("row:goi-chau.yaml")
    reference.wait_until_shown("take")
    reference.wait_until_equal("lessons")
    reference.press("take")
    reference.wait_for_staff_property("page", value="result")
    reference.wait_until_equal("imported")
    reference.pull_out()
    reference.touch("back")


AFTER_START = (
    do_first_steps,
    log_in,
    enlarge_text,
    name_the_centre,
    translate_a_sentence,
    import_a_lesson,
)
EXPECTED_FILES = {
    "site/config.local.yaml": (CENTRE_NAME, NETWORK, "text_size: large"),
    "site/lessons/goi-chau.yaml": ("title: Gọi cháu",),
    "site/translations/en/lessons.po": (TRANSLATION, f"translator: {TRANSLATOR}"),
}


def complete_the_first_start(reference: ReferenceKiosk) -> None:
    """The PIN was set, touch panel and loudspeaker were tested; the rest was postponed."""
    reference.touch("go-on")
    for _ in range(2):
        for digit in reference.pin:
            reference.press(f"pin:{digit}")
        reference.press("pin:enter")
        reference.wait_until_equal("pin")
    page_model = reference.headless.kiosk.staff.property("page")
    # The real kiosk may still be writing the PIN: a touch now would hit another page.
    reference.headless.driver.wait_until(lambda: page_model.page != "pin", "the PIN is written")
    reference.wait_until_equal(page_model.page)
    while page_model.page != "touch":
        reference.touch("later")
    for spot in SPOTS:
        reference.press(f"spot:{spot}")
    reference.touch("go-on")
    reference.touch("heard")
    while reference.headless.journey.visit.page is Page.STAFF:
        reference.press("later" if reference.headless.driver.is_seen("later") else "go-on")
        reference.wait_until_equal("later")


def postpone_all(reference: ReferenceKiosk) -> None:
    """Every question was postponed."""
    reference.touch("later")
    reference.press("go-on")
    reference.wait_for_page(Page.ATTRACT)
    reference.wait_until_equal("attract")
