"""Accessibility of the pages: axe, screen readers, keyboard, large text, both themes."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from editions import CALM_MS, NEXT, PHONE, touched

LARGEST = 400
MAX_TABS = 60
LONG_MS = 60_000
WIDTH_PX = PHONE["viewport"]["width"]
TOUCHABLE = {"button", "checkbox", "switch", "link", "radio", "tab"}
LOOKS = pytest.mark.parametrize(
    ("theme", "size", "options"),
    [
        pytest.param("warm", 100, {"resultTypes": ["violations"]}, id="warm"),
        pytest.param(
            "high",
            LARGEST,
            {"resultTypes": ["violations"], "runOnly": ["color-contrast"]},
            id="high contrast, letters four times as large",
        ),
    ],
)
PLACE = "document.getElementById('page').dataset.place"
PHONE_NAME = "Điện thoại để tập, mô phỏng"
TOO_WIDE = """
(most) => [...document.querySelectorAll("body *")]
  .filter((it) => !it.closest(".hidden, [hidden], .finger"))
  .filter((it) => {
    const edge = it.closest(".glass")?.getBoundingClientRect().right ?? most;
    return it.getBoundingClientRect().right > edge + 0.5;
  })
  .map((it) => it.outerHTML.slice(0, 120))
"""

BROKEN_SYLLABLES = """
() => [...document.querySelectorAll(".sentence .word")]
  .filter((it) => /^\\p{L}{1,7}[.,!?:;]?$/u.test(it.textContent) && it.getClientRects().length > 1)
  .map((it) => it.textContent)
"""


@pytest.fixture
def shown(phone, site, serve):
    """Opens a place of the pages in a theme and text size."""
    address = serve(site.folder).address
    phone.goto(address)

    def show(place: str, theme: str = "warm", size: int = 100):
        kept = f'{{"contrast": "{theme}", "size": "{size}"}}'
        phone.evaluate(f"localStorage.setItem('kiosk', '{kept}')")
        phone.goto("about:blank")
        phone.goto(address + place)
        phone.wait_for_selector(".lesson, .begin, .tiles")
        return phone

    return show


def assert_accessible(page, where, options):
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("(options) => axe.run(options)", options)
    broken = [
        (rule["id"], [each["html"] for each in rule["nodes"]]) for rule in found["violations"]
    ]
    assert not broken, where


def assert_nothing_is_cut_off(page, where):
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH_PX, where
    assert page.evaluate(TOO_WIDE, WIDTH_PX) == [], where
    assert page.evaluate(BROKEN_SYLLABLES) == [], where


def steps_of(page, lesson, way):
    """Goes from step to step, and yields the name of each."""
    for at in range(len(lesson.positions(way))):
        touched(page, NEXT)
        yield f"{lesson.id} {way} {at}"


def touches(*targets):
    """Selectors of the targets to touch, in order."""
    return [f'[data-target="{target}"]' for target in targets]


PLACES = {
    "start": ("", []),
    "home": ("", [".begin"]),
    "languages": ("", [".begin", *touches("above-language")]),
    "letters and voice": ("", [".begin", *touches("above-adjust")]),
    "a number": ("", [".begin", *touches("above-by-number", "number-9")]),
    "no lesson of that number": (
        "",
        [".begin", *touches("above-by-number", "number-9", "bar-number-open")],
    ),
    "which phone": ("", [".begin", *touches("bar-next-page", "bar-next-page", "lesson:hai-may")]),
    "another phone": ("#hai-may.samsung.together", touches("above-change-phone")),
    "ways": ("#hai-may.samsung.together", touches("above-ways")),
    "the finger": (
        "#hai-may.samsung.together",
        touches("bar-next", "am-thanh", "am-thanh"),
    ),
    "a message arrives": ("#hai-may.samsung.together", touches("bar-next", "ket-noi")),
    "messages": (
        "#hai-may.samsung.together",
        touches("bar-next", "ket-noi", "shade"),
    ),
    "a wrong letter": (
        "#hai-may.samsung.together",
        touches("bar-next", "ket-noi", "key:3"),
    ),
    "troubles": ("#hai-may.android.own-phone", touches("bar-next", "trouble")),
    "a trouble": (
        "#hai-may.android.own-phone",
        touches("bar-next", "trouble", "trouble:khong-thay", "bar-trouble-tried"),
    ),
    "done": ("#hai-may.android.own-phone", touches("bar-next", "bar-next", "bar-next")),
    "an answer waits": ("#buoc-ask.together", touches("bar-next", "choice:1")),
    "an answer was right": ("#buoc-ask.together", touches("bar-next", "choice:1", "take")),
    "an answer was wrong": ("#buoc-ask.together", touches("bar-next", "choice:2", "take")),
    "who calls": ("#buoc-call.together", touches("bar-next", "choice:2", "take")),
}
"""All places that are not a step's first state: an address, and the touches that lead there."""


@LOOKS
def test_axe_finds_nothing_at_any_other_place(shown, theme, size, options):
    seen, places = set(), set()
    for name, (address, selectors) in PLACES.items():
        page = shown(address, theme, size)
        for selector in selectors:
            page.wait_for_selector(selector)
            touched(page, f"{selector} >> nth=0")
        page.clock.fast_forward(CALM_MS)
        assert_nothing_is_cut_off(page, name)
        assert_accessible(page, name, options)
        seen.add(page.inner_html("#page"))
        places.add(page.evaluate(PLACE))
    assert len(seen) == len(PLACES)
    assert {"sheet/make", "sheet/ways", "sheet/trouble/khong-thay/1", "done/hai-may"} <= places


@LOOKS
def test_axe_finds_nothing_in_any_step_and_nothing_is_cut_off(shown, site, theme, size, options):
    for name, lesson in site.lessons.items():
        way = lesson.ways[0 if size == LARGEST else min(1, len(lesson.ways) - 1)]
        page = shown(f"#{name}.android.{way}", theme, size)
        for where in steps_of(page, lesson, way):
            assert_nothing_is_cut_off(page, where)
            assert_accessible(page, where, options)


def test_the_key_to_be_pressed_stays_in_view_when_something_is_told(shown):
    address, selectors = PLACES["a wrong letter"]
    page = shown(address)
    for selector in selectors:
        touched(page, selector)
    page.wait_for_selector(".feedback .sentence")
    key, bar = (page.locator(each).bounding_box() for each in (".key.glowing", "nav.bar"))
    assert 0 < key["y"] < key["y"] + key["height"] <= bar["y"]


def strike(page, target):
    """Moves the focus to the target with Tab, and presses Enter."""
    focused = "document.activeElement.dataset.target"
    place = f'[data-target="{target}"]'
    page.wait_for_selector(place)
    page.clock.fast_forward(CALM_MS)
    page.wait_for_selector(place)
    for _ in range(MAX_TABS):
        if page.evaluate(focused) == target:
            break
        page.keyboard.press("Tab")
    assert page.evaluate(focused) == target
    page.keyboard.press("Enter")


def test_a_lesson_is_learned_with_the_keyboard_alone(shown):
    page = shown("#hai-may")
    for target in ("make:samsung", "above-ways", "way:together", "bar-next", "am-thanh"):
        strike(page, target)
    page.wait_for_selector(".feedback .sentence")
    strike(page, "ket-noi")
    for letter in "482915":
        strike(page, f"key:{letter}")
    page.clock.fast_forward(CALM_MS)
    page.wait_for_selector('#page[data-place^="hai-may/alone"]')


def test_an_answer_is_taken_with_the_keyboard_alone(shown):
    page = shown("#buoc-ask.together")
    for target in ("bar-next", "choice:1", "take"):
        strike(page, target)
    page.wait_for_selector(".option.found")


WATCH_NAMES = """
window.named = [];
new MutationObserver((all) => {
  for (const {target} of all) {
    if (target.classList.contains("naming")) named.push(target.dataset.target);
  }
}).observe(document, {subtree: true, attributes: true, attributeFilter: ["class"]});
"""
TO_CHOOSE = """
[...document.querySelectorAll("main :is(.tile-button, .choice, .setting button, .call-key)")]
  .map((it) => it.dataset.target)
"""
WITH_CHOICES = ("home", "languages", "letters and voice", "which phone", "ways", "troubles")


def test_everything_that_can_be_chosen_is_said_while_it_lights_up(shown):
    asked = {"#buoc-call.together": touches("bar-next"), "#buoc-ask.together": touches("bar-next")}
    shown("").add_init_script(WATCH_NAMES)
    for address, selectors in (*(PLACES[name] for name in WITH_CHOICES), *asked.items()):
        page = shown(address)
        for selector in selectors:
            page.wait_for_selector(selector)
            touched(page, selector)
        for again in (False, True):
            page.evaluate("named.length = 0")
            if again:
                touched(page, touches("bar-hear")[0])
            page.clock.run_for(LONG_MS)
            choices = page.evaluate(TO_CHOOSE)
            assert choices
            assert set(choices) <= set(page.evaluate("named")), (address, selectors, again)


ANIMATED = "getComputedStyle(document.querySelector('.lesson')).animationName !== 'none'"


@pytest.mark.parametrize("action", ["reduce", "no-preference"])
def test_nothing_moves_on_a_phone_that_is_set_to_stillness(browser, site, serve, action):
    context = browser.new_context(**PHONE, reduced_motion=action, service_workers="block")
    page = context.new_page()
    page.goto(serve(site.folder).address + "#hai-may.android.together")
    page.wait_for_selector(".lesson")
    moving = page.evaluate(ANIMATED)
    context.close()
    assert moving == (action == "no-preference")


def heard(page) -> list[tuple[str, str]]:
    """The items that TalkBack or VoiceOver reads, in order: role and name of each."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    found = []

    def walk(node) -> None:
        if not node["ignored"]:
            found.append((node["role"]["value"], node.get("name", {}).get("value", "").strip()))
        for each in node.get("childIds", ()):
            if each in by_id:
                walk(by_id[each])

    walk(nodes[0])
    return found


def test_a_screen_reader_comes_by_the_words_then_the_phone_then_the_bar(shown, site):
    named: set[str] = set()
    for id_ in ("hinh", "buoc-ask", "buoc-papers"):
        page = shown(f"#{id_}.together")
        for where in steps_of(page, site.lessons[id_], "together"):
            reported = heard(page)
            for role, name in reported:
                assert name or role not in TOUCHABLE, f"{where}: {reported}"
            names = [name for _, name in reported]
            named |= set(names)
            words = names.index(page.locator(".told-now .sentence .word").first.inner_text())
            after = (
                [PHONE_NAME] if PHONE_NAME in names else page.locator(".choice").all_inner_texts()
            )
            for each in after:
                assert words < names.index(each) < names.index("Tiếp tục"), where
    assert {"Quay lại, trên điện thoại", "Chữ hoa", "Xóa chữ trước", "Dấu cách"} <= named
