"""The codes that the kiosk shows and prints open the right page at home."""

import pytest
from editions import ENGLISH, NEXT, touched

from kiosk.player import come_back, typed_number
from kiosk.qr.payload import lesson_payload

SIGN_S = 0.001
PLACE = "document.getElementById('page').dataset.place"
TO_TOUCH = {"android": "wifi", "samsung": "ket-noi"}
"""The first target on each make."""


def scanned(code: str, address: str) -> str:
    """The number that the kiosk's scanner input makes of a code."""
    state, now_s = typed_number.TypedNumber(), 100.0
    for sign in code:
        now_s += SIGN_S
        state = typed_number.after_key(state, sign, now_s)
    _, given = typed_number.ended(state, now_s + SIGN_S, by_hand=False, web_address=address)
    return given.number if given else ""


@pytest.mark.parametrize(
    ("language", "make", "way"),
    [
        ("", "samsung", "alone"),
        ("en", "samsung", "together"),
        ("en", "android", "watch"),
        ("", "android", "own-phone"),
    ],
)
def test_a_code_opens_the_lesson_in_her_language_on_her_phone_where_she_stopped(
    phone, site, serve, language, make, way
):
    lesson = site.lessons["hai-may"]
    address = serve(site.folder).address + "#{number}"
    code = lesson_payload(lesson.head.number, address, language=language, make=make, way=way)
    assert scanned(code, address) == str(lesson.head.number)
    phone.goto(code)
    phone.wait_for_selector(".lesson")
    assert phone.evaluate(PLACE).startswith(f"hai-may/{way}/")
    next_word = phone.inner_text('[data-target="bar-next"]')
    assert next_word == (ENGLISH.text("Tiếp tục") if language else "Tiếp tục")
    touched(phone, NEXT)
    phone.wait_for_selector(f'simulated-phone [data-target="{TO_TOUCH[make]}"]')


def test_a_come_back_number_in_the_address_opens_the_lesson_alone(phone, site, serve):
    number = come_back.number_of(site.lessons["buoc-tap"], 34)
    phone.goto(f"{serve(site.folder).address}#{number}")
    phone.wait_for_selector(".lesson")
    assert phone.evaluate(PLACE).startswith("buoc-tap/alone/")
