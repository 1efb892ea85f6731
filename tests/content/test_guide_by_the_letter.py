"""Following the guide word for word gives a lesson without lint problems."""

import re
import shlex

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.content.wording import sentence
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library

GUIDE = (CHECKOUT / "docs" / "authoring.md").read_text("utf-8")
BLOCK = re.compile(r"^```(yaml)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
YAML = [text for sort, text in BLOCK.findall(GUIDE) if sort]
TYPED = sorted(
    {
        *re.findall(r"^kiosk .+$", GUIDE, re.MULTILINE),
        *re.findall(r"`(kiosk [a-z]+ [^`]+)`", GUIDE),
    }
)


def part(first_word: str) -> str:
    """The only block that begins with this word."""
    (found,) = [text for text in YAML if text.startswith(first_word)]
    return found


def test_the_pieces_of_the_guide_make_a_lesson(tmp_path):
    own_phone = part("  - say: Bác chạm vào Gọi Mẫu.")
    lesson = part("title:") + part("screens:") + part("steps:") + own_phone
    looked_at = "  - say: Bác nhìn tên cháu nhé.\n    screen: danh-ba\n"
    path = tmp_path / "goi-video.yaml"
    path.write_text(lesson + looked_at, encoding="utf-8")
    reading = read_lesson(path, media_in(Folders()))
    assert [sentence(problem) for problem in reading.problems] == []
    assert reading.lesson.ways == tuple(Way)


def test_the_piece_for_procedures_fits_into_a_lesson(tmp_path):
    path = tmp_path / "khai-sinh.yaml"
    head = "title: a\nnumber: 1\ngoal: b\n"
    text = head + part("procedure:") + "steps:\n  - say: c\n"
    path.write_text(text, encoding="utf-8")
    assert read_lesson(path, media_in(Folders())).problems == ()


@pytest.mark.parametrize("line", TYPED)
def test_every_command_is_one_that_the_kiosk_knows(line):
    name, *words = shlex.split(line)[1:]
    options = {option for each in main.get_command(None, name).params for option in each.opts}
    assert {word for word in words if word.startswith("-")} <= options


def test_the_answers_of_the_guide_make_the_lesson(tmp_path, monkeypatch):
    (tmp_path / "media").symlink_to(CHECKOUT / "media")
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kiosk.cli.new.may_ask", lambda: True)
    answers = re.findall(r"^\d\. \*\*.+?\*\*: `(.+?)`", GUIDE, re.MULTILINE)
    typed = "".join(f"{answer}\n" for answer in (*answers, ""))
    made = CliRunner().invoke(main, ["new", "goi-video"], input=typed)
    assert made.exit_code == 0, made.output
    lint = CliRunner().invoke(main, ["lint", "lessons/goi-video.yaml"])
    assert lint.output.endswith(": 0 lỗi, 0 nhắc, 0 gợi ý.\n")
    head = load_library(Folders(home=tmp_path)).heads["goi-video"]
    assert (head.title, head.icon) == ("Gọi video cho con cháu", "video")


def test_the_example_lesson_is_taught_in_all_four_ways_without_advice():
    lesson = load_library(Folders()).lessons["goi-video"]
    assert (lesson.head.number, lesson.ways) == (92, tuple(Way))
    lint = CliRunner().invoke(main, ["lint", str(CHECKOUT / "lessons" / "goi-video.yaml")])
    assert lint.output == "1 tệp: 0 lỗi, 0 nhắc, 0 gợi ý.\n"


SLIPS = re.findall(r"^\| `(say:.+?)` \| `(say: .+?)` \|", GUIDE, re.MULTILINE)


@pytest.mark.parametrize(("slip", "better"), SLIPS)
def test_a_slip_that_the_guide_warns_of_is_one_and_its_mending_is_none(slip, better, tmp_path):
    assert len(SLIPS) >= 4
    path = tmp_path / "a.yaml"
    for line, sound in ((slip, False), (better, True)):
        path.write_text(f"title: a\nnumber: 1\ngoal: b\nsteps:\n  - {line}\n", encoding="utf-8")
        assert (read_lesson(path, media_in(Folders())).problems == ()) is sound, line
