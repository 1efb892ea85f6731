"""What a screen reader has of the kiosk: its accessibility tree, over AT-SPI and nothing else.

A program of its own, for the system's Python, which has the bindings (Debian's python3-gi and
gir1.2-atspi-2.0). It starts the kiosk given as its arguments inside its own D-Bus session, and then
answers each line of JSON on its standard input with "answer" and one on its standard output:

    {"see": true}          what is showing: a list of id, role, name, checked, selected, text
    {"press": "next"}      whether something showing with that id could be pressed
"""

import json
import subprocess
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter("ignore")
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PATIENCE_S = 40
ANSWER = "answer "
"""Begins an answer: the bus prints lines of its own."""
FIELDS = (Atspi.Role.ENTRY, Atspi.Role.PASSWORD_TEXT)


def showing(item):
    """The item and everything in it that shows."""
    states = item.get_state_set()
    if item.get_role() is not Atspi.Role.APPLICATION and not states.contains(
        Atspi.StateType.SHOWING
    ):
        return
    yield item, states
    for at in range(item.get_child_count()):
        child = item.get_child_at_index(at)
        if child is not None:
            yield from showing(child)


def applications():
    desktop = Atspi.get_desktop(0)
    found = (desktop.get_child_at_index(at) for at in range(desktop.get_child_count()))
    return [each for each in found if each is not None and each.get_child_count()]


def everything():
    for application in applications():
        yield from showing(application)


def identity(item):
    """The object's own name: the last part of the path that Qt gives as its identity."""
    return (item.get_accessible_id() or "").rsplit(".", 1)[-1]


def told(item, states):
    return {
        "id": identity(item),
        "role": item.get_role_name(),
        "name": item.get_name() or "",
        "checked": states.contains(Atspi.StateType.CHECKED),
        "selected": states.contains(Atspi.StateType.SELECTED),
        "text": Atspi.Text.get_text(item, 0, -1) if item.get_role() in FIELDS else "",
    }


def press(name):
    for item, _ in everything():
        if identity(item) == name:
            count = Atspi.Action.get_n_actions(item)
            names = [Atspi.Action.get_action_name(item, at) for at in range(count)]
            return "Press" in names and Atspi.Action.do_action(item, names.index("Press"))
    return False


def answered(asked):
    # The tree changes while it is read: then it is read once more.
    for _ in range(5):
        try:
            if "press" in asked:
                return bool(press(asked["press"]))
            return [told(item, states) for item, states in everything()]
        except GLib.Error:
            Atspi.Accessible.clear_cache(Atspi.get_desktop(0))
    return None


def main():
    bus = subprocess.Popen([LAUNCHER, "--launch-immediately"])
    kiosk = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    Atspi.init()
    ends_s = time.monotonic() + PATIENCE_S
    while not applications() and time.monotonic() < ends_s:
        time.sleep(0.1)
    for line in sys.stdin:
        sys.stdout.write(f"{ANSWER}{json.dumps(answered(json.loads(line)))}\n")
        sys.stdout.flush()
    kiosk.terminate()
    kiosk.wait(PATIENCE_S)
    bus.terminate()


main()
