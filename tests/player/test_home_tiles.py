"""One tile for each lesson, and one tile for all parts of a series."""

from kiosk.domain.lesson import LessonHead
from kiosk.player.home_tiles import home_tiles


def head(number, title, part=0, of="vneid"):
    series = {"of": of, "part": part, "title": "Tài khoản VNeID"} if part else None
    return LessonHead(number=number, title=title, goal="Bác làm được.", series=series)


HEADS = {
    "noi-wifi": head(11, "Nối Wi-Fi"),
    "kich-hoat": head(21, "Kích hoạt", part=2),
    "mua-hang": head(91, "Mua hàng"),
    "muc-mot": head(95, "Mức 1", part=1),
}


def test_the_parts_of_a_series_have_one_tile_where_the_first_of_them_stands():
    tiles = home_tiles(HEADS)
    assert [tile.title for tile in tiles] == ["Nối Wi-Fi", "Tài khoản VNeID", "Mua hàng"]
    assert tiles[1].lessons == ("muc-mot", "kich-hoat")


def test_an_open_series_shows_its_parts_in_their_order():
    assert [tile.name for tile in home_tiles(HEADS, "vneid")] == ["muc-mot", "kich-hoat"]


def test_a_part_whose_series_is_not_there_is_a_lesson_like_any_other():
    alone = {name: HEADS[name] for name in ("noi-wifi", "kich-hoat")}
    assert [tile.name for tile in home_tiles(alone)] == ["noi-wifi", "kich-hoat"]


def test_a_series_that_is_gone_has_no_tiles():
    assert home_tiles({"noi-wifi": HEADS["noi-wifi"]}, "vneid") == ()
