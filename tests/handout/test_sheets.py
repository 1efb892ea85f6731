"""Every handout: its text, its measures and its pictures."""

import pytest
from making import explain, lesson
from paperwork import ADDRESS, LESSONS, SETTINGS, Paperwork, plain
from PIL import Image, ImageChops

from kiosk.domain.settings import Paper, Settings
from kiosk.folders import CHECKOUT
from kiosk.handout import typesetter as typesetting
from kiosk.handout.content import no_other, sheet_of
from kiosk.handout.typesetter import TypesettingError, typesetter
from kiosk.i18n.catalogue import read_catalogue

BY_ID = {lesson.id: lesson for lesson in LESSONS}
MARGINS_MM = {Paper.A4: 11, Paper.A5: 10, Paper.RECEIPT: 3.5}
LARGE_PRINT_PT = 14
OTHERS = [
    ("noi-wifi", Paper.A5, "vi"),
    ("khai-sinh", Paper.A5, "en"),
    ("noi-wifi", Paper.RECEIPT, "vi"),
    ("khai-sinh", Paper.RECEIPT, "en"),
    ("mua-hang", Paper.A4, "en"),
]
ALL = [*((lesson.id, Paper.A4, "vi") for lesson in LESSONS), *OTHERS]
ENGLISH = read_catalogue(CHECKOUT / "translations" / "en").text

every_sheet = pytest.mark.parametrize(("name", "paper", "language"), ALL)
LONGEST = sorted(LESSONS, key=lambda each: len(each.steps))[-5:]
some_sheets = pytest.mark.parametrize(("name", "paper", "language"), [ALL[0], *OTHERS])
every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)


@pytest.fixture
def sheet(paperwork, name, paper, language):
    return paperwork(BY_ID[name], paper, language)


def texts_of(sheet):
    """All texts that must be on the paper."""
    words = [sheet.title, sheet.goal, *sheet.remember]
    for fact in sheet.facts:
        words += [fact.label, *fact.values]
    for step in sheet.steps:
        words += [step.words, *step.ticks, *(label for label, _ in step.note)]
    texts = [text for each in words for text in (each.text, each.other) if text]
    values = [value for step in sheet.steps for _, value in step.note]
    return [
        *texts,
        *values,
        sheet.centre,
        sheet.hotline,
        sheet.verification_note,
        str(sheet.number),
    ]


@every_sheet
def test_every_sentence_can_be_read_in_letters_that_come_with_the_file(
    sheet, name, paper, language
):
    content = sheet_of(BY_ID[name], SETTINGS, ENGLISH if language == "en" else no_other)
    texts = texts_of(content)
    assert [text for text in texts if plain(text) not in sheet.text] == []
    assert sheet.fonts
    assert all(line.split()[-5] == "yes" for line in sheet.fonts), sheet.fonts
    whole = {word.text for words in sheet.words for word in words}
    broken = {plain(word) for text in texts for word in text.split()} - whole
    assert not broken, "a word goes on in the next line"


@every_sheet
def test_no_word_stands_upon_another(sheet, name, paper, language):
    assert sheet.overlaps() == []


@some_sheets
def test_nothing_is_outside_the_margins_and_a_camera_reads_the_codes(sheet, name, paper, language):
    assert sheet.is_clear_within(MARGINS_MM[paper])
    content = sheet_of(BY_ID[name], SETTINGS)
    wanted = {content.code, *(step.code for step in content.steps if step.code)}
    read = set(sheet.codes())
    assert wanted <= read
    assert ADDRESS.replace("{number}", str(content.number)) in read


@every_lesson
def test_one_leaf_of_a4_is_enough(paperwork, lesson):
    assert paperwork(lesson).made.pages <= 2


@pytest.mark.parametrize("lesson", LONGEST, ids=lambda lesson: lesson.id)
def test_one_leaf_of_a4_is_enough_also_in_two_languages(paperwork, lesson):
    bilingual = paperwork(lesson, language="en")
    assert bilingual.made.pages <= 2
    assert bilingual.overlaps() == []


@every_lesson
def test_every_step_and_screen_is_on_the_paper_in_its_order_and_in_large_print(paperwork, lesson):
    steps = sheet_of(lesson, SETTINGS).steps
    drawn = [mark for mark in paperwork(lesson).made.marks if mark["kind"] in ("step", "phone")]
    wanted = [kind for step in steps for kind in ["step", *(["phone"] if step.phone else [])]]
    assert [mark["kind"] for mark in drawn] == wanted
    items = paperwork(lesson).marks("step")
    assert [mark["number"] for mark in items] == [step.number for step in steps]
    assert min(mark["size"] for mark in items) >= LARGE_PRINT_PT


@pytest.mark.parametrize("name", ["noi-wifi", "mua-hang", "vneid-muc", "khai-sinh"])
def test_the_finger_is_over_no_word(setting, name):
    taught = BY_ID[name]
    moments = [step.phone for step in sheet_of(taught, SETTINGS).steps if step.phone]
    drawn = [setting.phones.picture(moment, taught.folder) for moment in moments]
    assert all(each.words for each in drawn)
    for each in drawn:
        boxes = each.finger.boxes() if each.finger else ()
        assert not [word for word in each.words if any(box.meets(word) for box in boxes)]


def test_where_something_is_to_be_touched_a_finger_is_seldom_missing(paperwork):
    steps = [step for taught in LESSONS for step in sheet_of(taught, SETTINGS).steps]
    with_target = [step for step in steps if step.phone and step.phone.target]
    pointing = sum(len(paperwork(taught).marks("finger")) for taught in LESSONS)
    assert pointing >= 0.8 * len(with_target)


def test_without_a_web_page_there_is_no_code_to_take_home(qapp, own_folders, tmp_path):
    settings = SETTINGS.model_copy(update={"handout": Settings().handout})
    with typesetter(own_folders, settings) as setting:
        for paper in (Paper.A5, Paper.RECEIPT):
            made = setting.sheet(BY_ID["the-bhyt"], paper)
            sheet = Paperwork.written(made, tmp_path / f"{paper}.pdf")
            assert sheet.codes() == []
            assert plain("mở máy ảnh, quét mã") not in sheet.text


HOSTILE = [
    "#panic() #import #let x",
    "$x^2$ *đậm* _nghiêng_ `mã`",
    r"C:\new \u{41} \\ // x /* y */",
    "<nhãn> @ai = a -- b --- c ~ d ... 'e' \"g\" [h] {i}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_a_lesson_are_never_markup(setting, tmp_path, text):
    hostile = lesson(explain(text), title=f"Bài {text}", remember=[text])
    sheet = Paperwork.written(setting.sheet(hostile, Paper.A4), tmp_path / "hostile.pdf")
    assert sheet.text.count(plain(text)) >= 3


def test_a_broken_picture_is_left_out_and_a_photo_stands_upright(setting, tmp_path):
    (tmp_path / "hong.svg").write_text("<svg")
    (tmp_path / "hong2.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 50)
    photo = Image.new("RGB", (400, 200), "red")
    exif = photo.getexif()
    exif[0x0112] = 6
    photo.save(tmp_path / "anh.jpg", exif=exif)
    steps = (explain("Chào bác.", picture=name) for name in ("hong", "hong2", "anh"))
    taught = lesson(*steps)
    taught = taught.model_copy(update={"folder": str(tmp_path)})
    sheet = Paperwork.written(setting.sheet(taught, Paper.A4), tmp_path / "to.pdf")
    assert [mark["file"] for mark in sheet.marks("picture")] == ["picture-anh.jpg"]
    red, green, _ = sheet.picture(1).split()
    reds = ImageChops.darker(
        red.point(lambda v: v > 240 and 255), green.point(lambda v: v < 9 and 255)
    )
    left, top, right, bottom = reds.getbbox()
    assert bottom - top > 1.8 * (right - left)


def test_what_typst_does_not_take_is_told_with_its_place(setting, monkeypatch):
    monkeypatch.setattr(setting, "_family", "")
    monkeypatch.setattr(typesetting, "LABELS", {})
    with pytest.raises(TypesettingError, match=r"sheet\.typ"):
        setting.sheet(BY_ID["lua-dao"], Paper.A4)


def test_pages_that_take_too_long_are_given_up(setting, monkeypatch):
    monkeypatch.setattr(typesetting, "LIMIT_S", 0.0)
    with pytest.raises(TypesettingError, match="a5: > 0 s"):
        setting.sheet(BY_ID["lua-dao"], Paper.A5)


@pytest.mark.parametrize("name", ["khai-sinh", "noi-wifi"])
def test_a_receipt_is_black_on_white(paperwork, name):
    sheet = paperwork(BY_ID[name], Paper.RECEIPT)
    assert sheet.made.pages == 1
    images = sheet.images()
    assert len(images) == len(sheet.marks("phone"))
    assert all(set(image.get_flattened_data()) <= {0, 255} for image in images)
    page = sheet.picture(1, 203, "-aa", "no", "-aaVector", "no")
    assert page.width == pytest.approx(80 / 25.4 * 203, abs=1)
    colours = page.getcolors(1 << 16)
    assert all(red == green == blue for _, (red, green, blue) in colours)
    grey = sum(count for count, (level, _, _) in colours if 0 < level < 255)
    assert grey <= 0.01 * page.width * page.height, "only the edges of the phones are resampled"


def test_a_colour_printer_is_given_little_to_print(paperwork):
    for each in LESSONS[:3]:
        grey = paperwork(each).picture(1, 40).convert("L")
        inked = sum((255 - level) / 255 * count for level, count in enumerate(grey.histogram()))
        assert inked / (grey.width * grey.height) < 0.14, each.id
