"""The province's pages open from a folder in a real browser, and show the right figures."""

import os
import re
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe

from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.folders import CHECKOUT, Folders
from kiosk.stats.event import Kind
from kiosk.stats.identity import step_identity
from tests.province.conftest import Kiosk, figure

PAGES = ("index.html", "bai.html", "buoc-kho.html", "tieng.html", "ki-ot.html")
LESSON = read_lesson(CHECKOUT / "lessons" / "noi-wifi.yaml", media_in(Folders())).lesson
HARD = 2


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The pages written by the command, and its output."""
    folder = tmp_path_factory.mktemp("tinh")
    hard = step_identity(LESSON, HARD)
    for centre in ("Ea Kao", "Buôn <Đôn>"):
        Kiosk(centre, folder / "inbox").send(
            figures=(
                figure(Kind.BEGUN, 1200, lesson=""),
                figure(Kind.OPENED, 70, language="vi"),
                figure(Kind.FINISHED, 50),
                figure(Kind.SHOWN, 40, step=hard),
                figure(Kind.STUCK, 12, step=hard),
                figure(Kind.OPENED, 20, lesson="lua-dao"),
            ),
            problems=("Máy in hết giấy.",),
        )
    bad = Kiosk("Hỏng", folder / "inbox").send()
    bad.write_bytes(b"{}")
    words = [str(folder / "inbox"), "-o", str(folder / "out"), "--since=2026-01", "--until=2026-12"]
    words += ["--web", "https://tinh.example/hoc/"]
    result = subprocess.run(
        [sys.executable, "-m", "kiosk", "province", *words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_STATE_HOME": str(folder), "XDG_CACHE_HOME": str(folder)},
    )
    return folder / "out", result.stdout + result.stderr


def test_every_figure_is_where_somebody_looks_for_it(written):
    folder, reported = written
    assert "Đã đọc 2 tệp mới" in reported
    assert "Bỏ qua" in reported
    index = (folder / "index.html").read_text("utf-8")
    assert "<b>2.400</b>Lượt người dùng" in index
    assert "Tệp không dùng được" in index
    lessons = (folder / "bai.html").read_text("utf-8")
    assert '<a href="https://tinh.example/hoc/#noi-wifi">Nối Wi-Fi</a>' in lessons
    assert re.search(r"Nối Wi-Fi</a></td><td class=\"n\">140</td><td class=\"n\">100<", lessons)
    assert "Lừa đảo &lt;b&gt;" in lessons
    kiosks = (folder / "ki-ot.html").read_text("utf-8")
    assert "Buôn &lt;Đôn&gt;" in kiosks
    assert "Máy in hết giấy." in kiosks


def test_a_hard_step_is_shown_with_its_words_and_its_picture(written):
    folder, _ = written
    page = (folder / "buoc-kho.html").read_text("utf-8")
    assert LESSON.steps[HARD].line.text in page
    (name,) = re.findall(r'<img src="(.*?)"', page)
    assert (folder / name).read_bytes().startswith(b"\x89PNG")


def test_csv_and_parquet_lie_beside_them(written):
    folder, _ = written
    rows = (folder / "so-lieu.csv").read_text("utf-8").splitlines()
    assert rows[0].startswith("centre,kiosk,year,month,day")
    assert len(rows) == 13
    assert (folder / "so-lieu.parquet").read_bytes()[:4] == b"PAR1"


def test_a_browser_shows_them_without_a_network_and_axe_finds_nothing(written, browser):
    folder, _ = written
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        page.goto((folder / name).as_uri())
        assert page.evaluate("[...document.images].every(each => each.naturalWidth > 0)")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        for width in (360, 1366):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
    assert all(url.startswith("file:") for url in asked)
