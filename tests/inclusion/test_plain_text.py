"""Markup in a lesson's text is shown literally: no formatting, image or link."""

import pytest
from audits import home_with_lessons
from journey import LESSON
from window_snapshot import WindowSnapshot

TITLE = 'Nối <b>mạng</b> <img src="http://a.vn/x.png">'
GOAL = "Bác chạm <a href='http://a.vn'>đây</a> & học."


@pytest.fixture
def home(tmp_path):
    """A home with a lesson whose text contains markup."""
    home = home_with_lessons(tmp_path)
    lesson = home / "lessons" / f"{LESSON}.yaml"
    text = lesson.read_text(encoding="utf-8")
    goal = next(line for line in text.splitlines() if line.startswith("goal: "))
    text = text.replace("title: Nối Wi-Fi", f"title: {TITLE}").replace(goal, f'goal: "{GOAL}"')
    lesson.write_text(text, encoding="utf-8")
    return home


def test_marks_in_a_lesson_are_shown_as_they_were_written(make_headless, home):
    headless = make_headless(home)
    headless.journey.to_home("vi")
    headless.journey.to_lesson(LESSON)
    headless.driver.wait_for_frame()

    shown = {text.words: text for text in WindowSnapshot(headless, 1.0).texts}

    for words in (TITLE, GOAL):
        text = shown[words]
        lines = text.item.property("lineCount")
        drawn = text.item.property("contentWidth") * lines
        assert drawn >= text.metrics.horizontalAdvance(words) * 0.75
