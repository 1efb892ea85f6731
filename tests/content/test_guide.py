"""The guide for authors is generated from the examples, with a picture of each."""

import re
from datetime import date

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from kiosk.authoring.examples import element_example_data, element_example_file
from kiosk.authoring.guide import PAGES, PICTURES, guide_pages, topics
from kiosk.content.advice import Adviser
from kiosk.content.facts import read_facts
from kiosk.content.media import media_in
from kiosk.content.positions import read_document
from kiosk.content.reader import read_lesson
from kiosk.content.wording import described, sentence
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.docs_picture import pictures_differ, save_if_new
from kiosk.headless.guide import pictures
from kiosk.phone import element_kinds
from kiosk.player.lesson_run import begin, touch
from kiosk.steps import step_kinds

DOCS = CHECKOUT / "docs"
WRITTEN = guide_pages()
TOPICS = topics()
LARGEST = 60_000
LONGEST = 40
LINK = re.compile(r"\]\(([^)#:]+)\)")
WRITE_ANEW = "script/authoring-pages writes them anew"


def test_the_pages_say_what_examples_and_fields_say():
    written = {path.name: path.read_text("utf-8") for path in (CHECKOUT / PAGES).glob("*.md")}
    assert written == WRITTEN, WRITE_ANEW


def test_every_kind_of_step_and_every_element_has_its_page():
    assert {f"buoc-{kind}.md" for kind in step_kinds()} <= WRITTEN.keys()
    assert {f"muc-{key}.md" for key in element_kinds()} <= WRITTEN.keys()
    assert all(f"]({topic.page}.md)" in WRITTEN["README.md"] for topic in TOPICS)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.page)
def test_a_page_has_the_whole_example_and_every_field_of_its_own(topic):
    page = WRITTEN[f"{topic.page}.md"]
    assert topic.example.read_text("utf-8").strip() in page
    for name, field in topic.schema["properties"].items():
        if name not in topic.also:
            assert f"| `{name}` |" in page
            assert described(field["description"]).replace("|", "\\|") in page


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.page)
def test_a_page_has_a_small_picture_of_the_real_kiosk(topic, qapp):
    path = CHECKOUT / PICTURES / f"{topic.page}.png"
    assert path.stat().st_size <= LARGEST
    picture = QImage(str(path))
    assert min(picture.width(), picture.height()) >= 250
    places = ((x, y) for x in range(0, picture.width(), 9) for y in range(0, picture.height(), 9))
    assert len({picture.pixel(x, y) for x, y in places}) > 4


def test_the_pictures_show_what_the_kiosk_shows_now(qapp):
    others = []
    for topic, now in pictures(TOPICS):
        with Image.open(CHECKOUT / PICTURES / f"{topic.page}.png") as before:
            if pictures_differ(before, now):
                others.append(topic.page)
    assert others == [], WRITE_ANEW


def test_a_picture_is_written_anew_only_when_a_thing_has_moved(tmp_path):
    with Image.open(CHECKOUT / PICTURES / f"{TOPICS[0].page}.png") as shipped:
        shown = shipped.convert("RGB")
    path = tmp_path / "picture.png"
    assert save_if_new(shown, path)
    assert not save_if_new(shown.point(lambda level: max(0, level - 9)), path)
    moved = shown.copy()
    moved.paste(shown.crop((20, 480, 180, 530)), (20, 470))
    assert save_if_new(moved, path)
    assert not save_if_new(moved, path)


def test_a_picture_that_few_colours_cannot_show_is_written_as_it_is(tmp_path):
    noise = Image.merge("RGB", [Image.effect_noise((60, 60), 200) for _ in range(3)])
    colourful = noise.resize((240, 240), Image.Resampling.NEAREST)
    path = tmp_path / "picture.png"
    assert save_if_new(colourful, path)
    assert not save_if_new(colourful, path)


def test_no_picture_is_left_of_what_is_gone():
    pictures = {path.stem for path in (CHECKOUT / PICTURES).iterdir()}
    assert pictures == {topic.page for topic in TOPICS}


@pytest.mark.parametrize("path", [DOCS / "authoring.md", *(DOCS / "authoring").glob("*.md")])
def test_every_link_leads_somewhere(path):
    for link in LINK.findall(path.read_text("utf-8")):
        assert (path.parent / link).exists(), link


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.page)
def test_an_example_is_a_lesson_without_fault_or_advice(topic):
    reading = read_lesson(topic.example, media_in(Folders()))
    assert [sentence(problem) for problem in reading.problems] == []
    document = read_document(topic.example)
    facts = read_facts(CHECKOUT / "lessons")
    advice = Adviser(reading.lesson, document, facts, date(2026, 11, 24)).advice()
    assert [sentence(problem) for problem in advice] == []


@pytest.mark.parametrize("key", sorted(element_kinds()))
def test_the_example_of_an_element_shows_it_and_is_played_to_the_end(key):
    shown = [
        next(iter(part))
        for parts in element_example_data(key)["screens"].values()
        for part in parts
    ]
    assert key in shown
    lesson = read_lesson(element_example_file(key), media_in(Folders())).lesson
    for way in lesson.ways:
        run = begin(lesson, way)
        for _ in range(LONGEST):
            run = touch(run, run.expected)
        assert run.over


def test_examples_of_elements_share_no_screens():
    names = [name for key in element_kinds() for name in element_example_data(key)["screens"]]
    assert len(names) == len(set(names))


def test_the_examples_of_elements_play_in_the_real_window(make_headless, tmp_path):
    home = tmp_path / "home"
    (home / "lessons").mkdir(parents=True)
    for folder in ("media", "translations"):
        (home / folder).symlink_to(CHECKOUT / folder, target_is_directory=True)
    for number, key in enumerate(element_kinds(), start=1):
        text = element_example_file(key).read_text("utf-8")
        text = text.replace("\nnumber: 1\n", f"\nnumber: {number}\n")
        (home / "lessons" / f"{key}.yaml").write_text(text, encoding="utf-8")
    headless = make_headless(home)
    headless.journey.to_home("vi")
    for key in element_kinds():
        headless.journey.to_lesson(key)
        headless.journey.to_way(Way.TOGETHER)
        assert len(list(headless.journey.places(Way.TOGETHER))) == 2, key
        headless.driver.touch("home")
