"""The parsing and comparing code of script/try-guide, without a machine."""

import gzip
import struct
import time

import guide
import pytest
import walks
from console import letters_of, picture_of_text
from machine import HEIGHT, WIDTH, Machine
from PIL import Image, ImageDraw
from try_guide import INSTALLING, START
from twin import MOST_DIFFERENT, difference, picture_of, twin_of

from kiosk.player.visit import Page

FOUR_ROWS = b"\x80\x40\x20\x10"


def commands(*sections):
    return "".join(block for number in sections for block in guide.blocks(number)).splitlines()


def test_the_guides_commands_are_read_in_their_order():
    typed = commands(*INSTALLING)
    order = [
        "git clone",
        "script/setup kiosk",
        "deploy/lock-machine",
        ".venv/bin/kiosk pin",
    ]
    places = [next(at for at, line in enumerate(typed) if each in line) for each in order]
    assert places == sorted(places)
    assert "\n".join(typed).endswith(START.rstrip())
    assert sum(guide.REPOSITORY in line for line in typed) == 1


def test_later_commands_are_there():
    later = "\n".join(commands(9))
    words = ("git pull", "deploy/lock-machine", "kiosk backup", "kiosk restore")
    assert all(word in later for word in words)


def page(*boxes):
    drawn = Image.new("RGB", (WIDTH, HEIGHT), "white")
    for box in boxes:
        ImageDraw.Draw(drawn).rectangle(box, fill="black")
    return drawn


def test_pages_are_told_apart_and_a_moved_edge_is_not():
    one = page((100, 100, 900, 400))
    assert difference(one, page((101, 101, 901, 400))) < MOST_DIFFERENT
    assert difference(one, page((100, 100, 900, 400), (1000, 100, 1400, 400))) > MOST_DIFFERENT
    assert difference(one, one.resize((WIDTH // 2, HEIGHT // 2))) == 1


@pytest.mark.parametrize("kind", [1, 2])
def test_words_are_drawn_with_the_letters_of_the_console(tmp_path, kind):
    font = tmp_path / "font.psf.gz"
    if kind == 2:
        head = struct.pack("<8I", 0x864AB572, 0, 32, 1, 2, 4, 4, 8)
        content = head + bytes(4) + FOUR_ROWS + b" \xff" + "ế".encode() + b"\xff"
    else:
        table = struct.pack("<4H", ord(" "), 0xFFFF, ord("ế"), 0xFFFF)
        content = b"\x36\x04\x02\x04" + bytes(4) + FOUR_ROWS + bytes(254 * 4) + table
    font.write_bytes(gzip.compress(content))
    drawn = picture_of_text(["", " ế"], letters_of(font))
    lit = {(x, y) for y in range(16) for x in range(32) if drawn.getpixel((x, y)) != (0, 0, 0)}
    ones = [(8, 4), (9, 5), (10, 6), (11, 7)]
    assert lit == {(2 * x + i, 2 * y + j) for x, y in ones for i in (0, 1) for j in (0, 1)}


class Mirror:
    """A machine that shows the same picture as its twin; one of its touches seems to be lost."""

    def __init__(self):
        self.touches, self.lost = 0, 2

    def touch(self, x, y):
        self.touches += 1

    def still_picture(self):
        return self.picture()

    def stays_as(self, before):
        self.lost -= 1
        return self.lost == 0

    def picture(self):
        return picture_of(self.driver.picture())

    def wait_until(self, is_so, what, limit_s):
        assert is_so(), what


def test_the_walk_to_a_lesson_finds_its_way(tmp_path):
    machine = Mirror()
    with twin_of(machine, tmp_path, "204816") as twin:
        machine.driver = twin.on.driver
        walks.learn(twin)
        assert twin.on.journey.visit.page is Page.HOME
        assert twin.in_vain == 1, "a touch that changed nothing was not made again"
    assert len(list(tmp_path.glob("*-lesson-*-meant.png"))) >= 1


class Opposite(Mirror):
    """A machine whose attract page is always in another language than its twin's."""

    def picture(self):
        self.languages.greetInNext()
        self.driver.wait_for_frame()
        return super().picture()

    def wait_until(self, is_so, what, limit_s):
        assert any(is_so() for _ in range(2)), what


def test_two_that_greet_in_turn_are_alike_whenever_each_does(tmp_path):
    machine = Opposite()
    with twin_of(machine, tmp_path, "204816") as twin:
        machine.driver, machine.languages = twin.on.driver, twin.on.kiosk.visit.languageChoice
        twin.wait_until_alike("attract")


class Starved(Machine):
    """A machine without processor time on its host; it shows the result of a touch late."""

    pictures = ("before",) * 8 + ("after",)
    busy_share = 1.0

    def __init__(self):
        self.asked, self.began_s = 0, time.monotonic()

    @property
    def busy_or_queued_s(self):
        return (time.monotonic() - self.began_s) * self.busy_share

    def picture(self):
        self.asked += 1
        name = self.pictures[min(self.asked, len(self.pictures)) - 1]
        return Image.new("RGB", (1, 1), {"before": "white", "after": "black"}[name])


@pytest.mark.parametrize("is_idle", [False, True])
def test_a_touch_is_in_vain_only_where_the_machine_had_nothing_to_do(monkeypatch, is_idle):
    monkeypatch.setattr("machine.POLL_S", 0.01)
    monkeypatch.setattr("machine.WALL_CLOCK_FACTOR", 1000)
    machine = Starved()
    machine.busy_share = 0.0 if is_idle else 1.0
    before = Image.new("RGB", (1, 1), "white")
    assert machine.stays_as(before, for_s=0.04) == is_idle
