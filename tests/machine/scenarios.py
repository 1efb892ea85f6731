"""What a learner and staff do at the new kiosk: every page that writes is used."""

from twin import Twin

from kiosk.player.visit import Page
from kiosk.staff.touch_check import SPOTS

PLACE, NETWORK, WHO, WORD = " buk", "buk", "huk", " kuk"
"""Texts without a letter sequence that Vietnamese input would turn into a marked letter."""
STICK = "sda"
LESSONS_READ_S = 400
"""Limit of processor time until the first start has read all lessons."""
LESSON = """\
title: Gọi cháu
number: 98
goal: Bác gọi được cho cháu.
steps:
  - say: Bác chạm vào nút xanh.
  - say: Bác chờ cháu trả lời.
"""


def learn(twin: Twin) -> None:
    """A learner went through the first steps of a lesson."""
    twin.begin()
    twin.press("language:vi")
    twin.wait_until_alike("home", LESSONS_READ_S)
    twin.open_lesson("noi-wifi")
    twin.touch("make:android", "next", "next", "home")


def log_in(twin: Twin) -> None:
    """Staff logged in with the PIN."""
    twin.touch("call", "staff-login")
    for digit in twin.pin:
        twin.press(f"pin:{digit}")
    twin.press("pin:enter")
    twin.wait_for_page(Page.STAFF)
    twin.wait_until_alike("staff")


def set_the_look(twin: Twin) -> None:
    """The text size was increased."""
    twin.open_staff_page("look")
    twin.press("text-large")
    twin.wait_to_see("undo")
    twin.wait_until_alike("larger")
    twin.touch("back")


def name_the_place(twin: Twin) -> None:
    """The centre's name and its Wi-Fi network were typed."""
    twin.open_staff_page("centre")
    for line, words in (("name", PLACE), ("wifi-name", NETWORK)):
        twin.touch(f"line:{line}")
        twin.touch_keys(words)
        twin.wait_until_alike(line)
        twin.press("save")
        twin.wait_to_see(f"line:{line}")
        twin.wait_until_alike("saved")
    twin.touch("back")


def translate(twin: Twin) -> None:
    """A sentence was translated."""
    twin.open_staff_page("translate")
    twin.press("language:en")
    twin.wait_to_see("topic:noi-wifi")
    twin.wait_until_alike("topics")
    twin.touch("topic:noi-wifi")
    twin.touch_keys(WHO)
    twin.press("key:done")
    twin.wait_to_see("save")
    twin.wait_until_alike("desk")
    twin.touch_keys(WORD)
    twin.press("save")
    twin.wait_for_staff_page("busy", value=False)
    twin.wait_until_alike("saved")
    twin.touch("back", "back", "back")


def take_a_lesson(twin: Twin) -> None:
    """A lesson was imported from a stick, and the stick was removed."""
    twin.open_staff_page("stick")
    twin.plug_in(STICK, {"goi-chau.yaml": LESSON})
    twin.wait_to_see("row:goi-chau.yaml")
    twin.wait_to_see("take")
    twin.wait_until_alike("lessons")
    twin.press("take")
    twin.wait_for_staff_page("page", value="result")
    twin.wait_until_alike("taken")
    twin.pull_out()
    twin.touch("back")


ALL = (learn, log_in, set_the_look, name_the_place, translate, take_a_lesson)
WRITTEN = {
    "site/config.local.yaml": (PLACE, NETWORK, "text_size: large"),
    "site/lessons/goi-chau.yaml": ("title: Gọi cháu",),
    "site/translations/en/lessons.po": (WORD, f"translator: {WHO}"),
}


def answer_the_first_start(twin: Twin) -> None:
    """The PIN was set, touch panel and loudspeaker were tested; the rest was left for later."""
    twin.touch("go-on")
    for _ in range(2):
        for digit in twin.pin:
            twin.press(f"pin:{digit}")
        twin.press("pin:enter")
        twin.wait_until_alike("pin")
    page_model = twin.on.kiosk.staff.property("page")
    # The real kiosk may still be writing the PIN: a touch now would hit another page.
    twin.on.driver.wait_until(lambda: page_model.page != "pin", "the PIN is written")
    twin.wait_until_alike(page_model.page)
    while page_model.page != "touch":
        twin.touch("later")
    for spot in SPOTS:
        twin.press(f"spot:{spot}")
    twin.touch("go-on")
    twin.touch("heard")
    while twin.on.journey.visit.page is Page.STAFF:
        twin.press("later" if twin.on.driver.is_seen("later") else "go-on")
        twin.wait_until_alike("later")


def leave_all_for_later(twin: Twin) -> None:
    """Every question was left for later."""
    twin.touch("later")
    twin.press("go-on")
    twin.wait_for_page(Page.ATTRACT)
    twin.wait_until_alike("attract")
