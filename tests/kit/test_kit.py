"""The trainer's kit: all links stay inside it and resolve; a lesson of it can be played."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from kiosk.authoring.inspection import inspect
from kiosk.content.wording import message_of
from kiosk.domain import prompts
from kiosk.domain.way import Way
from kiosk.editor.numbers import NUMBERS_FILE, numbers_listed
from kiosk.folders import CHECKOUT, Folders
from kiosk.kit.pages import slug
from kiosk.kit.write import CLIPS, write_kit
from kiosk.library.library import load_library
from kiosk.narration.utterance import Clip
from kiosk.web.voices import USUAL, mp3_of
from kiosk.web.words import DEVICE_VOICE

CALM_MS = 600
STARTED_MS = 120_000
"""Python in a browser takes some seconds to start, more on a slow machine."""
OPENING = prompts.OPENINGS[Way.TOGETHER]
"""The only sentence with a clip in this kit."""
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
    - app: ban-do
      icon: map
      label: Bản đồ
steps:
  - say: Bác chạm vào hình xe.
    name: xe
    screen: chinh
    tap: goi-xe
  - say: Bác xem ảnh này.
    picture: xe-om.jpg
"""
ON_SAMSUNG = """\
phones:
  samsung:
    steps:
      xe: {say: Bác chạm vào hình bản đồ., tap: ban-do}
"""
DEVICE_SPEAKS = """
window.spoken = [];
const voices = [
  {name: "Xa", lang: "vi-VN", localService: false},
  {name: "An", lang: "vi-VN", localService: true},
];
speechSynthesis.getVoices = () => voices;
speechSynthesis.cancel = () => {};
speechSynthesis.speak = (said) => {
  top.spoken.push([said.voice.name, said.text]);
  said.onstart();
  setTimeout(said.onend, 20);
};
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
PLAYED = """
const play = HTMLMediaElement.prototype.play;
window.played = [];
HTMLMediaElement.prototype.play = function () {
  top.played.push(this.src);
  return play.call(this);
};
"""


class OneClip:
    """Replaces the speech engines: one sentence has a clip."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def spoken(self, lines, _language, _catalogue):
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / "clip.mp3").write_bytes(mp3_of(Clip(bytes(3200), 16_000, ()), USUAL))
        return [["clip", 0, 0, 0, 0] if line.text == OPENING.text else None for line in lines]


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    output = tmp_path_factory.mktemp("kit")
    folders = Folders()
    write_kit(folders, load_library(folders), output, OneClip(output / CLIPS))
    return output


@pytest.fixture(scope="module")
def page(kit, browser):
    """The checker page, opened from its folder without a network."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    context.add_init_script(DEVICE_SPEAKS + PLAYED)
    opened = context.new_page()
    opened.clock.install()
    opened.goto((kit / "soat-bai.html").as_uri())
    opened.wait_for_selector("#starting", state="hidden", timeout=STARTED_MS)
    yield opened
    context.close()


def written(page, text):
    """The problems that the page lists for a text: severity, line and message."""
    page.evaluate("text => { field.value = text; check(); }", text)
    return page.locator("#problems button").all_inner_texts()


def shown(page, selector):
    """An element in the frame that shows the lesson."""
    return page.frame_locator("#shown").locator(selector).first


def touch(page, selector):
    """Touches an element in the frame, after the interval in which touches are ignored."""
    found = shown(page, selector)
    found.wait_for()
    page.clock.fast_forward(CALM_MS)
    found.click()


def test_every_link_leads_to_something_in_the_kit(kit):
    pages = sorted(kit.rglob("*.html"))
    assert len(pages) > 40
    for path in pages:
        text = path.read_text("utf-8")
        body = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
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


def test_browsers_get_the_part_of_pydantic_that_belongs_to_its_other_part():
    version = re.compile(r"^pydantic-core==\S+", re.MULTILINE)
    locks = ("requirements.txt", "kit-python/requirements.txt")
    one, other = (
        version.findall((CHECKOUT / "script" / name).read_text("utf-8")) for name in locks
    )
    assert one == other


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("", ""),
        ("goal:", "gaol:"),
        ("997", "chín"),
        ("997", "11"),
        ("motorbike", "xe-om"),
        ("tap: goi-xe", "tap: goi-xa"),
        ("say: Bác chạm", "say: Bác: hãy"),
        ("say: Bác", "say:\u00a0Bác"),
        ("Bác chạm vào hình xe.", "Gọi 113 đi em, phí 50.000 đồng, số 0912 345 678."),
    ],
)
def test_the_checker_tells_what_the_kiosk_tells(page, tmp_path, monkeypatch, right, wrong):
    monkeypatch.chdir(CHECKOUT)
    text = GOOD.replace(right, wrong, 1).replace("    picture: xe-om.jpg\n", "    picture: wifi\n")
    folders = Folders(site=tmp_path)
    file = tmp_path / "lessons" / "bai-moi.yaml"
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    expected = [(each.line, message_of(each)) for each in inspect([file], folders).problems]
    reported = written(page, text)
    for (line, message), button in zip(expected, reported, strict=True):
        assert button.startswith(f"Dòng {line}: ")
        assert message in button


def test_the_lesson_is_taught_by_the_pages_of_the_web_edition(page):
    photo = CHECKOUT / "docs" / "pictures" / "home.png"
    page.set_input_files(
        "#file",
        files=[
            {"name": "goi-xe.yaml", "mimeType": "", "buffer": GOOD.encode()},
            {"name": "xe-om.jpg", "mimeType": "image/jpeg", "buffer": photo.read_bytes()},
        ],
    )
    page.wait_for_function("fileName === 'goi-xe.yaml' && frame.srcdoc !== ''")
    assert page.inner_text("#verdict") == "Không thấy lỗi."
    touch(page, '[data-target="above-ways"]')
    touch(page, '[data-target="way:together"]')
    touch(page, '[data-target="bar-next"]')
    touch(page, '[data-target="ban-do"]')
    shown(page, ".feedback .sentence").wait_for()
    touch(page, '.glowing[data-target="goi-xe"]')
    shown(page, '.told-now:has-text("Bác xem ảnh này.")').wait_for()
    assert shown(page, ".stage img").evaluate("it => it.decode().then(() => it.naturalWidth)") > 0
    shown(page, '[data-target="above-adjust"]').click()
    shown(page, '[data-target="contrast-high"]').click()
    assert shown(page, "html").get_attribute("data-contrast") == "high"


def test_it_goes_on_at_the_same_step_when_a_sentence_is_changed(page):
    written(page, GOOD.replace("picture: xe-om.jpg", "picture: wifi"))
    touch(page, '[data-target="above-ways"]')
    touch(page, '[data-target="way:own-phone"]')
    touch(page, '[data-target="bar-next"]')
    touch(page, '[data-target="bar-next"]')
    shown(page, '.told-now:has-text("Bác xem ảnh này.")').wait_for()
    written(
        page, GOOD.replace("picture: xe-om.jpg", "picture: wifi").replace("ảnh này", "hình này")
    )
    shown(page, '.told-now:has-text("Bác xem hình này.")').wait_for()
    touch(page, '[data-target="bar-back"]')
    shown(page, '.told-now:has-text("Bác chạm vào hình xe.")').wait_for()


def test_the_last_good_lesson_stays_while_something_is_to_be_mended(page):
    good = GOOD.replace("picture: xe-om.jpg", "picture: wifi")
    written(page, good)
    shown(page, ".told-now").wait_for()
    items = written(page, good.replace("goal:", "gaol:"))
    assert len(items) > 0
    touch(page, '[data-target="above-ways"]')
    touch(page, '[data-target="way:together"]')
    shown(page, f'.told-now:has-text("{OPENING.text}")').wait_for()
    written(page, "")
    assert not page.is_visible("#shown")


def test_it_is_shown_on_each_make_of_phone(page):
    written(page, GOOD.replace("picture: xe-om.jpg", "picture: wifi") + ON_SAMSUNG)
    touch(page, '[data-target="make:samsung"]')
    touch(page, '[data-target="above-ways"]')
    touch(page, '[data-target="way:own-phone"]')
    touch(page, '[data-target="bar-next"]')
    shown(page, '.told-now:has-text("Bác chạm vào hình bản đồ.")').wait_for()
    touch(page, '[data-target="above-change-phone"]')
    touch(page, '[data-target="make:android"]')
    touch(page, '[data-target="bar-next"]')
    shown(page, '.told-now:has-text("Bác chạm vào hình xe.")').wait_for()


def test_new_sentences_are_said_by_this_machine_alone_and_others_by_the_kiosk(page):
    written(page, GOOD.replace("picture: xe-om.jpg", "picture: wifi"))
    page.evaluate("spoken.length = played.length = 0")
    touch(page, '[data-target="above-ways"]')
    touch(page, '[data-target="way:together"]')
    page.wait_for_function("played.some(each => each.endsWith('/tieng/clip.mp3'))")
    assert OPENING.text not in [text for _, text in page.evaluate("spoken")]
    touch(page, '[data-target="bar-next"]')
    page.wait_for_function("spoken.some(([, text]) => text === 'Bác chạm vào hình xe.')")
    assert {name for name, _ in page.evaluate("spoken")} == {"An"}
    assert shown(page, ".stands-in").inner_text() == DEVICE_VOICE
    assert "An" in page.inner_text("#voices")


def test_a_lesson_that_the_kiosk_teaches_is_taught_here_too(page):
    page.set_input_files("#file", str(CHECKOUT / "lessons" / "lua-dao.yaml"))
    page.wait_for_function("fileName === 'lua-dao.yaml'")
    assert page.inner_text("#verdict") == "Không thấy lỗi."
    touch(page, '[data-target="bar-next"]')
    touch(page, '[data-target="above-ways"]')
    touch(page, '[data-target="way:alone"]')
    touch(page, '[data-target="bar-next"]')
    shown(page, "simulated-phone, .option").wait_for()
