"""Each kind of background work fails once: the page continues, and staff see which work failed."""

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import made_voice
import pytest
from fake_microphone import FakeMicrophone
from PIL import Image
from PySide6.QtCore import QUrl
from small_home import centre, language
from test_voice_intake import put_script, sound

from kiosk.folders import CHECKOUT, Folders
from kiosk.player.asking import LaunchOutcome
from kiosk.player.visit import Page
from kiosk.ui.authoring.editor_picker_view_model import NO_PHOTO, NO_PHOTOS
from kiosk.ui.authoring.editor_view_model import NOT_EXPORTED, EditorViewModel
from kiosk.ui.authoring.lesson_keeper import NO_DRAFT, NOT_READ, NOT_SAVED
from kiosk.ui.authoring.preview_view_model import PreviewViewModel
from kiosk.ui.background.jobs import NOT_DONE

LESSON = "title: {}\nnumber: {}\ngoal: Bác thử.\nsteps:\n  - say: Bác xem.\n"
LANGUAGE = "name: Klei Êđê\ngreeting: (thử)\ninvitation: (thử)\nkeys: [ă, â]\n"


NOBODY_WAITS = {
    "ghi phần đã dựng sẵn",
    "ghi giờ máy chạy",
    "hỏi máy có cho hình chuyển động",
}
"""Work that no page requested: without its result the kiosk continues unchanged."""


def kinds_of_work() -> set[str]:
    """The names of all background work: the texts of `what=gettext_noop(…)`."""
    found: set[str] = set()
    for path in (CHECKOUT / "kiosk").rglob("*.py"):
        for word in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(word, ast.keyword) and word.arg == "what":
                calls = (part for part in ast.walk(word.value) if isinstance(part, ast.Constant))
                found |= {call.value for call in calls if call.value}
    return found


@pytest.fixture
def home(tmp_path) -> Path:
    """A centre with two lessons, a language, and a stick with another lesson."""
    lessons = {name: LESSON.format(name, at) for at, name in enumerate(("mot", "hai"), start=1)}
    home = centre(tmp_path / "home", lessons)
    language(home, "rad", LANGUAGE)
    return home


@pytest.fixture
def folders(folders, tmp_path) -> Folders:
    stick = tmp_path / "sticks/USB"
    stick.mkdir(parents=True)
    (stick / "metadata").mkdir()
    (stick / "metadata/timestamp.json").write_text("{}")
    (stick / "ba.yaml").write_text(LESSON.format("ba", 3), encoding="utf-8")
    return replace(folders, sticks=(tmp_path / "sticks",))


@pytest.fixture
def make_microphone():
    return FakeMicrophone


class Kiosk:
    """A kiosk in which one kind of work can be made to fail."""

    def __init__(self, staff, monkeypatch) -> None:
        self.staff, self.headless = staff, staff.headless
        self.jobs = staff.headless.kiosk.platform.jobs
        self.failed: set[str] = set()
        self._failing = ""
        self._run = self.jobs.run
        monkeypatch.setattr(self.jobs, "run", self._run_or_fail)

    def _run_or_fail(self, work, then, *unwanted, what, **more) -> None:
        def fail():
            raise RuntimeError(what)

        done = fail if what and what == self._failing else work
        self._run(done, then, *unwanted, what=what, **more)

    @property
    def page_model(self):
        return self.headless.kiosk.staff.property("page")

    def wait(self, is_so) -> None:
        self.staff.wait_until(is_so)

    @contextmanager
    def failing(self, what: str) -> Iterator[None]:
        """Makes this work fail; when the block ends, the staff's list must contain it."""
        self._failing = what
        try:
            yield
            self.wait(lambda: what in [each.what for each in self.jobs.failures])
            assert any(
                what in message for message in self.headless.kiosk.staff.property("troubles")
            )
        finally:
            self._failing = ""
        self.failed.add(what)

    def open(self, page_model: str) -> None:
        self.headless.kiosk.staff.openPage(page_model)


def fail_at_the_front(kiosk: Kiosk) -> None:
    """Work that learners wait for."""
    headless, answers = kiosk.headless, []
    headless.kiosk.narrator.abilities = ()
    with kiosk.failing("hoàn tất việc lấy bài từ USB"):
        headless.kiosk.load_lessons(lambda: answers.append("loaded"))
        kiosk.wait(lambda: answers == ["loaded"])
    with kiosk.failing("đọc thư mục bài học"):
        headless.kiosk.lesson_store.refresh(lambda: answers.append("refreshed"))
        kiosk.wait(lambda: answers == ["loaded", "refreshed"])
    assert set(headless.kiosk.lesson_store.library.heads) == {"mot", "hai"}
    with kiosk.failing("xem các thứ tiếng"):
        headless.kiosk.languages.refresh()
    with kiosk.failing("mở các trang của cán bộ"):
        headless.kiosk.staff.open_login()
    headless.kiosk.staff.close_login()
    headless.journey.to_home("vi")
    with kiosk.failing("mở bài học"):
        headless.kiosk.open_lesson("mot")
    assert headless.journey.visit.page is Page.HOME
    messages: list[LaunchOutcome] = []
    with kiosk.failing("tìm bài gần giống"):
        headless.kiosk.launcher.open("999", lambda answer: messages.append(answer.outcome))
        kiosk.wait(lambda: messages == [LaunchOutcome.UNKNOWN])
    headless.kiosk.open_lesson("mot")
    kiosk.wait(lambda: headless.journey.visit.page is Page.LESSON)
    headless.driver.touch("home")


def fail_with_a_new_pin(kiosk: Kiosk, folders: Folders) -> None:
    """Setting a PIN at the login of a kiosk without one."""
    kept = folders.pin.read_bytes()
    folders.pin.unlink()
    staff = kiosk.headless.kiosk.staff
    kiosk.staff.touch("call", "staff-login")

    with kiosk.failing("đặt mã PIN"):
        for _ in range(2):
            for digit in "482913":
                staff.type(digit)
            staff.enter()
        kiosk.wait(lambda: not staff.property("checking"))
    assert not folders.pin.exists()
    assert kiosk.headless.journey.visit.page is Page.PIN
    folders.pin.write_bytes(kept)
    kiosk.headless.driver.touch("back")


def fail_at_the_door(kiosk: Kiosk) -> None:
    """The check of the PIN; then logs in without its delay of a second."""
    kiosk.staff.touch("call", "staff-login")
    with kiosk.failing("kiểm tra mã PIN"):
        kiosk.headless.kiosk.staff.type("1")
        kiosk.headless.kiosk.staff.enter()
        kiosk.wait(lambda: not kiosk.headless.kiosk.staff.property("checking"))
    assert kiosk.headless.journey.visit.page is not Page.STAFF
    kiosk.headless.kiosk.staff.loggedIn.emit()
    assert kiosk.headless.journey.visit.page is Page.STAFF


def fail_with_settings(kiosk: Kiosk) -> None:
    kiosk.open("look")
    with kiosk.failing("ghi cài đặt"):
        kiosk.page_model.set("voice", slow=True)
        kiosk.wait(lambda: kiosk.page_model.property("message") == NOT_DONE)
    kiosk.page_model.set("voice", slow=True)
    kiosk.wait(lambda: kiosk.headless.kiosk.settings.voice.slow)


def fail_with_a_stick(kiosk: Kiosk) -> None:
    with kiosk.failing("tìm USB"):
        kiosk.open("stick")
    with kiosk.failing("xem các bài trên USB"):
        kiosk.wait(lambda: kiosk.page_model.property("note") == NOT_DONE)
    assert not kiosk.page_model.property("reading")
    kiosk.page_model.leave()
    kiosk.page_model.enter()
    kiosk.wait(lambda: kiosk.page_model.lessons.count)
    kiosk.page_model.showLesson("ba.yaml")
    with kiosk.failing("nghe tiếng thu trên USB"):
        kiosk.page_model.tryLesson()
        kiosk.wait(lambda: kiosk.page_model.property("page") == "result")
    assert kiosk.page_model.property("results").rows[0].sentence == NOT_DONE
    kiosk.page_model.go_back()
    with kiosk.failing("lấy bài từ USB"):
        kiosk.wait(lambda: not kiosk.page_model.property("reading"))
        kiosk.page_model.takeThese()
        kiosk.wait(lambda: kiosk.page_model.property("page") == "result")
    (result,) = kiosk.page_model.property("results").rows
    assert (result.what, result.ok, result.sentence) == ("ba", False, NOT_DONE)
    assert not kiosk.page_model.property("busy")
    # During a new reading of the stick nothing can be imported: staff repeat the touch.
    kiosk.wait(
        lambda: (
            kiosk.page_model.takeThese() or "ba" in kiosk.headless.kiosk.lesson_store.library.heads
        )
    )


def fail_with_the_system(kiosk: Kiosk) -> None:
    def is_reported() -> bool:
        sentences = [each.sentence for each in kiosk.page_model.findings.rows]
        return not kiosk.page_model.property("working") and NOT_DONE in sentences

    with kiosk.failing("xem bản của máy"):
        kiosk.open("system_update")
        kiosk.wait(is_reported)
    with kiosk.failing("xin cập nhật máy"):
        kiosk.page_model.goBack()
        kiosk.wait(is_reported)
    assert not kiosk.page_model.is_busy


def fail_with_packs(kiosk: Kiosk) -> None:
    def is_reported() -> bool:
        sentences = [each.sentence for each in kiosk.page_model.findings.rows]
        return not kiosk.page_model.property("working") and NOT_DONE in sentences

    with kiosk.failing("xem gói bài"):
        kiosk.open("packs")
        kiosk.wait(is_reported)
    kiosk.wait(lambda: kiosk.page_model.property("hasStick"))
    for what, ask in {
        "lấy gói từ USB": kiosk.page_model.takeFromStick,
        "lùi gói bài": kiosk.page_model.goBack,
        "xin gói bài mới": kiosk.page_model.askForNews,
    }.items():
        with kiosk.failing(what):
            ask()
            kiosk.wait(is_reported)
        assert not kiosk.page_model.is_busy


def fail_with_figures(kiosk: Kiosk) -> None:
    with kiosk.failing("đọc số liệu"):
        kiosk.open("figures")
        kiosk.wait(lambda: kiosk.page_model.property("ready"))
    assert not kiosk.page_model.property("readable")
    kiosk.page_model.showSpan("today")
    kiosk.wait(lambda: kiosk.page_model.property("readable"))


def fail_with_the_search(kiosk: Kiosk) -> None:
    with kiosk.failing("xếp mục lục tìm bài"):
        kiosk.open("find")
    kiosk.page_model.lookFor("hai")
    assert kiosk.page_model.lessons.count == len(kiosk.headless.kiosk.lesson_store.library.heads)
    kiosk.page_model.enter()
    kiosk.page_model.lookFor("hai")
    kiosk.wait(lambda: [each.name for each in kiosk.page_model.lessons.rows] == ["hai"])
    with kiosk.failing("tìm bài"):
        kiosk.page_model.lookFor("mot")
    assert kiosk.page_model.lessons.count == len(kiosk.headless.kiosk.lesson_store.library.heads)


def fail_with_a_translation(kiosk: Kiosk) -> None:
    kiosk.open("translate")
    with kiosk.failing("đọc các câu cần dịch"):
        kiosk.page_model.chooseLanguage("rad")
        kiosk.wait(lambda: kiosk.page_model.property("message") == NOT_DONE)
    assert not kiosk.page_model.property("busy")
    kiosk.page_model.chooseLanguage("rad")
    kiosk.wait(lambda: kiosk.page_model.topics.count)
    kiosk.page_model.tellName("H'Bia")
    kiosk.page_model.chooseTopic("mot")
    with kiosk.failing("lưu câu dịch"):
        kiosk.page_model.draft("(thử)")
        kiosk.page_model.save()
        kiosk.wait(lambda: kiosk.page_model.property("message") == NOT_DONE)
    assert not kiosk.page_model.property("busy")
    assert kiosk.page_model.property("translation") == "(thử)", "nothing that was written is lost"
    kiosk.page_model.save()
    kiosk.wait(lambda: not kiosk.page_model.property("edited"))


def fail_in_the_studio(kiosk: Kiosk) -> None:
    kiosk.open("studio")
    with kiosk.failing("đọc các câu cần thu"):
        kiosk.page_model.chooseLanguage("rad")
        kiosk.wait(lambda: not kiosk.page_model.property("reading"))
    kiosk.page_model.chooseLanguage("rad")
    kiosk.wait(lambda: kiosk.page_model.topics.count)
    kiosk.page_model._checked = True
    kiosk.page_model.chooseTopic("mot")
    kiosk.page_model.tellName("H'Bia")
    kiosk.page_model.tellDialect("")
    session, recorder = kiosk.page_model.property("session"), kiosk.page_model.property("recorder")
    kiosk.page_model.chooseUse("this-kiosk")
    kiosk.wait(lambda: session.property("recordingState") == "ready")
    _speak(kiosk, session)
    kiosk.wait(lambda: kiosk.page_model.property("heard"))
    with kiosk.failing("cất lời đồng ý"):
        kiosk.page_model.goOn()
        kiosk.wait(lambda: session.property("message"))
    kiosk.page_model.goOn()
    kiosk.wait(lambda: kiosk.page_model.property("page") == "recorder")
    kiosk.wait(lambda: session.property("recordingState") == "ready")
    with kiosk.failing("xử lý tiếng vừa thu"):
        _speak(kiosk, session)
        kiosk.wait(lambda: session.property("message"))
    assert session.property("recordingState") == "ready"
    _speak(kiosk, session)
    kiosk.wait(lambda: session.property("recordingState") == "taken")
    with kiosk.failing("lưu tiếng thu"):
        recorder.keep()
        kiosk.wait(lambda: not recorder.property("busy"))
    assert session.property("holds"), "what she said is still there"
    recorder.keep()
    kiosk.wait(lambda: recorder.property("recordedCount") == 1)


def fail_with_the_second_listener(kiosk: Kiosk) -> None:
    """After the studio: one recording waits for its review."""
    with kiosk.failing("tìm bản thu chờ nghe duyệt"):
        kiosk.open("listen")
    kiosk.page_model.leave()
    kiosk.page_model.enter()
    kiosk.wait(lambda: kiosk.page_model.property("languages").count)
    kiosk.page_model.chooseLanguage("rad")
    with kiosk.failing("mở bản thu"):
        kiosk.page_model.tellName("H'Linh")
    assert kiosk.page_model.property("page") == "recording"
    with kiosk.failing("ghi kết quả nghe duyệt"):
        kiosk.page_model.sayRight()
        kiosk.wait(lambda: kiosk.page_model.property("message") == NOT_DONE)
    assert kiosk.page_model.property("page") == "recording"
    kiosk.page_model.sayRight()
    kiosk.wait(lambda: kiosk.page_model.property("page") == "done")


def fail_with_a_voice_that_is_taken_back(kiosk: Kiosk) -> None:
    """After the review: one speaker has recorded one sentence."""
    withdrawal = kiosk.page_model.property("withdrawal")

    def fails(what: str, do) -> None:
        with kiosk.failing(what):
            do()
            kiosk.wait(lambda: withdrawal.property("message") == NOT_DONE)

    fails("tìm người đã thu", kiosk.page_model.showOwners)
    kiosk.page_model.showOwners()
    kiosk.wait(lambda: withdrawal.property("rows").count)
    kiosk.page_model.chooseOwner(withdrawal.property("rows").rows[0].name)
    fails("rút lại giọng", withdrawal.withdraw)
    assert not withdrawal.property("taken")
    withdrawal.withdraw()
    kiosk.wait(lambda: withdrawal.property("taken"))
    fails("trả lại giọng đã rút", withdrawal.undo)
    assert withdrawal.property("taken")
    withdrawal.undo()
    kiosk.wait(lambda: not withdrawal.property("taken"))


def fail_with_the_machines_voices(kiosk: Kiosk, folders: Folders) -> None:
    made_voice.put(folders.sticks[0] / "USB" / "giong")

    def fails(what: str, do) -> None:
        with kiosk.failing(what):
            do()
            kiosk.wait(lambda: kiosk.page_model.property("problem"))
        kiosk.wait(lambda: not kiosk.page_model.property("working"))

    with kiosk.failing("tìm giọng máy"):
        kiosk.open("voices")
    kiosk.wait(lambda: any(row.sign == "stick" for row in kiosk.page_model.property("rows").rows))
    kiosk.page_model.leave()
    fails("tìm giọng trên USB", kiosk.page_model.enter)
    kiosk.page_model.leave()
    kiosk.page_model.enter()
    kiosk.wait(lambda: any(row.sign == "stick" for row in kiosk.page_model.property("rows").rows))
    brought = next(
        row.name for row in kiosk.page_model.property("rows").rows if row.sign == "stick"
    )
    fails("đọc thử giọng máy", lambda: kiosk.page_model.hear(brought))
    fails("cài giọng máy", kiosk.page_model.take)
    kiosk.page_model.take()
    kiosk.wait(lambda: kiosk.page_model.property("mayDrop"))
    fails("gỡ giọng máy", kiosk.page_model.drop)
    assert kiosk.page_model.property("mayDrop"), "it is still there"


def _speak(kiosk: Kiosk, session) -> None:
    """Holds the button for two seconds."""
    clock, button = kiosk.headless.kiosk.platform.clock, session.property("button")
    clock.time_s += 1
    button.press()
    kiosk.wait(lambda: session.property("recordingState") == "recording")
    clock.time_s += 2
    button.release()


def fail_with_recordings_on_a_stick(kiosk: Kiosk, folders: Folders) -> None:
    folder = folders.sticks[0] / "USB/thu"
    folder.mkdir()
    put_script(folder)
    (folder / "Ghi âm.wav").write_bytes(sound(-1, 1.2, -1, 1.2, -0.4, 1.2, -1, 1.2, -1))
    with kiosk.failing("tìm tiếng thu trên USB"):
        kiosk.open("voice_intake")
        kiosk.wait(lambda: kiosk.page_model.property("message") == NOT_DONE)
    kiosk.page_model.leave()
    kiosk.page_model.enter()
    kiosk.wait(lambda: kiosk.page_model.property("page") == "sets")

    def fails(what: str, do) -> None:
        with kiosk.failing(what):
            do()
            kiosk.wait(lambda: kiosk.page_model.property("message") == NOT_DONE)
        assert not kiosk.page_model.is_busy

    def come_to_the_sentences() -> None:
        for _ in ("the name", "the languages", "the sets"):
            kiosk.page_model.go_back()
        kiosk.page_model.choose(str(folder))
        kiosk.page_model.choose("vi")
        kiosk.page_model.tellName("")
        kiosk.staff.wait_patiently(lambda: kiosk.page_model.property("good") == 3)
        kiosk.wait(lambda: not kiosk.page_model.property("working"))

    kiosk.page_model.choose(str(folder))
    kiosk.page_model.choose("vi")
    fails("nghe tiếng thu", lambda: kiosk.page_model.tellName(""))
    come_to_the_sentences()
    kiosk.page_model.choose("1")
    fails("cắt lại tiếng thu", kiosk.page_model.joinPiece)
    come_to_the_sentences()
    fails("cất tiếng thu", kiosk.page_model.keepAll)
    come_to_the_sentences()
    kiosk.page_model.keepAll()
    kiosk.wait(lambda: kiosk.page_model.property("mayUndo"))
    fails("hoàn tác tiếng thu", kiosk.page_model.takeBack)


def fail_in_the_preview(kiosk: Kiosk, home: Path, folders: Folders) -> None:
    path = home / "lessons/mot.yaml"
    with kiosk.failing("đọc tệp bài đang soạn"):
        preview = PreviewViewModel(path, folders, kiosk.jobs, kiosk.headless.kiosk)
        preview.look()
        kiosk.wait(lambda: preview.property("finding") == "unread")
    preview.look()
    kiosk.wait(lambda: preview.property("finding") == "good")


def fail_with_a_fact(kiosk: Kiosk) -> None:
    with kiosk.failing("đọc các điều cần kiểm"):
        kiosk.open("verify")
        kiosk.wait(lambda: kiosk.page_model.property("message") == NOT_DONE)
    kiosk.page_model.enter()
    kiosk.wait(lambda: kiosk.page_model.lessons.count)
    kiosk.page_model.chooseLesson("mot")
    kiosk.page_model.tellName("H'Bia")
    with kiosk.failing("ghi điều đã kiểm"):
        kiosk.page_model.right()
        kiosk.wait(lambda: kiosk.page_model.property("message") == NOT_DONE)
    assert not kiosk.page_model.is_busy


def fail_in_the_editor(kiosk: Kiosk, home: Path, folders: Folders) -> None:
    path = home / "lessons/mot.yaml"
    photo = home / "anh.png"
    Image.new("RGB", (40, 40)).save(photo)
    with kiosk.failing("mở trình soạn bài"):
        editor = EditorViewModel(path, folders, kiosk.jobs, kiosk.headless.kiosk)
        editor.open()
    kiosk.wait(lambda: editor.property("loaded"))
    with kiosk.failing("mở tệp bài đang soạn"):
        editor = EditorViewModel(path, folders, kiosk.jobs, kiosk.headless.kiosk)
        editor.open()
        kiosk.wait(lambda: editor.property("message") == NOT_READ)
    editor = EditorViewModel(path, folders, kiosk.jobs, kiosk.headless.kiosk)
    with kiosk.failing("bỏ bản nháp"):
        editor.open()
        kiosk.wait(lambda: editor.property("message") == NO_DRAFT)
    kiosk.wait(lambda: editor.property("message") == "")
    with kiosk.failing("giữ bản nháp"):
        editor.setField('["say"]', "Bác xem kỹ.")
        kiosk.wait(lambda: editor.property("message") == NO_DRAFT)
    kiosk.wait(lambda: editor.property("message") == "")
    with kiosk.failing("đọc bài đang soạn"):
        editor.setField('["say"]', "Bác xem thật kỹ.")
    with kiosk.failing("lưu bài đang soạn"):
        editor.save()
        kiosk.wait(lambda: editor.property("message") == NOT_SAVED)
    editor.save()
    kiosk.wait(lambda: "kỹ" in path.read_text(encoding="utf-8"))
    with kiosk.failing("đọc lại tệp bài đang soạn"):
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    editor.pick('["picture"]')
    with kiosk.failing("tìm ảnh"):
        editor.picker.pickPhoto()
        kiosk.wait(lambda: editor.property("message") == NO_PHOTOS)
    editor.picker.dropPhoto(QUrl.fromLocalFile(str(photo)))
    with kiosk.failing("lấy ảnh vào bài"):
        editor.picker.choose("square")
        kiosk.wait(lambda: editor.property("message") == NO_PHOTO)
    with kiosk.failing("chép bài vào USB"):
        editor.exportToStick()
        kiosk.wait(lambda: editor.property("message") == NOT_EXPORTED)
    with kiosk.failing("đọc các câu đã thu"):
        editor.read_recordings()
    editor.exportToFolder()
    with kiosk.failing("xem các thư mục"):
        editor.picker.choose(str(home))
        kiosk.wait(lambda: [each.value for each in editor.picker.choices.rows] == [""])


def fail_at_the_first_start(kiosk: Kiosk, folders: Folders) -> None:
    kiosk.open("first_start")
    with kiosk.failing("ghi cài đặt lần đầu"):
        kiosk.page_model.goOn()
    assert kiosk.page_model.page == "pin"
    assert not folders.first_start.exists()
    kiosk.page_model.later()
    kiosk.wait(folders.first_start.exists)
    with kiosk.failing("hỏi loa của máy"):
        kiosk.page_model.open("sound")
    kiosk.page_model.part.heard()
    assert kiosk.page_model.page != "sound"


def test_pages_go_on_and_staff_are_told(staff, home, folders, monkeypatch):
    kiosk = Kiosk(staff, monkeypatch)
    fail_at_the_front(kiosk)
    fail_with_a_new_pin(kiosk, folders)
    fail_at_the_door(kiosk)
    fail_with_settings(kiosk)
    fail_with_figures(kiosk)
    fail_with_the_search(kiosk)
    fail_with_a_translation(kiosk)
    fail_in_the_studio(kiosk)
    fail_with_the_second_listener(kiosk)
    fail_with_a_voice_that_is_taken_back(kiosk)
    fail_with_the_machines_voices(kiosk, folders)
    fail_in_the_preview(kiosk, home, folders)
    fail_with_a_fact(kiosk)
    fail_in_the_editor(kiosk, home, folders)
    fail_with_a_stick(kiosk)
    fail_with_recordings_on_a_stick(kiosk, folders)
    fail_with_packs(kiosk)
    fail_with_the_system(kiosk)
    fail_at_the_first_start(kiosk, folders)
    assert kiosk.failed == kinds_of_work() - NOBODY_WAITS
