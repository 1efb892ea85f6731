"""The translation page in the real application, by touches and with a physical keyboard."""

from pathlib import Path

import polib
import pytest
from known_pin import known_record
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from small_home import LESSON, centre, language
from staff_touches import PIN, enter_pin

from kiosk import durable
from kiosk.domain.settings import TextSize
from kiosk.headless.ui_driver import items_below
from kiosk.keyboard.strokes import strokes
from kiosk.staff.pin import PinFile

LANGUAGE = """\
name: Klei Êđê
greeting: (thử)
invitation: (thử)
keys: [ă, â, ƀ, č, đ, ĕ, ê, ê̆, ĭ, ñ, ŏ, ô, ô̆, ơ, ơ̆, ŭ, ư, ư̆]
"""
PO = """\
msgid ""
msgstr ""
"Language: rad\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# reviewer: Y Thịnh
msgid "Nối mạng"
msgstr "anăn"

#, fuzzy
msgid "Bác chạm vào Cài đặt."
msgstr "klei"
"""
POT = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#. Màn hình (screen): BottomBar
#: kiosk/ui/BottomBar.qml
msgid "Còn %1 giây"
msgstr ""
"""


@pytest.fixture
def home(tmp_path) -> Path:
    """A centre with one lesson, and a language with few translations."""
    home = centre(tmp_path / "home", {"noi-mang": LESSON})
    (home / "translations" / "screens.pot").write_text(POT, encoding="utf-8")
    language(home, "rad", LANGUAGE, lessons=PO)
    return home


@pytest.fixture
def rad(home) -> Path:
    return home / "translations" / "rad" / "lessons.po"


@pytest.fixture
def headless(make_headless, folders, settings, home):
    PinFile(folders.pin).write(known_record(PIN))
    offered = settings.languages.model_copy(update={"offered": ("vi", "rad")})
    return make_headless(home, of=settings.model_copy(update={"languages": offered}))


def to_page(headless, language="vi") -> None:
    headless.journey.to_home(language)
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    enter_pin(headless)
    headless.driver.wait_until(lambda: headless.driver.is_seen("page:translate"), "the staff pages")
    headless.driver.touch("page:translate")


def to_topics(headless, language="vi") -> None:
    to_page(headless, language)
    headless.driver.touch("language:rad")
    settle(headless)


def to_editor(headless, topic="noi-mang", language="vi") -> None:
    to_topics(headless, language)
    headless.driver.touch(f"topic:{topic}")
    write(headless, "H'Huê")
    headless.driver.touch("key:done")


def page_model(headless):
    return headless.kiosk.staff.property("page")


def settle(headless) -> None:
    """Waits until the files are read or written and the page is laid out."""
    headless.driver.wait_until(lambda: not page_model(headless).property("busy"), "the files")
    headless.driver.wait_for_frame()


def write(headless, text: str) -> None:
    for sign, _ in strokes(text):
        if sign.isupper():
            headless.driver.touch("key:shift")
        if sign == "'":
            headless.driver.touch("key:signs")
        headless.driver.touch(f"key:{sign}")
        if sign == "'":
            headless.driver.touch("key:letters")


def erase_all(headless) -> None:
    while page_model(headless).property("translation"):
        headless.driver.touch("key:erase")


def save(headless) -> None:
    headless.driver.touch("save")
    settle(headless)


def shown_in_rad(headless, source: str) -> str | None:
    """The text that a learner sees in this language."""
    return headless.kiosk._translator.text_in("rad", source)


def shown(headless, name: str) -> list:
    seen = (item for item in items_below(headless.kiosk.window.contentItem()) if item.isVisible())
    return [item for item in seen if item.objectName() == name]


def entry(path: Path, source: str) -> polib.POEntry:
    return polib.pofile(path.read_text(encoding="utf-8")).find(source)


def test_a_sentence_is_translated_by_touches_and_kept_at_once(headless, rad):
    to_editor(headless, language="rad")
    while page_model(headless).property("source") != "Bác chờ một lát nhé.":
        headless.driver.touch("after")
    write(headless, "ƀuôn, čiăng, mơ̆ng, hmư̆, klei blŭ")
    save(headless)

    written = entry(rad, "Bác chờ một lát nhé.")
    assert written.msgstr == "ƀuôn, čiăng, mơ̆ng, hmư̆, klei blŭ"
    assert written.tcomment.startswith("translator: H'Huê\ntranslated: 20")
    assert written.fuzzy
    assert page_model(headless).property("message") == "Đã lưu. Chờ người thứ hai duyệt."


def test_what_a_second_person_confirms_is_shown_at_once_and_not_before(headless, rad):
    to_editor(headless, language="rad")
    while page_model(headless).property("source") != "Bác chờ một lát nhé.":
        headless.driver.touch("after")
    write(headless, "klei blŭ")
    save(headless)
    save(headless)
    assert page_model(headless).property("refused") is True, "she cannot confirm her own words"
    assert shown_in_rad(headless, "Bác chờ một lát nhé.") is None

    headless.driver.touch("back")
    settle(headless)
    headless.driver.touch("topic:review")
    write(headless, "Bia")
    headless.driver.touch("key:done")
    assert headless.driver.is_seen("step-picture") is page_model(headless).property("hasPicture")
    while page_model(headless).property("source") != "Bác chờ một lát nhé.":
        headless.driver.touch("after")
    assert page_model(headless).property("translator") == "H'Huê"
    save(headless)
    assert page_model(headless).property("message") == "Đã duyệt. Máy hiện câu này."
    assert entry(rad, "Bác chờ một lát nhé.").tcomment.splitlines()[2] == "reviewer: Bia"
    assert shown_in_rad(headless, "Bác chờ một lát nhé.") == "klei blŭ"


def test_words_of_a_dictionary_stand_beside_the_sentence(headless, rad):
    words = PO.replace("Bác chạm vào Cài đặt.", "một lát").replace('"klei"', '"bĕ"')
    rad.with_name("words.po").write_text(words, encoding="utf-8")
    to_editor(headless)
    while page_model(headless).property("source") != "Bác chờ một lát nhé.":
        headless.driver.touch("after")
    assert page_model(headless).property("knownWords") == "một lát: bĕ"
    while page_model(headless).property("source") != "Bác nối được mạng.":
        headless.driver.touch("after")
    assert page_model(headless).property("knownWords") == ""


def test_the_editor_begins_with_what_wants_somebody_and_confirms_it(headless, rad):
    to_editor(headless)
    assert page_model(headless).property("source") == "Bác nối được mạng."
    while page_model(headless).property("source") != "Bác chạm vào Cài đặt.":
        headless.driver.touch("after")
    assert page_model(headless).property("unsure") is True
    assert headless.driver.find("save").property("text") == "Xác nhận"

    save(headless)

    assert not entry(rad, "Bác chạm vào Cài đặt.").fuzzy
    assert entry(rad, "Bác chạm vào Cài đặt.").msgstr == "klei"
    assert page_model(headless).property("unsure") is False


def test_what_is_missing_comes_first_lessons_before_the_kiosks_own_words(headless):
    to_topics(headless)
    topics = {each.name: each for each in page_model(headless).topics.rows}

    assert list(topics) == ["review", "missing", "screens", "noi-mang"]
    assert (topics["noi-mang"].wanting, topics["noi-mang"].count) == (3, 4)
    assert (topics["review"].wanting, topics["missing"].wanting) == (1, 3)
    headless.driver.touch("topic:missing")
    write(headless, "A")
    headless.driver.touch("key:done")
    assert page_model(headless).property("source") == "Bác nối được mạng."
    assert page_model(headless).property("whereabouts").startswith("Nối mạng · mục tiêu")


def test_places_to_fill_in_are_asked_for_and_nothing_is_written(headless, rad):
    to_editor(headless, "screens")
    write(headless, "adôk")
    save(headless)

    assert "%1" in page_model(headless).property("message")
    assert page_model(headless).property("refused") is True
    assert entry(rad, "Còn %1 giây") is None
    assert page_model(headless).property("translation") == "adôk"

    write(headless, " ")
    headless.driver.touch("key:signs")
    for key in ("key:%", "key:1"):
        headless.driver.touch(key)
    save(headless)
    assert entry(rad, "Còn %1 giây").msgstr == "adôk %1"


def test_what_was_changed_by_hand_meanwhile_is_shown_and_not_lost(headless, rad):
    to_editor(headless)
    while page_model(headless).property("source") != "Nối mạng":
        headless.driver.touch("after")
    write(headless, "x")
    rad.write_text(PO.replace('"anăn"', '"anăn jăk"').replace('"klei"', '"klei mrâo"'), "utf-8")
    save(headless)

    assert page_model(headless).property("refused") is True
    assert entry(rad, "Nối mạng").msgstr == "anăn jăk"

    save(headless)
    assert entry(rad, "Nối mạng").msgstr == "anănx"
    assert entry(rad, "Bác chạm vào Cài đặt.").msgstr == "klei mrâo"


def test_a_broken_file_is_told_with_its_line_and_left_alone(headless, rad):
    to_editor(headless)
    broken = PO.replace('msgstr "anăn"', 'msgstr "anăn')
    rad.write_text(broken, encoding="utf-8")
    write(headless, "x")
    save(headless)

    assert "lessons.po" in page_model(headless).property("message")
    assert "dòng 8" in page_model(headless).property("message")
    assert rad.read_text(encoding="utf-8") == broken

    headless.driver.touch("back")
    settle(headless)
    assert "dòng 8" in page_model(headless).property("message")


def test_a_draft_waits_until_one_comes_back(headless):
    to_editor(headless)
    first = page_model(headless).property("source")
    write(headless, "blŭ")
    headless.driver.touch("after")
    assert page_model(headless).property("translation") != "blŭ"
    headless.driver.touch("before")

    assert page_model(headless).property("source") == first
    assert page_model(headless).property("translation") == "blŭ"


def test_a_translation_is_taken_away_by_emptying_it(headless, rad):
    to_editor(headless)
    while page_model(headless).property("source") != "Nối mạng":
        headless.driver.touch("after")
    erase_all(headless)
    save(headless)

    assert entry(rad, "Nối mạng").msgstr == ""


def test_real_keys_write_too_and_only_there(headless):
    to_editor(headless)
    for key in "klei ":
        QTest.keyClick(headless.kiosk.window, key)

    QTest.keyClick(headless.kiosk.window, "q", Qt.KeyboardModifier.ControlModifier)
    assert page_model(headless).property("translation") == "klei "

    headless.driver.touch("back")
    settle(headless)
    QTest.keyClick(headless.kiosk.window, "x")
    headless.driver.touch("topic:noi-mang")
    assert page_model(headless).property("translation") == "klei "


def test_nothing_of_the_translator_is_left_when_the_page_is_left(headless):
    to_editor(headless)
    write(headless, "x")
    model = page_model(headless)
    headless.kiosk.visit.endVisit()

    assert model.property("page") == "languages"
    assert (model._person, model._drafts) == ("", {})


def test_a_pulled_plug_while_writing_loses_nothing(headless, rad, monkeypatch):
    to_editor(headless)
    write(headless, "blŭ")

    def pull(_descriptor):
        raise OSError("no power")

    with monkeypatch.context() as plug:
        plug.setattr(durable.os, "fsync", pull)
        save(headless)
    assert rad.read_text(encoding="utf-8") == PO
    assert "no power" in page_model(headless).property("message")

    save(headless)
    assert entry(rad, "Bác nối được mạng.").msgstr == "blŭ"


@pytest.mark.parametrize(
    ("width", "height", "inches"), [(1366, 768, 15.6), (1024, 768, 15), (1080, 1920, 32)]
)
def test_the_longest_sentences_fit(make_headless, folders, settings, home, width, height, inches):
    longest = "Bác chạm vào ô có hình bánh răng, tên là Cài đặt, rồi chờ một lát cho máy mở ra nhé."
    lesson = home / "lessons" / "noi-mang.yaml"
    lesson.write_text(LESSON.replace("Bác chờ một lát nhé.", longest), encoding="utf-8")
    PinFile(folders.pin).write(known_record(PIN))
    requests = {"diagonal_in": inches, "text_size": TextSize.LARGEST}
    display = settings.display.model_copy(update=requests)
    of = settings.model_copy(update={"display": display})
    headless = make_headless(home, of=of, width=width, height=height)
    to_editor(headless)
    while page_model(headless).property("source") != longest:
        headless.driver.touch("after")
    page_model(headless).draft(f"{longest[:-1]}, klei blŭ ƀuôn čiăng mơ̆ng hmư̆.")
    page_model(headless).passageChanged.emit()
    headless.driver.wait_for_frame()

    (field,) = shown(headless, "field")
    (words,) = (item for item in items_below(field) if item.inherits("QQuickTextEdit"))
    (card,) = shown(headless, "source")
    (source,) = (item for item in items_below(card) if item.inherits("QQuickText"))
    per_mm = (width**2 + height**2) ** 0.5 / (inches * 25.4)
    assert words.property("contentHeight") <= field.height()
    assert source.property("contentHeight") <= card.height()
    for text in (words, source):
        assert QFontMetricsF(text.property("font")).capHeight() / per_mm >= 4.79
