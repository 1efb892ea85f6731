"""The worker as a real process."""

import json
import subprocess
import sys

import pytest
import strange_engines

from kiosk.narration.cache import ClipCache
from kiosk.narration.engines import espeak
from kiosk.narration.request import Request, from_message, to_message
from kiosk.narration.settings import NarrationSettings, worker_arguments
from kiosk.narration.utterance import SpokenWord

WORDS = (SpokenWord(0, 0, "xin"), SpokenWord(1, 2, "chào bác."))
LIMIT_S = 20


def request(engine="espeak", voice="vi"):
    return Request(engine, "1", voice, "vi", 125, WORDS)


@pytest.fixture
def worker(tmp_path):
    started = []

    def start(*kinds, cache=tmp_path / "cache"):
        engines = strange_engines.write(tmp_path / "engines", *kinds)
        arguments = worker_arguments(cache, NarrationSettings(more_engines=engines))
        command = [sys.executable, *arguments]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        started.append(process)
        process.greeting = json.loads(process.stdout.readline())
        return process

    yield start
    for process in started:
        process.kill()
        with process:
            pass


def answer(process, asked, number=1):
    process.stdin.write(json.dumps(to_message(asked, number)).encode() + b"\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


@pytest.mark.skipif(espeak.Espeak().problem() is not None, reason="espeak-ng is not installed")
def test_it_renders_into_the_cache(worker, tmp_path):
    assert answer(worker(), request()) == {"number": 1}
    clip = ClipCache(tmp_path / "cache").get(request().key)
    assert len(clip.word_starts_ms) == 2
    assert clip.duration_ms > 300


def test_it_tells_what_its_engines_can_do(worker):
    fields = {engine["engine"]: engine for engine in worker("talk").greeting["engines"]}
    assert fields["talk"]["voices"] == {"vi": ["talk-voice"]}
    assert "espeak" in fields


def test_an_engine_that_prints_does_not_disturb_the_answers(worker):
    assert answer(worker("talk"), request("talk"), number=5) == {"number": 5}


def test_an_engine_that_fails_is_an_answer(worker):
    process = worker("refuse", "talk")
    assert answer(process, request("refuse")) == {"number": 1, "failed": "no sound today"}
    assert answer(process, request("talk"), number=2) == {"number": 2}


def test_a_clip_that_cannot_be_kept_comes_with_the_answer(worker, tmp_path):
    (tmp_path / "file").touch()
    fields = answer(worker("talk", cache=tmp_path / "file" / "cache"), request("talk"))
    assert "not_kept" in fields
    assert fields["clip"]["word_starts_ms"] == [0, 1]


def test_it_ends_with_its_input(worker):
    process = worker()
    process.stdin.close()
    assert process.wait(LIMIT_S) == 0


def test_it_loads_neither_qt_nor_the_lesson_model():
    code = "import sys, kiosk.narration.worker; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in said.stdout.split()}
    assert not loaded & {"PySide6", "pydantic", "yaml"}


def test_a_request_survives_its_line():
    message = json.loads(json.dumps(to_message(request(), 3)))
    assert from_message(message) == (request(), 3)
