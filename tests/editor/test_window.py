"""The editor window: touches and typed text, and the resulting lesson text."""

import shutil

import pytest
from PySide6.QtCore import QRectF, Qt, QUrl

from kiosk.editor.lesson_file import LessonFile, UnsavedText
from kiosk.folders import CHECKOUT


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "bai" / "noi-wifi.yaml"
    path.parent.mkdir()
    shutil.copy(CHECKOUT / "lessons" / "noi-wifi.yaml", path)
    return path


@pytest.fixture
def trainer(make_trainer, path):
    return make_trainer(path)


def test_words_are_changed_taken_back_made_again_and_saved(trainer, path):
    before = path.read_text("utf-8")
    trainer.touch("editor-step:2")
    trainer.type_into("Bác tìm Cài đặt.", "say")
    changed = trainer.text
    assert "  - say: Bác tìm Cài đặt.\n" in changed
    assert path.read_text("utf-8") == before
    trainer.touch("editor-undo")
    assert trainer.text == before
    trainer.touch("editor-redo")
    assert trainer.text == changed
    trainer.touch("editor-save")
    trainer.see(lambda: trainer.model.property("saved"), "saved")
    assert trainer.model.property("succeeded")
    assert path.read_text("utf-8") == changed


def test_what_is_touched_on_the_phone_is_chosen_and_made_the_target(trainer):
    trainer.touch("editor-step:3")
    trainer.touch_on_phone(2)
    assert trainer.model.property("element") == 2
    trainer.touch("editor-target")
    assert "tap: bluetooth" in trainer.text


def test_a_second_touch_changes_the_words_in_place(trainer):
    trainer.touch("editor-step:3")
    trainer.touch_on_phone(2)
    trainer.touch_on_phone(2)
    trainer.see(lambda: trainer.driver.is_seen("editor-typing-yes"), "the keys")
    trainer.touch("key:x")
    trainer.touch("editor-typing-yes")
    assert "label: Bluetoothx" in trainer.text


def test_an_element_is_added_moved_written_twice_and_taken_out(trainer):
    trainer.touch("editor-step:3")
    count = len(trainer.slots())
    trainer.touch("editor-add-element")
    trainer.touch("editor-choice:button")
    assert len(trainer.model.phone.property("elements")) == count + 1
    trainer.touch("editor-up")
    trainer.touch("editor-copy")
    trainer.touch("editor-remove")
    trainer.touch("editor-remove")
    for _ in range(5):
        trainer.touch("editor-undo")
    assert trainer.text == trainer.path.read_text("utf-8")


def test_a_mistake_is_told_at_its_place_and_mended_by_a_touch(make_trainer, path):
    good = path.read_text("utf-8")
    path.write_text(good.replace("icon: wifi", "icon: wfi", 1), encoding="utf-8")
    trainer = make_trainer(path)
    assert trainer.model.property("errorCount") == 1
    trainer.touch("editor-fix:0")
    trainer.looked_over()
    assert trainer.text == good
    assert trainer.model.property("errorCount") == 0


def test_a_lesson_is_played_from_the_chosen_step_in_any_way(trainer):
    trainer.touch("editor-step:3")
    trainer.touch("editor-play-together")
    run = trainer.editor.kiosk.visit.visit.run
    assert (run.at, run.way.value) == (3, "together")
    trainer.touch("editor-playing-watch")
    trainer.touch("editor-text-largest")
    trainer.touch("editor-play-end")
    trainer.touch("editor-step:4")
    assert trainer.model.property("step") == 4


def test_a_lesson_is_played_as_it_is_on_another_screen(trainer):
    trainer.driver.settle()
    phone = trainer.driver.item("editor-phone").width()
    trainer.touch("editor-play-watch")
    trainer.touch("editor-screen-1080x1920")
    view = trainer.driver.item("scaled-view")
    assert (view.width(), view.height()) == (1080, 1920)
    seen = view.mapRectToScene(QRectF(0, 0, view.width(), view.height()))
    assert QRectF(0, 0, trainer.window.width(), trainer.window.height()).contains(seen)
    trainer.touch("next")
    assert trainer.editor.kiosk.visit.visit.run.at > 0
    trainer.touch("editor-play-end")
    trainer.driver.settle()
    assert trainer.driver.item("editor-phone").width() == phone


def test_words_count_while_they_are_typed(trainer, path):
    trainer.touch("editor-step:2")
    trainer.touch(trainer.field("say"))
    trainer.write("Bác tìm ")
    trainer.see(lambda: "say: Bác tìm\n" in trainer.text, "the words, without Enter")
    trainer.write("Cài đặt.")
    trainer.see(path.with_name(".noi-wifi.yaml.draft").exists, "the draft")
    trainer.key(Qt.Key.Key_Return)
    assert "say: Bác tìm Cài đặt.\n" in trainer.text


def test_keys_on_the_screen_count_while_they_are_touched_and_can_be_taken_back(trainer):
    before = trainer.text
    trainer.touch("editor-step:3")
    trainer.touch_on_phone(2)
    trainer.touch_on_phone(2)
    trainer.touch("key:x")
    trainer.see(lambda: "label: Bluetoothx" in trainer.text, "the letter")
    trainer.touch("editor-typing-no")
    assert trainer.text == before


def test_a_screen_is_called_by_what_it_shows_and_renamed_there(trainer):
    titles = {row.name: row.title for row in trainer.model.screens.rows}
    assert titles["man-hinh-chinh"] == "Màn hình chính"
    assert titles["cai-dat"] == "Cài đặt"
    trainer.touch("editor-screen:cai-dat")
    trainer.model.renameScreen("Các cài đặt")
    assert "cac-cai-dat:\n    - bar: Các cài đặt\n" in trainer.text
    trainer.touch("editor-undo")
    assert "- bar: Cài đặt\n" in trainer.text


def test_what_a_field_names_is_told_in_words(trainer):
    trainer.touch("editor-step:3")
    shown = {row.key: row for row in trainer.model.form.rows}
    title = trainer.model._session.data["troubles"]["khong-co-chu"]["title"]
    assert shown['["troubles", 0]'].words == title
    trainer.touch("editor-step:0")
    shown = {row.key: row for row in trainer.model.form.rows}
    assert shown['["picture"]'].words == "Wi-Fi"


def test_a_picture_is_found_by_what_it_shows(trainer):
    trainer.touch("editor-step:0")
    trainer.touch('editor-pick:["picture"]')
    trainer.write("nguoi nha")
    trainer.touch("editor-choice:ask-family")
    assert "picture: ask-family" in trainer.text


def test_what_was_not_saved_is_found_again(make_trainer, path, folders):
    text = path.read_text("utf-8")
    LessonFile(path, folders.state / "drafts").keep_draft(
        UnsavedText(text, text.replace("11", "12", 1))
    )
    trainer = make_trainer(path)
    assert trainer.text == text.replace("11", "12", 1)
    assert trainer.driver.is_seen("editor-undo")
    trainer.touch("editor-undo")
    assert trainer.text == text


def test_a_draft_is_on_the_disk_soon_after_each_change(trainer, path):
    trainer.touch("editor-step:2")
    trainer.type_into("Bác tìm.", "say")
    draft = path.with_name(".noi-wifi.yaml.draft")
    trainer.see(draft.exists, "the draft")
    trainer.touch("editor-save")
    trainer.see(lambda: not draft.exists(), "no draft")


def test_another_ones_change_is_put_together_with_ones_own_or_asked_about(trainer, path):
    trainer.touch("editor-step:2")
    trainer.type_into("Bác tìm.", "say")
    theirs = path.read_text("utf-8").replace("minutes: 6", "minutes: 7")
    path.write_text(theirs, encoding="utf-8")
    trainer.see(lambda: "minutes: 7" in trainer.text, "their change")
    assert "say: Bác tìm." in trainer.text
    line = next(each for each in theirs.splitlines() if "bánh răng" in each)
    path.write_text(theirs.replace(line, "  - say: Khác hẳn."), encoding="utf-8")
    trainer.see(lambda: trainer.model.property("conflict"), "the question")
    trainer.touch("editor-use-disk")
    assert "Khác hẳn." in trainer.text


def test_a_photo_is_cleaned_and_laid_beside_the_lesson(trainer, path):
    trainer.touch("editor-step:0")
    trainer.touch('editor-pick:["picture"]')
    photo = CHECKOUT / "tests" / "cases" / "anh" / "m12.heic"
    trainer.model.picker.dropPhoto(QUrl.fromLocalFile(str(photo)))
    trainer.touch("editor-choice:square")
    trainer.see(lambda: "noi-wifi-anh-1.jpg" in trainer.text, "the photo")
    assert path.with_name("noi-wifi-anh-1.jpg").is_file()
    trainer.looked_over()
    assert trainer.model.property("errorCount") == 0


def test_an_icon_is_found_without_marks(trainer):
    trainer.touch("editor-head")
    trainer.touch('editor-pick:["icon"]')
    trainer.write("xe om")
    trainer.touch("editor-choice:motorbike")
    assert "icon: motorbike" in trainer.text


def test_the_table_of_the_ways_leads_to_a_step(trainer):
    trainer.touch("editor-ways")
    trainer.touch("editor-ways:4")
    assert trainer.model.property("step") == 4


def test_a_screen_differs_on_another_make(trainer):
    trainer.touch("editor-step:4")
    screen = trainer.model.property("screen")
    trainer.touch("editor-make:iphone")
    if trainer.driver.is_seen("editor-own-screen"):
        trainer.touch("editor-own-screen")
    data = trainer.model._session.data
    assert screen in data["phones"]["iphone"]["screens"]


def test_a_lesson_is_copied_into_the_folder_of_which_a_pack_is_made(trainer, monkeypatch, tmp_path):
    content = tmp_path / "Tài liệu" / "noi-dung"
    (content / "lessons").mkdir(parents=True)
    monkeypatch.setattr(
        "kiosk.ui.authoring.editor_picker_view_model.QStandardPaths.writableLocation",
        lambda _place: str(content.parent),
    )
    trainer.touch("editor-folder")
    trainer.touch(f"editor-choice:{content.parent}")
    trainer.see(lambda: trainer.driver.is_seen(f"editor-choice:{content}"), "what is in it")
    trainer.touch(f"editor-choice:{content}")
    trainer.see(lambda: trainer.driver.is_seen("editor-choice:"), "the folder")
    trainer.touch("editor-choice:")
    copied = content / "lessons" / "noi-wifi.yaml"
    trainer.see(lambda: trainer.model.property("messageArgument") == "lessons", "what became of it")
    assert copied.read_text("utf-8") == trainer.text
