"""The poster of all lessons, and the cards."""

import pytest
from paperwork import ADDRESS, LESSONS, SETTINGS, Paperwork, plain

from kiosk.domain.settings import Settings
from kiosk.handout import words
from kiosk.handout.typesetter import WALLS, typesetter

HEADS = [lesson.head for lesson in LESSONS]
NUMBERS = [head.number for head in HEADS]
MARGINS_MM = {"a3": 15, "a4": 11, "cards": 9.5}


@pytest.fixture(scope="module")
def papers(setting, tmp_path_factory):
    folder = tmp_path_factory.mktemp("poster")
    made = {wall: setting.poster(HEADS, wall) for wall in WALLS}
    made["cards"] = setting.cards(HEADS)
    return {name: Paperwork.written(each, folder / f"{name}.pdf") for name, each in made.items()}


@pytest.fixture(scope="module")
def without_page(qapp, own_folders):
    settings = SETTINGS.model_copy(update={"handout": Settings().handout})
    with typesetter(own_folders, settings) as setting:
        yield setting


@pytest.mark.parametrize("name", MARGINS_MM)
def test_every_lesson_is_there_with_its_number_and_a_code_that_a_camera_reads(papers, name):
    paper = papers[name]
    for head in HEADS:
        assert plain(head.title) in paper.text
        assert str(head.number) in paper.text
    assert plain(SETTINGS.centre.name) in paper.text
    codes = [ADDRESS.replace("{number}", str(number)) for number in NUMBERS]
    assert [mark["says"] for mark in paper.marks("code")] == codes
    assert sorted(paper.codes()) == sorted(codes)
    assert paper.is_clear_within(MARGINS_MM[name])
    assert paper.overlaps() == []
    assert all(line.split()[-5] == "yes" for line in paper.fonts)


def test_the_poster_of_the_shipped_lessons_is_one_sheet_or_two_small_ones(papers):
    assert {wall: papers[wall].made.pages for wall in WALLS} == {"a3": 1, "a4": 2}


@pytest.mark.parametrize("wall", WALLS)
@pytest.mark.parametrize("count", [1, 7, 60])
def test_few_lessons_and_many_find_their_place(setting, tmp_path, wall, count):
    heads = [
        HEADS[at % len(HEADS)].model_copy(update={"number": 99900 + at}) for at in range(count)
    ]
    poster = Paperwork.written(setting.poster(heads, wall), tmp_path / "poster.pdf")
    assert len(poster.marks("code")) == count
    assert all(str(head.number) in poster.text for head in heads)
    assert poster.is_clear_within(MARGINS_MM[wall])
    assert poster.overlaps() == []


def test_the_longest_title_keeps_within_its_card(setting, tmp_path):
    long = HEADS[0].model_copy(update={"title": "Xin giấy xác nhận tình trạng hôn nhân " * 2})
    cards = Paperwork.written(setting.cards([long]), tmp_path / "cards.pdf")
    assert cards.overlaps() == []
    ((*_, last),) = cards.words
    assert last.bottom <= 10 + 55.4
    assert plain(long.title) in cards.text


def test_codes_for_the_kiosks_own_scanner_are_there_when_they_are_asked_for(without_page, tmp_path):
    bare = Paperwork.written(without_page.cards(HEADS[:2]), tmp_path / "bare.pdf")
    assert bare.codes() == []
    cards = without_page.cards(HEADS[:2], for_scanner=True)
    codes = Paperwork.written(cards, tmp_path / "cards.pdf").codes()
    assert sorted(codes) == sorted(f"KIOSK:{number}" for number in NUMBERS[:2])


@pytest.mark.parametrize(
    ("for_scanner", "how"),
    [(False, words.POSTER_HOW), (True, words.POSTER_HOW_WITH_SCANNER)],
)
def test_the_poster_promises_no_code_that_is_not_there(without_page, tmp_path, for_scanner, how):
    made = without_page.poster(HEADS[:2], "a4", for_scanner=for_scanner)
    poster = Paperwork.written(made, tmp_path / "poster.pdf")
    assert plain(how) in poster.text
    assert bool(poster.codes()) is for_scanner
