"""The parsing and comparing code of script/try-guide, without a machine."""

import gzip
import struct
import time

import guide
import pytest
import scenarios
from console import read_glyphs, render_text
from machine import HEIGHT, WIDTH, Machine
from PIL import Image, ImageDraw
from reference_kiosk import MAX_DIFFERENCE, difference, pillow_image, reference_kiosk_for
from try_guide import INSTALL_SECTIONS, LAST_COMMAND

from kiosk.player.visit import Page

DIAGONAL = b"\x80\x40\x20\x10"


def commands(*sections):
    return "".join(
        block for number in sections for block in guide.command_blocks(number)
    ).splitlines()


def test_the_guides_commands_are_read_in_their_order():
    typed = commands(*INSTALL_SECTIONS)
    order = [
        "git clone",
        "script/setup kiosk",
        "deploy/lock-machine",
        ".venv/bin/kiosk pin",
    ]
    places = [next(at for at, line in enumerate(typed) if each in line) for each in order]
    assert places == sorted(places)
    assert "\n".join(typed).endswith(LAST_COMMAND.rstrip())
    assert sum(guide.REPOSITORY_PLACEHOLDER in line for line in typed) == 1


def test_later_commands_are_there():
    later = "\n".join(commands(9))
    expected = ("git pull", "deploy/lock-machine", "kiosk backup", "kiosk restore")
    assert all(word in later for word in expected)


def draw_page(*boxes):
    drawn = Image.new("RGB", (WIDTH, HEIGHT), "white")
    for box in boxes:
        ImageDraw.Draw(drawn).rectangle(box, fill="black")
    return drawn


def test_different_pages_are_distinguished_but_not_a_moved_edge():
    one = draw_page((100, 100, 900, 400))
    assert difference(one, draw_page((101, 101, 901, 400))) < MAX_DIFFERENCE
    assert difference(one, draw_page((100, 100, 900, 400), (1000, 100, 1400, 400))) > MAX_DIFFERENCE
    assert difference(one, one.resize((WIDTH // 2, HEIGHT // 2))) == 1


@pytest.mark.parametrize("kind", [1, 2])
def test_text_is_drawn_with_the_glyphs_of_the_console_font(tmp_path, kind):
    font = tmp_path / "font.psf.gz"
    if kind == 2:
        head = struct.pack("<8I", 0x864AB572, 0, 32, 1, 2, 4, 4, 8)
        content = head + bytes(4) + DIAGONAL + b" \xff" + "ế".encode() + b"\xff"
    else:
        table = struct.pack("<4H", ord(" "), 0xFFFF, ord("ế"), 0xFFFF)
        content = b"\x36\x04\x02\x04" + bytes(4) + DIAGONAL + bytes(254 * 4) + table
    font.write_bytes(gzip.compress(content))
    drawn = render_text(["", " ế"], read_glyphs(font))
    lit = {(x, y) for y in range(16) for x in range(32) if drawn.getpixel((x, y)) != (0, 0, 0)}
    ones = [(8, 4), (9, 5), (10, 6), (11, 7)]
    assert lit == {(2 * x + i, 2 * y + j) for x, y in ones for i in (0, 1) for j in (0, 1)}


class MirrorMachine:
    """A machine that shows the picture of the reference kiosk; one touch seems to be lost."""

    def __init__(self):
        self.touches, self.checks_until_lost = 0, 2

    def touch(self, x, y):
        self.touches += 1

    def stable_screenshot(self):
        return self.screenshot()

    def is_unchanged(self, before):
        self.checks_until_lost -= 1
        return self.checks_until_lost == 0

    def screenshot(self):
        return pillow_image(self.driver.picture())

    def wait_until(self, condition, description, limit_s):
        assert condition(), description


def test_the_first_steps_are_done_and_a_lost_touch_is_repeated(tmp_path):
    machine = MirrorMachine()
    with reference_kiosk_for(machine, tmp_path, "204816") as reference:
        machine.driver = reference.headless.driver
        scenarios.do_first_steps(reference)
        assert reference.headless.journey.visit.page is Page.HOME
        assert reference.repeated_touches == 1, "a touch that changed nothing was not made again"
    assert len(list(tmp_path.glob("*-lesson-*-expected.png"))) >= 1


class OtherLanguageMachine(MirrorMachine):
    """A machine whose attract page is always in another language than the reference kiosk's."""

    def screenshot(self):
        self.languages.greetInNext()
        self.driver.wait_for_frame()
        return super().screenshot()

    def wait_until(self, condition, description, limit_s):
        assert any(condition() for _ in range(2)), description


def test_attract_pages_in_different_languages_count_as_equal(tmp_path):
    machine = OtherLanguageMachine()
    with reference_kiosk_for(machine, tmp_path, "204816") as reference:
        machine.driver, machine.languages = (
            reference.headless.driver,
            reference.headless.kiosk.visit.languageChoice,
        )
        reference.wait_until_equal("attract")


class BusyMachine(Machine):
    """A machine without processor time on its host; it shows the result of a touch late."""

    pictures = ("before",) * 8 + ("after",)
    busy_share = 1.0

    def __init__(self):
        self.asked, self.began_s = 0, time.monotonic()

    @property
    def busy_or_queued_s(self):
        return (time.monotonic() - self.began_s) * self.busy_share

    def screenshot(self):
        self.asked += 1
        name = self.pictures[min(self.asked, len(self.pictures)) - 1]
        return Image.new("RGB", (1, 1), {"before": "white", "after": "black"}[name])


@pytest.mark.parametrize("is_idle", [False, True])
def test_a_touch_had_no_effect_only_if_the_machine_was_idle(monkeypatch, is_idle):
    monkeypatch.setattr("machine.POLL_S", 0.01)
    monkeypatch.setattr("machine.WALL_CLOCK_FACTOR", 1000)
    machine = BusyMachine()
    machine.busy_share = 0.0 if is_idle else 1.0
    before = Image.new("RGB", (1, 1), "white")
    assert machine.is_unchanged(before, for_s=0.04) == is_idle
