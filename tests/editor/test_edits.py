"""An edit leaves every other byte of the lesson file unchanged."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.positions import document_of
from kiosk.editor import edits
from kiosk.editor.extents import EditRefusedError
from kiosk.editor.structure import Sort, structure_of
from kiosk.folders import CHECKOUT

EDITS = int(os.environ.get("KIOSK_EDITS", "60"))
"""Number of random edits; for ten thousand, run
`KIOSK_EDITS=10000 pytest -o faulthandler_timeout=0 tests/editor/test_edits.py`."""
LESSONS = sorted((CHECKOUT / "lessons").rglob("[!_]*.yaml"))
BROKEN = sorted((CHECKOUT / "tests" / "broken").glob("*.yaml"))
ODD = ["Chú ý: đọc kỹ", "true", "12", "2026-11-20", "# không", "'nháy'", '"kép"', "- gạch", "null"]
ODDER = ["{a}", "a #b", " cách", "hai\ndòng", "x:", "“cong”", "~", "a, b", "é́", "e\u0301"]
SIGNS_NO_LESSON_MAY_HOLD = ("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp", "Zs")
LETTERS = st.characters(codec="utf-8", exclude_categories=SIGNS_NO_LESSON_MAY_HOLD)
TEXTS = st.one_of(st.sampled_from([*ODD, *ODDER]), st.text(LETTERS, min_size=1, max_size=30))
VALUES = st.one_of(
    TEXTS,
    st.booleans(),
    st.integers(1, 99),
    st.dictionaries(st.sampled_from(["say", "text", "goto", "label"]), TEXTS, min_size=1),
    st.lists(TEXTS, min_size=1, max_size=3),
)


def pick_change(draw, at):
    """Draws a random edit; returns the key path of the changed part and the edit."""
    parts = [(key_path, node) for key_path, node in at.key_paths() if key_path]
    of_sort = {
        sort: [(key_path, node) for key_path, node in parts if node.sort is sort and node.items]
        for sort in Sort
    }
    doing = draw(st.sampled_from(["set", "add", "remove", "insert", "move", "duplicate", "rename"]))
    value = draw(VALUES)
    if doing in ("insert", "move", "duplicate"):
        key_path, node = draw(st.sampled_from(of_sort[Sort.LIST]))
        one, other = (draw(st.integers(0, len(node.items) - 1)) for _ in range(2))
        return key_path, {
            "insert": lambda: edits.insert(at, key_path, one, value),
            "move": lambda: edits.move(at, key_path, one, other),
            "duplicate": lambda: edits.duplicate(at, key_path, one),
        }[doing]
    key_path, _ = draw(st.sampled_from(of_sort[Sort.MAPPING] if doing == "add" else parts))
    if doing == "remove":
        about = key_path[:-1]
        while about and len(at.at(about).items) == 1:  # a parent that would be empty is removed too
            about = about[:-1]
        return about, lambda: edits.remove(at, key_path)
    if doing == "add":
        return key_path, lambda: edits.set_value(at, (*key_path, "moi"), value)
    if doing == "rename" and isinstance(key_path[-1], str):
        return key_path[:-1], lambda: edits.rename_key(at, key_path, "ten-moi")
    return key_path, lambda: edits.set_value(at, key_path, value)


def check_untouched(before, after, about):
    """Checks that the source text of every part outside `about` is unchanged."""
    for key_path, node in before.key_paths():
        if key_path[: len(about)] != about and about[: len(key_path)] != key_path:
            assert before.source(node) == after.source(after.at(key_path)), key_path


@settings(max_examples=EDITS, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_change_leaves_all_else_as_it_was_and_is_read_as_it_was_meant(data):
    text = data.draw(st.sampled_from(LESSONS)).read_text(encoding="utf-8")
    at = structure_of(text)
    about, change = pick_change(data.draw, at)
    after = change()  # no edit is refused in a valid lesson
    check_untouched(at, after, about)
    assert after.root.data() == document_of(after.text, "").data


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_lesson_is_understood_as_its_reader_does(path):
    text = path.read_text(encoding="utf-8")
    assert structure_of(text).root.data() == document_of(text, "").data


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_what_is_understood_of_a_broken_lesson_can_be_changed_or_is_refused(path):
    text = path.read_bytes().decode("utf-8", "replace")[:20_000]
    at = structure_of(text)
    for key_path, _ in [each for each in at.key_paths() if each[0]][:8]:
        try:
            after = edits.set_value(at, key_path, "Câu mới.")
        except EditRefusedError:
            continue
        check_untouched(at, after, key_path)


@pytest.mark.parametrize("value", ["‐", "– gạch", "• chấm", "“a”", "```"])
def test_a_sign_that_looks_like_one_of_yaml_stays_what_it_is(value):
    at = structure_of("title: A\nsteps:\n  - say: Một.\n")
    after = edits.set_value(at, ("steps", 0, "items"), [value, {"say": value}])
    assert after.at(("steps", 0, "items")).data() == [value, {"say": value}]
    assert document_of(after.text, "").data == after.root.data()


@pytest.mark.parametrize(("typed", "meant"), [("a：b", "a:b"), ("ＯＴＰ", "OTP"), ("cо", "co")])
def test_a_letter_that_only_looks_right_is_written_as_the_one_that_is_meant(typed, meant):
    at = structure_of("title: A\nsteps:\n  - say: Một.\n")
    after = edits.set_value(at, ("steps", 0, "say"), typed)
    assert after.at(("steps", 0, "say")).data() == meant
    assert document_of(after.text, "").data == after.root.data()


def test_a_lesson_with_a_slip_is_edited_beside_it():
    text = "title: A\ngoal: Nhớ: hỏi cán bộ\nsteps:\n  - say: Một.\n"
    after = edits.set_value(structure_of(text), ("steps", 0, "say"), "Hai.")
    assert after.text == text.replace("Một.", "Hai.")
    with pytest.raises(EditRefusedError):
        edits.set_value(structure_of(text), ("goal",), "Khác.")


LESSON = """\
# đầu tệp
title: 'Nối Wi-Fi'   # tên
steps:
  # bước một
  - say: Một.
    tap: a

  - say: "Hai."  # sau
    type: {into: o, text: '12'}
"""


@pytest.mark.parametrize(
    ("change", "before", "now"),
    [
        (lambda at: edits.set_value(at, ("title",), "Gọi xe"), "'Nối Wi-Fi'", "'Gọi xe'"),
        (lambda at: edits.set_value(at, ("steps", 0, "say"), "A: b"), "say: Một.", "say: 'A: b'"),
        (lambda at: edits.set_value(at, ("steps", 1, "type", "into"), "p"), "into: o", "into: p"),
        (
            lambda at: edits.set_value(at, ("steps", 1, "type", "x"), "y, z"),
            "text: '12'}",
            "text: '12', x: 'y, z'}",
        ),
        (lambda at: edits.set_value(at, ("steps", 0, "wrong"), "Ơ."), "a\n", "a\n    wrong: Ơ.\n"),
        (lambda at: edits.remove(at, ("steps", 0, "tap")), "    tap: a\n", ""),
        (lambda at: edits.remove(at, ("steps", 0, "say")), "say: Một.\n    tap", "tap"),
        (
            lambda at: edits.remove(at, ("steps", 0)),
            "  # bước một\n  - say: Một.\n    tap: a\n",
            "",
        ),
        (
            lambda at: edits.set_value(at, ("steps", 0, "choices"), [{"text": "A", "right": True}]),
            "tap: a\n",
            "tap: a\n    choices:\n      - text: A\n        right: true\n",
        ),
    ],
)
def test_what_is_written(change, before, now):
    assert change(structure_of(LESSON)).text == LESSON.replace(before, now, 1)


def test_an_item_moves_with_its_comments():
    after = edits.move(structure_of(LESSON), ("steps",), 1, 0)
    assert after.text == (
        "# đầu tệp\ntitle: 'Nối Wi-Fi'   # tên\nsteps:\n"
        "  - say: \"Hai.\"  # sau\n    type: {into: o, text: '12'}\n\n"
        "  # bước một\n  - say: Một.\n    tap: a\n"
    )


def test_windows_line_ends_and_the_mark_of_the_byte_order_stay():
    text = "\ufeff" + LESSON.replace("\n", "\r\n")
    after = edits.set_value(structure_of(text), ("steps", 0, "wrong"), "Ơ.").text
    assert after == text.replace("tap: a\r\n", "tap: a\r\n    wrong: Ơ.\r\n")
    assert edits.set_value(structure_of(text), ("title",), "B").text.startswith("\ufeff# đầu")


def test_nothing_is_ever_written_as_null():
    at = structure_of("title: A\nphones:\n  samsung:\n    screens:\n      a: [{bar: B}]\n")
    at = edits.remove(at, ("phones", "samsung", "screens", "a"))
    assert at.text == "title: A\n"
    steps = structure_of("steps:\n  - say: A\n")
    assert edits.remove(steps, ("steps", 0)).text == "steps: []\n"
    assert edits.insert(edits.remove(steps, ("steps", 0)), ("steps",), 0, {"say": "B"}).text == (
        "steps:\n  - say: B\n"
    )
