"""The files of an edition: no inline code, shared colours, small size, one file if requested."""

import gzip
import random
import re
from pathlib import Path

import pytest
from editions import NEXT, PHONE, touched

from kiosk.domain.prompts import NO_SUCH_NUMBER
from kiosk.folders import CHECKOUT
from kiosk.player import come_back
from kiosk.web.graph import TooManyStatesError, graph_of
from kiosk.web.single_file import one_page
from kiosk.web.theme import THEME, theme_css
from kiosk.web.words import ASK_NETWORK, STANDS_IN, lines

BEFORE_FIRST_WORDS_BYTES = 150_000
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')


def test_the_folder_has_no_code_within_its_page(site):
    page = (site.folder / "index.html").read_text("utf-8")
    policy = POLICY.search(page)
    assert policy
    assert "unsafe" not in policy[1]
    assert not re.search(r"<script(?![^>]*src=)|<style| style=| on\w+=", page)
    assert policy[1] in (CHECKOUT / "docs" / "web.md").read_text("utf-8")
    asked = re.findall(r'"(?:first\.js|pages\.js|pages\.css)\?([0-9a-f]{16})"', page)
    assert len(asked) == 3, "of a browser's own cache it asks for those that belong together"
    assert len(set(asked)) == 1


def test_the_pages_work_behind_the_headers_that_the_guide_names(phone, spoken_site, serve):
    guide = (CHECKOUT / "docs" / "web.md").read_text("utf-8")
    headers = dict(re.findall(r"^\| `([A-Z][\w-]+)` \| `([^`]+)` \|", guide, re.MULTILINE))
    assert {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"} <= set(headers)
    assert "unsafe" not in headers["Content-Security-Policy"]
    phone.goto(serve(spoken_site.folder, headers).address + "#buoc-call")
    phone.wait_for_selector(".word.said")
    phone.evaluate("navigator.serviceWorker.ready")


def test_colours_are_those_of_the_kiosk():
    css, qml = theme_css(), THEME.read_text("utf-8")
    assert 'color accent: high ? "#8FD3FF" : "#0B5345"' in qml
    warm, high = css.split(':root[data-contrast="high"]')
    assert "--accent: #0B5345;" in warm
    assert "--accent: #8FD3FF;" in high
    used = set()
    for path in (CHECKOUT / "kiosk" / "web" / "site").glob("*.css"):
        used |= set(re.findall(r"var\(--([\w-]+)", path.read_text("utf-8")))
    known = set(re.findall(r"--([\w-]+):", css)) | {"mm", "letter-mm", "touch"}
    assert used <= known


def test_every_word_of_the_pages_is_known_to_them():
    code = "".join(
        path.read_text("utf-8") for path in (CHECKOUT / "kiosk").rglob("*.js") if path.is_file()
    )
    asked = set(re.findall(r'\bown(?:Said)?\("([\w:-]+)"', code))
    assert asked
    assert asked <= set(lines())


def test_little_is_loaded_before_the_first_words(browser, spoken_site, serve):
    context = browser.new_context(**PHONE, service_workers="block")
    page = context.new_page()
    loaded = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    address = serve(spoken_site.folder).address
    page.goto(f"{address}#buoc-call")
    page.wait_for_selector(".word.said")
    context.close()
    places = [url.removeprefix(address).partition("?")[0] for url in loaded]
    places = [each.partition("#")[0] or "index.html" for each in places]
    files = [spoken_site.folder / each for each in places if not each.startswith("blob:")]
    size = sum(len(_sent(path)) for path in set(files) if path.is_file())
    assert {"index.html", "first.js", "pages.js", "pages.css"} <= set(places)
    assert size <= BEFORE_FIRST_WORDS_BYTES


def _sent(path: Path) -> bytes:
    content = path.read_bytes()
    return content if path.suffix in (".mp3", ".png", ".webp") else gzip.compress(content, 9)


def test_one_file_teaches_a_lesson_without_any_other(phone, site, silent_edition, tmp_path):
    silent_edition({"buoc-ask": site.lessons["buoc-ask"]}, tmp_path / "pages")
    file = tmp_path / "bai.html"
    file.write_text(one_page(tmp_path / "pages"), "utf-8")
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(file.as_uri())
    phone.wait_for_selector(".lesson")
    touched(phone, NEXT)
    phone.wait_for_selector(".option")
    assert [url for url in asked if not url.startswith(("data:", "blob:"))] == [file.as_uri()]


def test_where_the_centres_own_network_would_be_the_pages_say_whom_to_ask(phone, site, serve):
    phone.goto(serve(site.folder).address + "#buoc-qr.together")
    phone.wait_for_selector(".lesson")
    touched(phone, NEXT)
    assert phone.inner_text(".stage .sentence") == ASK_NETWORK


def test_a_lesson_with_too_many_states_is_told(site, monkeypatch):
    monkeypatch.setattr("kiosk.web.graph.MAX_STATES", 5)
    lesson = site.lessons["buoc-ask"]
    with pytest.raises(TooManyStatesError, match="buoc-ask"):
        graph_of(lesson, lesson.ways[0], lambda run: {"a": run.at}, lambda *_: ())


def test_the_number_on_paper_opens_the_lesson_and_a_come_back_number_opens_it_alone(page, site):
    lesson = site.lessons["buoc-tap"]
    page.click(".begin")
    page.click('[data-target="above-by-number"]')
    for digit in "99":
        touched(page, f'[data-target="number-{digit}"]')
    touched(page, '[data-target="bar-number-open"]')
    assert page.inner_text(".sentence") == NO_SUCH_NUMBER.text
    for digit in come_back.number_of(lesson, 34):
        touched(page, f'[data-target="number-{digit}"]')
    touched(page, '[data-target="bar-number-open"]')
    page.wait_for_selector(".lesson")
    assert page.inner_text('[data-target="above-ways"]').strip() == "Bác tự làm"


def test_the_pages_know_a_come_back_number_as_the_kiosk_does(page, site):
    tried = "async (all) => { const {lessonOf} = await import('/js/lesson_number.js');"
    tried += "const catalogue = {lessons: [...Array(100000).keys()].map((number) => ({number}))};"
    tried += "return all.map((it) => { const {lesson, way} = lessonOf(catalogue, it);"
    tried += "return [lesson?.number ?? null, way]; }); }"
    draw = random.Random(1)
    good = [come_back.number_of(each, week) for each in site.lessons.values() for week in range(90)]
    others = [str(draw.randrange(100_000, 10_000_000)) for _ in range(500)]
    numbers = [each for each in (*good, *others) if each]
    expected = [come_back.code_of(each) for each in numbers]
    for number, message, code in zip(numbers, page.evaluate(tried, numbers), expected, strict=True):
        assert (message[1] == "alone") == bool(code), number
        assert code is None or message[0] == code.lesson, number


def test_the_lesson_of_the_address_is_asked_for_before_the_code_has_come(browser, site, serve):
    context = browser.new_context(**PHONE, service_workers="block")
    page = context.new_page()
    address = serve(site.folder).address
    asked: list[str] = []
    held = []

    def hold(route) -> None:
        held.append(route)

    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.route("**/pages.js?*", hold)
    with page.expect_request("**/lessons/buoc-tap/android-0-together.json"):
        page.goto(f"{address}#buoc-tap.together", wait_until="commit")
    held[0].continue_()
    page.wait_for_selector(".lesson")
    context.close()
    lessons = [path for path in asked if path.startswith("lessons")]
    assert len(lessons) == len(set(lessons)) == 4, lessons


def test_vietnamese_that_stands_in_is_marked_as_that(phone, spoken_site, serve):
    address = serve(spoken_site.folder).address
    phone.goto(f"{address}#buoc-call.vi")
    phone.wait_for_selector(".word.said")
    assert not phone.is_visible(".stands-in")
    phone.goto("about:blank")
    phone.goto(f"{address}#buoc-call.rad")
    phone.wait_for_selector(".stands-in", state="visible")
    assert phone.inner_text(".stands-in") == STANDS_IN
