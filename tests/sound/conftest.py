"""A real sound server, and microphones that receive what is played into its sinks."""

import subprocess
from contextlib import suppress

import pytest
from sound_server import control
from speaking import MOUTH, NAME


@pytest.fixture
def server(sound_server, qtbot):
    sound_server.start(qtbot)
    return sound_server


@pytest.fixture
def plugged(server):
    """Plugs in a microphone that receives a sink's sound; returns a function that unplugs it."""
    pulls = {}

    def plug(name, sink):
        server.add_sink(sink, "rate=48000")
        text = f"source_properties=device.description={name}"
        number = control(
            "load-module",
            "module-remap-source",
            f"master={sink}.monitor",
            f"source_name={name}",
            text,
        )
        pulls[name] = number
        return lambda: control("unload-module", pulls.pop(name))

    yield plug
    for number in pulls.values():
        with suppress(subprocess.CalledProcessError):  # a stopped server has no modules
            control("unload-module", number)


@pytest.fixture
def cable(plugged):
    """A microphone that receives the sound of the sink `mouth`; returns how to unplug it."""
    return plugged(NAME, MOUTH)
