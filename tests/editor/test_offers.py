"""Suggestions of the editor: free lesson numbers, photos, facts stated in a sentence, drawings."""

from datetime import date

import pytest

from kiosk.content.facts import Fact, FactList, Facts
from kiosk.editor.drawing_search import drawing_words, find_drawings, words_for
from kiosk.editor.numbers import (
    NUMBERS_FILE,
    free_numbers,
    list_of_numbers,
    numbers_listed,
)
from kiosk.editor.photo_shapes import SHAPES, kept_part
from kiosk.editor.photos import find_photos
from kiosk.folders import CHECKOUT


def test_numbers_of_other_kiosks_are_not_offered(tmp_path):
    (tmp_path / NUMBERS_FILE).write_text("11  Nối Wi-Fi\n\nghi chú\n 13. Zalo\n", "utf-8-sig")
    listed = numbers_listed(tmp_path / "none", tmp_path)
    assert listed == {11: "Nối Wi-Fi", 13: "Zalo"}
    assert free_numbers(11, listed)[:3] == (12, 14, 15)


def test_a_list_is_read_as_it_was_written(tmp_path):
    titles = {7: "Số bảy", 120: "Gọi 113"}
    (tmp_path / NUMBERS_FILE).write_text(list_of_numbers(titles), "utf-8")
    assert numbers_listed(tmp_path) == titles


def test_photos_are_found_below_folders_and_nothing_else(tmp_path):
    below = tmp_path / "DCIM" / "100"
    below.mkdir(parents=True)
    (below / "anh.HEIC").touch()
    (below / "bai.yaml").touch()
    (below / ".an.jpg").touch()
    assert find_photos(tmp_path, tmp_path / "none") == (below / "anh.HEIC",)


@pytest.mark.parametrize(
    ("shape", "kept"),
    [("whole", (0, 0, 400, 300)), ("square", (50, 0, 300, 300)), ("tall", (87, 0, 225, 300))],
)
def test_the_middle_of_a_photo_is_kept(shape, kept):
    assert kept_part(400, 300, SHAPES[shape]) == kept


def test_a_fact_is_told_where_a_sentence_states_it():
    day = date(2026, 11, 20)
    police = Fact(value="113", means="Báo Công an", source="nguồn", on=day)
    vneid = Fact(value="1900.0368", means="Tổng đài VNeID", source="nguồn", on=day)
    facts = Facts(FactList(hotlines=(police, vneid)))
    assert facts.stated_in("Bác gọi 113 ngay.") == (police,)
    assert facts.stated_in("Bác gọi 1900 0368.") == (vneid,)
    assert facts.stated_in("Bác gọi 11345.") == ()


@pytest.mark.parametrize("folder", ["icons", "pictures"])
def test_every_drawing_has_words_to_look_for_it_by(folder):
    place = CHECKOUT / "media" / folder
    words = drawing_words(place)
    drawings = {path.stem for path in place.glob("*.svg")}
    assert words.keys() == drawings
    for name in sorted(drawings):
        assert name in find_drawings(words_for(name, words), drawings, words)
