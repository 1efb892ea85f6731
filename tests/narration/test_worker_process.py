"""Programs without a window use the worker, and survive its death."""

import subprocess
import sys

import pytest
import strange_engines

from kiosk.narration.cache import ClipCache
from kiosk.narration.prerender import prerender
from kiosk.narration.request import Request
from kiosk.narration.settings import NarrationSettings
from kiosk.narration.utterance import SpokenWord
from kiosk.narration.worker_process import WorkerError, WorkerProcess


@pytest.fixture
def settings(tmp_path):
    engines = strange_engines.write(tmp_path / "engines", "talk", "crash", "hang", "refuse")
    cache = tmp_path / "cache"
    return NarrationSettings(cache_folder=cache, more_engines=engines, answer_limit_s=0.5)


def request(engine, text="chào"):
    return Request(engine, "1", f"{engine}-voice", "vi", 125, (SpokenWord(0, 0, text),))


def test_it_tells_its_abilities_and_renders_into_the_cache(settings):
    with WorkerProcess(settings) as worker:
        assert "talk" in {ability.engine for ability in worker.abilities}
        worker.render(request("talk"))
    assert ClipCache(settings.cache_folder).get(request("talk").key)


@pytest.mark.parametrize("kind", ["crash", "hang", "refuse"])
def test_an_engine_that_fails_is_an_error_and_the_next_sentence_is_rendered(settings, kind):
    with WorkerProcess(settings) as worker:
        with pytest.raises(WorkerError):
            worker.render(request(kind))
        worker.render(request("talk"))
    assert ClipCache(settings.cache_folder).has(request("talk").key)


def test_rendering_ahead_goes_on_after_a_failure_and_tells_it(settings):
    cache = ClipCache(settings.cache_folder)
    messages = []
    with WorkerProcess(settings) as worker:
        wanted = [request("talk", "một"), request("refuse"), request("talk", "hai")]
        done = prerender([*wanted, wanted[0]], cache, worker, lambda *how: messages.append(how))
    assert (done.new, done.there, done.left_out) == (2, 0, 0)
    assert done.failed == [(request("refuse"), "no sound today")]
    assert messages == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_worker_that_cannot_start_is_an_error(settings, monkeypatch):
    monkeypatch.setattr("kiosk.narration.worker_process.worker_arguments", lambda *_: ["-c", ""])
    with pytest.raises(WorkerError, match="ended"), WorkerProcess(settings):
        pass


def test_neither_the_window_nor_the_waiting_worker_loads_numpy():
    for module in (
        "kiosk.ui.sound.narrator",
        "kiosk.ui.sound.voice_output",
        "kiosk.narration.engines.recordings",
    ):
        code = f"import sys, {module}; print(*sys.modules)"
        said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        assert not {"numpy", "soundfile"} & set(said.stdout.decode().split()), module
