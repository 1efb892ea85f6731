"""The take-home pages as a cheap phone on a slow network loads them, in Debian's Chromium.

A lesson is also compared with the alternative that a centre could send: its steps as slides of a
PDF, with the same clips. As an H5P it was measured once by hand, under the same conditions: 216 KB
and 60 requests before the first words, 8 to 10 s until the first step (these pages then: 57 KB, 1.5
to 1.8 s). That H5P was not kept, so this cannot be measured again.
"""

import gzip
import io
import json
import statistics
from contextlib import closing
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING

from PIL import Image

from bench.figures import Figure
from kiosk.cli._voice_context import VoiceContext, voice_context
from kiosk.folders import folders_from_environment
from kiosk.i18n.catalogue import EMPTY
from kiosk.library.library import load_library
from kiosk.narration.worker_process import WorkerProcess
from kiosk.web.export import WebEdition, WebLanguage, write_edition
from kiosk.web.single_file import one_page
from kiosk.web.voices import CLIPS, PageVoices
from tests.chromium import launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LESSON, LARGEST = "noi-wifi", "lua-dao"
"""A lesson with every kind of step, and the lesson with the most voice."""
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SLOWER = 6
BYTES_A_S = 400_000 / 8
LATENCY_MS = 100
"""Round-trip time of an uncrowded rural 3G network."""
PACKED = {".js", ".css", ".json", ".svg", ".html", ".webmanifest"}
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".html": "text/html; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".webmanifest": "application/manifest+json",
}
MAX_BEFORE_WORDS_KB, MAX_LESSON_KB, MAX_READY_S = 150, 1000, 2.0
PLACE = "document.getElementById('page').dataset.place"
NEXT = '[data-target="bar-next"]'


def measure(runs: int = 5) -> list[Figure]:
    """Measure download sizes, the time until the pages are usable, and the alternatives' sizes."""
    kiosk = voice_context("", folders_from_environment())
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(kiosk, folder)
        with closing(_Served(folder)) as served, launched() as browser:
            openings = [_Opening(browser, served) for _ in range(runs)]
            slides = _slides(browser, served)
        clips = _clip_bytes(folder)
        whole = _pages_bytes(folder) + _lesson_bytes(folder) + clips
        single = len(gzip.compress(one_page(folder).encode()))
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(kiosk, folder, LARGEST)
        most_voice = _clip_bytes(folder, LARGEST)
        most = _pages_bytes(folder) + _lesson_bytes(folder, LARGEST) + most_voice
    words_kb = max(each.bytes_before_words for each in openings) / 1000
    ready_s = [each.ready_s for each in openings]
    slow = f"{SLOWER} × slower, 400 kbit/s, {LATENCY_MS} ms"
    return [
        Figure("loaded before the first words", words_kb, "KB", MAX_BEFORE_WORDS_KB),
        Figure("a lesson with its voice, all ways", whole / 1000, "KB", MAX_LESSON_KB),
        Figure("of it the voice", clips / 1000, "KB"),
        Figure("the largest lesson", most / 1000, "KB", MAX_LESSON_KB, LARGEST),
        Figure("of it the voice", most_voice / 1000, "KB"),
        Figure("first step ready, median", statistics.median(ready_s), "s", MAX_READY_S, slow),
        Figure("first step ready, worst", max(ready_s), "s", note=f"of {runs}"),
        Figure("one file with everything, packed", single / 1000, "KB"),
        Figure("the same steps as slides in a PDF", slides / 1000, "KB"),
        Figure("slides and voice", (slides + clips) / 1000, "KB"),
        Figure("until the slides have come", slides / BYTES_A_S, "s", note="400 kbit/s alone"),
    ]


def _write(kiosk: VoiceContext, folder: Path, name: str = LESSON) -> None:
    """Writes the pages of one lesson, in Vietnamese."""
    lesson = load_library(kiosk.folders).lessons[name]
    with WorkerProcess(kiosk.voice) as worker:
        encoded = kiosk.folders.cache / "web-clips"
        voices = PageVoices(kiosk.voice, worker, folder / CLIPS, encoded)
        spoken = (WebLanguage("vi", "Tiếng Việt", EMPTY),)
        write_edition(WebEdition(kiosk.folders, [lesson], spoken, "Xã Mẫu", folder, voices))


def _clip_bytes(folder: Path, lesson: str = LESSON) -> int:
    """Size of all clips that a lesson may play, in the largest draw of its rehearsals."""
    clips = json.loads((folder / "voice" / "vi" / f"{lesson}.json").read_text("utf-8"))

    def weight(numbers: set[int]) -> int:
        names = {clips[number][0] for number in numbers if clips[number]}
        return sum((folder / CLIPS / f"{name}.mp3").stat().st_size for name in names)

    return max(weight(_said(folder, lesson, draw)) for draw in _draws(folder, lesson))


def _said(folder: Path, lesson: str, draw: str) -> set[int]:
    """The line numbers that one draw of a lesson can speak."""
    head, shape, *ways = (
        json.loads(path.read_text("utf-8")) for path in _files_of(folder, lesson, draw)
    )
    said = {head["title"], head["goal"], *head["remember"]}
    said |= {line for fact in head["facts"] for line in fact[1:]}
    said |= {line for trouble in head["troubles"].values() for line in trouble}
    said |= {option["line"] for step in shape["steps"] for option in step.get("options", ())}
    return said | {line for way in ways for line in way["lines"]}


def _draws(folder: Path, lesson: str) -> list[str]:
    """The draws of a lesson for Android."""
    return [path.stem for path in sorted((folder / "lessons" / lesson).glob("android-?.json"))]


def _files_of(folder: Path, lesson: str, draw: str) -> list[Path]:
    """The files of a lesson's head, of its steps and screens, and of its ways."""
    lessons = folder / "lessons"
    ways = sorted((lessons / lesson).glob(f"{draw}-*.json"))
    return [lessons / f"{lesson}.json", lessons / lesson / f"{draw}.json", *ways]


def _lesson_bytes(folder: Path, lesson: str = LESSON) -> int:
    """Compressed size of a lesson without its voice, in its largest draw."""
    return max(
        sum(len(_sent(path)) for path in _files_of(folder, lesson, draw))
        for draw in _draws(folder, lesson)
    )


def _pages_bytes(folder: Path) -> int:
    """Compressed size of the pages themselves and of the word timings of their clips."""
    return sum(
        len(_sent(path))
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".mp3" and "lessons" not in path.parts[-3:-1]
    )


@cache
def _sent(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.compress(content, 9) if path.suffix in PACKED else content


class _Served:
    """A server of a folder that compresses its files where possible, as `docs/web.md` requires."""

    def __init__(self, folder: Path) -> None:
        files = {
            path.relative_to(folder).as_posix(): path
            for path in folder.rglob("*")
            if path.is_file()
        }
        for path in files.values():
            _sent(path)  # compresses the file before the first request

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = files.get(self.path.partition("?")[0].lstrip("/") or "index.html")
                content = _sent(path) if path else b""
                self.send_response(200 if path else 404)
                if path and path.suffix in PACKED:
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Type", TYPES.get(path.suffix if path else "", ""))
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_told: object) -> None:
                """Suppresses the request log."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self._http.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._http.server_port}/"

    def close(self) -> None:
        """Stops the server."""
        self._http.shutdown()
        self._http.server_close()


class _Opening:
    """The first opening of the lesson from the printed code, on a slow phone."""

    def __init__(self, browser: "Browser", served: _Served) -> None:
        context = browser.new_context(**PHONE, service_workers="block")
        page = context.new_page()
        session = context.new_cdp_session(page)
        received = {"bytes": 0}
        session.send("Network.enable")
        session.on(
            "Network.loadingFinished",
            lambda event: received.update(bytes=received["bytes"] + event["encodedDataLength"]),
        )
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        slow = {
            "latency": LATENCY_MS,
            "downloadThroughput": BYTES_A_S,
            "uploadThroughput": BYTES_A_S,
        }
        session.send("Network.emulateNetworkConditions", {"offline": False, **slow})
        page.goto(f"{served.address}#{LESSON}.android", wait_until="commit")
        page.wait_for_selector(".lesson .sentence")
        self.ready_s = _since_start_s(page)
        page.wait_for_selector(".word.said")
        self.bytes_before_words = int(received["bytes"])
        context.close()


def _since_start_s(page: "Page") -> float:
    return float(page.evaluate("performance.now()")) / 1000


def _slides(browser: "Browser", served: _Served) -> int:
    """The size of a PDF with a screenshot of each step."""
    context = browser.new_context(**PHONE, device_scale_factor=2, reduced_motion="reduce")
    page = context.new_page()
    page.clock.install()
    page.goto(f"{served.address}#{LESSON}.android.together")
    page.wait_for_selector(".lesson")
    pictures: list[Image.Image] = []
    while page.locator(".lesson").count() and "together" in page.evaluate(PLACE):
        pictures.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
        page.clock.fast_forward(1000)
        page.click(NEXT)
        page.clock.fast_forward(1000)
    context.close()
    content = io.BytesIO()
    pictures[0].save(content, "PDF", save_all=True, append_images=pictures[1:], quality=80)
    return len(content.getvalue())
