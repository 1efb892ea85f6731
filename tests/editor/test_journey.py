"""A trainer makes a whole lesson by touches and keys; it has no errors and can be played."""

import shutil
from dataclasses import replace

import pytest
from click.testing import CliRunner

from kiosk.cli.lint import COMMAND as LINT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.playing import play

SHORT = "nên có ít nhất"
"""The only message expected: the lesson has fewer exercises than recommended."""
MAX_TOUCHES = 250
"""Maximum number of touches and keys such as Enter; typed letters are not included."""


@pytest.fixture
def folders(tmp_path):
    home = tmp_path / "home"
    (home / "lessons").mkdir(parents=True)
    for name in ("media", "translations"):
        (home / name).symlink_to(CHECKOUT / name, target_is_directory=True)
    shutil.copy(CHECKOUT / "config.yaml", home)
    stick = tmp_path / "sticks" / "USB"
    (stick / "DCIM").mkdir(parents=True)
    shutil.copy(CHECKOUT / "tests" / "cases" / "anh" / "m12.heic", stick / "DCIM" / "IMG_1.heic")
    places = Folders(home=home, state=tmp_path / "state", cache=tmp_path / "cache")
    return replace(places, sticks=(tmp_path / "sticks",))


def write_head(trainer):
    trainer.touch("editor-head")
    trainer.type_into("Gọi xe ôm công nghệ", "title")
    trainer.type_into("Bác tự gọi được xe ôm bằng điện thoại.", "goal")
    trainer.pick("bus", "icon")
    for at, words in enumerate(("Xem biển số xe trước khi lên.", "Trả tiền đúng giá trên máy.")):
        trainer.touch('editor-item-add:["remember"]')
        trainer.type_into(words, "remember", at)


def write_greeting(trainer):
    """Fills in the first step, which exists already, and adds a photo from a USB stick."""
    trainer.touch("editor-step:0")
    trainer.type_into("Bác gọi xe bằng điện thoại. Xe tới tận cửa.", "say")
    trainer.touch('editor-pick:["picture"]')
    trainer.touch("editor-photo")
    trainer.see(lambda: trainer.model.picker.property("sort") == "photo", "the photos")
    stick = trainer.editor.kiosk.folders.sticks[0] / "USB" / "DCIM" / "IMG_1.heic"
    trainer.touch(f"editor-choice:{stick}")
    trainer.touch("editor-choice:wide")
    trainer.see(lambda: "-anh-1.jpg" in trainer.text, "the photo")


def change_words(trainer, index, words):
    """Selects an element on the phone and replaces its text."""
    trainer.touch_on_phone(index)
    trainer.see(lambda: trainer.model.property("element") == index, "chosen")
    trainer.type_into(words, *trainer.words_field())


def write_tap(trainer):
    trainer.add_step("tap")
    trainer.type_into("Bác tìm hình xe máy rồi chạm vào.", "say")
    trainer.type_into("Chưa đúng. Bác tìm hình xe máy.", "wrong")
    change_words(trainer, 0, "Gọi xe")
    trainer.pick("bus", "icon")
    trainer.touch("editor-target")


def write_typing(trainer):
    trainer.touch("editor-step:1")
    trainer.add_step("type")
    trainer.type_into("Bác gõ chỗ muốn đến: cho xa.", "say")
    trainer.type_into("cho xa", "type", "text")
    trainer.type_into("Nơi đến", "note", 0, "label")
    trainer.type_into("cho xa", "note", 0, "value")
    change_words(trainer, 0, "Đi đâu?")
    change_words(trainer, 1, "Nơi đến")


def write_call(trainer):
    """Adds a call in which a driver asks for a deposit; each answer leads to its own step."""
    trainer.touch("editor-step:2")
    trainer.add_step("call")
    trainer.type_into("Lái xe Mẫu", "call")
    trainer.type_into("Bác chuyển tiền cọc cho tôi trước nhé.", "says")
    trainer.type_into("Không chuyển, cúp máy", "choices", 0, "text")
    trainer.type_into("Đúng rồi. Xe tới rồi mới trả tiền.", "choices", 0, "because")
    trainer.type_into("Chuyển tiền cọc", "choices", 1, "text")
    trainer.type_into("Chưa đúng. Chưa đi thì chưa trả tiền.", "choices", 1, "because")
    trainer.add_step("explain")
    trainer.type_into("Bác giữ được tiền. Bác đợi xe ở cửa.", "say")
    trainer.add_step("explain")
    trainer.type_into("Tiền cọc là mất. Bác cúp máy rồi báo người nhà.", "say")
    trainer.touch("editor-step:3")
    trainer.pick("4", "choices", 0, "goto")
    trainer.pick("5", "choices", 1, "goto")


def write_papers(trainer):
    trainer.touch("editor-step:5")
    trainer.add_step("papers")
    trainer.type_into("Bác xem đã mang đủ chưa.", "papers")
    trainer.type_into("Điện thoại còn pin", "items", 0)
    trainer.type_into("Tiền lẻ trả xe", "items", 1)
    trainer.touch("editor-step:4")
    trainer.pick("6", "goto")


def test_a_lesson_is_made_by_touches_and_keys_lints_clean_and_is_taught(
    make_trainer, folders, settings
):
    path = folders.lessons / "goi-xe-om-cong-nghe.yaml"
    trainer = make_trainer(path)
    for write in (
        write_head,
        write_greeting,
        write_tap,
        write_typing,
        write_call,
        write_papers,
    ):
        write(trainer)
    trainer.looked_over()
    problems = [f"{each.place}: {each.message}" for each in trainer.model.problems.rows]
    trainer.touch("editor-save")
    trainer.see(lambda: trainer.model.property("saved"), "saved")
    assert all(SHORT in reported for reported in problems), problems
    assert trainer.touches <= MAX_TOUCHES
    assert (path.parent / "goi-xe-om-cong-nghe-anh-1.jpg").is_file()
    linted = CliRunner().invoke(LINT, [str(path)], env={"KIOSK_HOME": str(folders.home)})
    assert linted.exit_code == 0, linted.output
    moments = list(play(folders, settings, path.stem, (Way.TOGETHER,), "vi"))  # lint: the others
    assert {"call", "papers", "tap", "type", "explain"} <= {each.kind for each in moments}
