"""`kiosk lint`, `kiosk new` and `kiosk schema`, called as by a trainer."""

import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from kiosk.authoring.examples import example_data, example_file
from kiosk.authoring.schema import lesson_schema
from kiosk.cli import main
from kiosk.content.media import media_in
from kiosk.content.positions import read_document
from kiosk.content.reader import read_lesson
from kiosk.folders import Folders
from kiosk.library.library import load_library
from kiosk.phone import element_kinds
from kiosk.steps import kind_of, step_kinds

HERE = Folders()


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own with the shipped media, as current folder."""
    (tmp_path / "media").symlink_to(HERE.home / "media")
    (tmp_path / "lessons").mkdir()
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def kiosk(*words: str):
    return CliRunner().invoke(main, words)


def write(home, name, text):
    (home / "lessons" / name).write_text(text, encoding="utf-8")


SOUND = "title: a\nnumber: 1\ngoal: b\nsteps:\n  - say: c\n"


def test_lint_is_content_with_sound_lessons(home):
    write(home, "a.yaml", SOUND)
    result = kiosk("lint")
    assert (result.exit_code, result.output) == (0, "1 tệp: 0 lỗi, 0 nhắc, 0 gợi ý.\n")


def test_lint_tells_every_problem_errors_first_and_counts_them(home):
    write(home, "a.yaml", SOUND.replace("1", "2") + "screens:\n  s:\n    - text: d\n")
    write(home, "b.yaml", SOUND.replace("goal", "gaol").replace("say", "sey"))
    result = kiosk("lint", "--lang", "en")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "lessons/b.yaml:3:1: error: there is no field 'gaol' in the lesson (did you mean 'goal'?)",
        "lessons/b.yaml:5:5: error: there is no field 'sey' in this step (did you mean 'say'?)",
        "",
        "Worth a look (the lesson works):",
        "lessons/a.yaml:7:3: advice: no step uses the screen 's' (remove it, or add a step)",
        "",
        "Files: 2. Errors: 2, warnings: 0, advice: 1.",
    ]


def test_advice_alone_is_no_failure(home):
    write(home, "b.yaml", SOUND + "screens:\n  s:\n    - text: d\n")
    assert kiosk("lint").exit_code == 0


def test_lint_speaks_to_programs(home):
    write(home, "a.yaml", SOUND.replace("say: c", "say:"))
    result = kiosk("lint", "--format", "json")
    assert json.loads(result.output) == {
        "files": 1,
        "problems": [
            {
                "path": "lessons/a.yaml",
                "line": 5,
                "column": 5,
                "severity": "error",
                "code": "field_empty",
                "message": "trường 'say' chưa có gì sau dấu hai chấm",
                "hint": "viết vào, hoặc bỏ dòng",
            }
        ],
    }


def test_a_lesson_looked_at_alone_is_told_of_a_taken_number(home):
    write(home, "a.yaml", SOUND)
    write(home, "b.yaml", SOUND)
    result = kiosk("lint", "lessons/b.yaml")
    assert "lessons/b.yaml:2:9: lỗi: số 1 đã là của bài ở lessons/a.yaml:2" in result.output
    assert "lessons/a.yaml:2:9: lỗi: số 1 đã" in kiosk("lint", "lessons/a.yaml").output
    assert kiosk("lint", "lessons/a.yaml", "lessons/b.yaml").output.count("số 1 đã là") == 1


def test_lint_reads_the_settings_as_settings(home):
    (home / "config.yaml").write_text("voice:\n  volume: 9\n", encoding="utf-8")
    for words in ((), ("config.yaml",), (".",)):
        assert "config.yaml:2:11: lỗi: 'volume' là 9" in kiosk("lint", *words).output


@pytest.mark.parametrize("kinds", [(), *[(kind,) for kind in step_kinds()], tuple(step_kinds())])
def test_a_new_lesson_lints_clean_and_has_what_was_asked_for(home, kinds):
    words = [word for kind in kinds for word in ("--kind", kind)]
    result = kiosk("new", "bai-moi", "--title", "Nối: 'Wi-Fi' #1", *words)
    assert result.exit_code == 0, result.output
    lint = kiosk("lint")
    assert lint.output == "1 tệp: 0 lỗi, 0 nhắc, 0 gợi ý.\n"
    lesson = load_library(Folders(home=home)).lessons["bai-moi"]
    assert lesson.head.title == "Nối: 'Wi-Fi' #1"
    assert [kind_of(step) for step in lesson.steps] == list(kinds or ("explain", "tap", "ask"))


def answering(monkeypatch, *answers):
    """Runs `kiosk new` in a terminal with these answers."""
    monkeypatch.setattr("kiosk.cli.new.may_ask", lambda: True)
    return CliRunner().invoke(main, ["new", "goi-chau"], input="".join(f"{a}\n" for a in answers))


def test_a_new_lesson_leads_on_to_the_preview(home):
    assert kiosk("new", "goi-chau").output == (
        "Đã tạo lessons/goi-chau.yaml, số 11. Mở ra sửa, và xem ngay bên cạnh: "
        "kiosk preview lessons/goi-chau.yaml\n"
    )


def test_at_a_terminal_it_asks_and_enter_takes_what_is_usual(home, monkeypatch):
    assert answering(monkeypatch, "", "", "").exit_code == 0
    lesson = load_library(Folders(home=home)).lessons["goi-chau"]
    assert (lesson.head.title, lesson.head.icon) == ("Bài mới", "info")
    assert [kind_of(step) for step in lesson.steps] == ["explain", "tap", "ask"]


def test_what_is_answered_is_in_the_lesson_and_wrong_answers_are_asked_again(home, monkeypatch):
    tap = list(step_kinds()).index("tap") + 1
    wrong = ("x" * 81, "Gọi cháu", "vidéo", "video", "99", f"{tap} {tap}")
    said = answering(monkeypatch, *wrong).output
    assert "Tên bài dài quá 80 chữ cái." in said
    assert "Không có hình 'vidéo'. Có phải video không?" in said
    assert "Chỉ gõ các số từ 1 đến" in said
    lesson = load_library(Folders(home=home)).lessons["goi-chau"]
    assert (lesson.head.title, lesson.head.icon) == ("Gọi cháu", "video")
    assert [kind_of(step) for step in lesson.steps] == ["tap", "tap"]


def test_with_options_it_asks_nothing(home, monkeypatch):
    monkeypatch.setattr("kiosk.cli.new.may_ask", lambda: True)
    assert kiosk("new", "a", "--title", "A", "--icon", "wifi").exit_code == 0
    assert load_library(Folders(home=home)).lessons["a"].head.icon == "wifi"


def test_an_unknown_icon_is_refused_with_a_near_one(home):
    assert kiosk("new", "a", "--icon", "wfi", "--lang", "en").output.startswith(
        "There is no icon 'wfi'. Did you mean wifi"
    )


def test_a_new_lesson_takes_the_next_free_number(home):
    write(home, "a.yaml", SOUND.replace("number: 1", "number: 11"))
    assert kiosk("new", "b").exit_code == 0
    assert load_library(Folders(home=home)).find("12").id == "b"


def test_new_overwrites_nothing(home):
    write(home, "a.yaml", "của tôi")
    result = kiosk("new", "a")
    assert (result.exit_code, result.output) == (
        1,
        "Đã có tệp lessons/a.yaml; không ghi đè. Chọn tên khác.\n",
    )
    assert (home / "lessons" / "a.yaml").read_text("utf-8") == "của tôi"


@pytest.mark.parametrize("name", ["Nối Wi-Fi", "../noi-wi-fi", "noi_wi_fi", "noi-wi-fi.yaml"])
def test_a_name_that_cannot_be_used_gets_a_better_one(home, name):
    result = kiosk("new", name)
    assert result.exit_code == 1
    assert "Thử: noi-wi-fi" in result.output
    assert not list((home / "lessons").iterdir())


def test_a_taken_number_is_refused(home):
    write(home, "a.yaml", SOUND.replace("number: 1", "number: 11"))
    assert kiosk("new", "b", "--number", "11", "--lang", "en").output == (
        "The number 11 belongs to the lesson at lessons/a.yaml:2. 12 is free.\n"
    )


@pytest.mark.parametrize("kind", step_kinds())
def test_the_example_of_a_kind_is_sound_and_of_that_kind(kind):
    reading = read_lesson(example_file(kind), media_in(HERE))
    assert reading.problems == ()
    assert [kind_of(step) for step in reading.lesson.steps] == [kind]


def test_examples_share_no_screens():
    names = [name for kind in step_kinds() for name in example_data(kind).get("screens", ())]
    assert len(names) == len(set(names))


def as_an_editor_sees(data):
    """The data as YAML types it: unquoted numbers and booleans are not strings."""
    if isinstance(data, dict):
        return {name: as_an_editor_sees(part) for name, part in data.items()}
    if isinstance(data, list):
        return [as_an_editor_sees(part) for part in data]
    return int(data) if data.isdecimal() else {"true": True, "false": False}.get(data, data)


@pytest.mark.parametrize("kind", step_kinds())
def test_the_schema_takes_every_example(kind):
    Draft202012Validator(lesson_schema()).validate(as_an_editor_sees(example_data(kind)))


def test_the_schema_refuses_what_lint_refuses():
    schema = Draft202012Validator(lesson_schema())
    data = as_an_editor_sees(example_data("tap"))
    assert not schema.is_valid({**data, "teacher": "x"})
    assert not schema.is_valid({**data, "steps": []})
    assert not schema.is_valid({**data, "screens": {"Màn hình": []}})
    assert not schema.is_valid({name: part for name, part in data.items() if name != "goal"})


def test_the_schema_is_a_schema_and_describes_every_kind():
    result = kiosk("schema")
    schema = json.loads(result.output)
    Draft202012Validator.check_schema(schema)
    assert len(schema["properties"]["steps"]["items"]["anyOf"]) == len(step_kinds())
    elements = schema["properties"]["screens"]["additionalProperties"]["items"]["anyOf"]
    assert len(elements) == len(element_kinds())
    for kind in (*step_kinds().values(), *element_kinds().values()):
        for name, field in kind.model_fields.items():
            assert " | " in (field.description or ""), f"{kind.__name__}.{name}"


def test_the_commented_sample_is_sound():
    reading = read_lesson(HERE.lessons / "_mau.yaml", media_in(HERE))
    assert reading.problems == ()
    assert read_document(HERE.lessons / "_mau.yaml").whole
