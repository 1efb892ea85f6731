"""The trainer's kit: its links lead somewhere in it, nothing leads out, its checker checks."""

import re
from urllib.parse import unquote

import pytest

from kiosk.editor.numbers import NUMBERS_FILE, numbers_listed
from kiosk.folders import CHECKOUT, Folders
from kiosk.kit.pages import slug
from kiosk.kit.write import write_kit
from kiosk.library.library import all_lesson_files, load_library

LINK = re.compile(r'(?:href|src)="([^"]*)"')
GOOD = """\
title: Gọi xe
number: 997
goal: Bác gọi được xe.
screens:
  chinh:
    - app: goi-xe
      icon: motorbike
      label: Gọi xe
steps:
  - say: Bác chạm vào hình xe.
    screen: chinh
    tap: goi-xe
"""


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    output = tmp_path_factory.mktemp("kit")
    folders = Folders()
    write_kit(folders, load_library(folders), output)
    return output


@pytest.fixture(scope="module")
def page(kit, browser):
    context = browser.new_context(offline=True)
    opened = context.new_page()
    opened.goto((kit / "soat-bai.html").as_uri())
    yield opened
    context.close()


def found(page, text):
    return page.evaluate("text => problemsOf(text, RULES)", text)


def test_every_link_leads_to_something_in_the_kit(kit):
    pages = sorted(kit.rglob("*.html"))
    assert len(pages) > 40
    for path in pages:
        text = path.read_text("utf-8")
        body = text if path.name != "soat-bai.html" else text.split("<script>")[0]
        for address in LINK.findall(body):
            name, _, part = address.partition("#")
            assert not re.match(r"[a-z]+:", name), (path, address)
            target = (path.parent / name).resolve() if name else path
            assert target.is_file(), (path, address)
            assert target.is_relative_to(kit.resolve()), (path, address)
            if part and target.suffix == ".html":
                assert f'id="{unquote(part)}"' in target.read_text("utf-8"), (path, address)


def test_headings_are_linked_as_on_the_web():
    assert slug("1. Tạo bài") == "1-tạo-bài"


def test_the_list_of_numbers_is_read_by_the_editor(kit):
    listed = numbers_listed(kit)
    assert listed[11] == "Nối Wi-Fi"
    assert (kit / NUMBERS_FILE).read_bytes().startswith("\ufeff".encode())


def test_the_checker_finds_nothing_in_lessons_that_are_taught(page, kit):
    paths = [*all_lesson_files(Folders()), *(kit / "mau").glob("*.yaml")]
    told = {path.name: found(page, path.read_text("utf-8")) for path in paths}
    of_numbers = {name for name, each in told.items() if name.startswith("mau-")}
    wrong = {name: each for name, each in told.items() if each and name not in of_numbers}
    assert not wrong
    assert len(told) > 40


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("goal:", "gaol:", 3, "có phải 'goal' không?"),
        ("997", "chín", 2, "phải là một số"),
        ("997", "11", 2, "đã là của bài 'Nối Wi-Fi'"),
        ("motorbike", "xe-om", 7, "không có hình 'xe-om'"),
        ("tap: goi-xe", "tap: goi-xa", 12, "không có chỗ chạm 'goi-xa'"),
        ("screen: chinh", "screen: chin", 11, "không có màn hình 'chin'"),
        ("say: Bác", "say: Bác: hãy", 10, "dấu nháy"),
        ("say: Bác", "say:\u00a0Bác", 10, "dấu cách lạ"),
        ("title: Gọi xe\n", "", 1, "thiếu trường 'title'"),
    ],
)
def test_the_checker_tells_the_line_and_the_cure(page, right, wrong, line, words):
    assert found(page, GOOD) == []
    told = found(page, GOOD.replace(right, wrong, 1))
    assert [each["line"] for each in told if words in each["message"]] == [line]


def test_the_page_tells_while_one_writes(page):
    page.fill("#text", GOOD.replace("goal:", "gaol:"))
    assert page.inner_text("#verdict") == "Có 2 chỗ cần sửa."
    page.fill("#text", GOOD)
    assert page.inner_text("#verdict") == "Không thấy lỗi."
    lesson = CHECKOUT / "lessons" / "noi-wifi.yaml"
    page.set_input_files("#file", str(lesson))
    page.wait_for_function("document.getElementById('text').value.includes('Nối Wi-Fi')")
    assert page.inner_text("#verdict") == "Không thấy lỗi."


def test_the_checked_lesson_is_walked_through_on_the_drawn_phone(page):
    page.fill("#text", GOOD.replace("    tap: goi-xe\n", "    tap: goi-xe\n  - say: Xe tới rồi.\n"))
    assert page.inner_text("#show .sentence") == "Bác chạm vào hình xe."
    assert page.inner_text("#show .mark") == "MÔ PHỎNG"
    page.click("#show [data-target='back']")
    assert page.inner_text("#show .told") == "Chưa đúng."
    page.click("#show .glowing[data-target='goi-xe']")
    assert page.inner_text("#show .sentence") == "Xe tới rồi."
    page.fill("#text", "steps: [")
    assert page.query_selector("#show .sentence") is None


def test_every_step_of_every_lesson_can_be_drawn(page):
    undrawn = page.evaluate(
        """texts => {
            const one = id => document.getElementById(id);
            return texts.flatMap(([name, text]) => {
                one("text").value = text;
                one("text").dispatchEvent(new Event("input"));
                const found = [];
                while (!one("before").disabled) one("before").click();
                for (let at = 1; ; at += 1) {
                    const told = one("show").textContent;
                    if (told.includes("chưa vẽ được")) found.push(`${name}: ${at}`);
                    if (one("after").disabled) return found;
                    one("after").click();
                }
            });
        }""",
        [[path.name, path.read_text("utf-8")] for path in all_lesson_files(Folders())],
    )
    assert undrawn == []
