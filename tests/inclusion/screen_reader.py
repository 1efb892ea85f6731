"""Reads and operates the kiosk as a screen reader: only through its accessibility tree, AT-SPI.

A separate program for the system's Python, which has the bindings (Debian's python3-gi and
gir1.2-atspi-2.0). It starts the kiosk given as its arguments inside its own D-Bus session. Then it
answers each line of JSON on its standard input with "answer" and one on its standard output:

    {"press": ["next"], "until": "Bác chạm.", "states": {"item:1": {"checked": true}}}
        presses the first of these ids that is showing, and waits until an item with the name or id
        in "until" shows and the items in "states" have these states (without states, a press
        without effect is repeated); answers with all showing items: a list of id,
        role, name, checked, selected, text
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
PATIENCE_S = 30
TOUCH_COUNTS_AFTER_S = 0.6
AGAIN_AFTER_S = 2
ANSWER = "answer "
"""Prefix of an answer: the bus prints lines of its own."""
FIELDS = (Atspi.Role.ENTRY, Atspi.Role.PASSWORD_TEXT, Atspi.Role.TEXT)


def showing(item):
    """The item and all its showing descendants."""
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
    """The object name: the last part of the path that Qt gives as accessible id."""
    return (item.get_accessible_id() or "").rsplit(".", 1)[-1]


def description_of(item, states):
    return {
        "id": identity(item),
        "role": item.get_role_name(),
        "name": item.get_name() or "",
        "checked": states.contains(Atspi.StateType.CHECKED),
        "selected": states.contains(Atspi.StateType.SELECTED),
        "text": Atspi.Text.get_text(item, 0, -1) if item.get_role() in FIELDS else "",
    }


class Window:
    """The accessible items at the last reading."""

    def __init__(self):
        self.items, self.told = {}, []

    def look(self):
        """Reads the tree; reads it again if it changes meanwhile."""
        for _ in range(5):
            try:
                found = [(item, description_of(item, states)) for item, states in everything()]
            except GLib.Error:
                Atspi.Accessible.clear_cache(Atspi.get_desktop(0))
            else:
                self.items = {each["id"]: item for item, each in found}
                self.told = [each for _, each in found]
                return

    def press(self, names, until, states):
        def is_there():
            return any(each["id"] in names and each["name"].strip() for each in self.told)

        def has_come():
            reported = {each["id"]: each for each in self.told}
            as_wanted = all(
                wanted.items() <= reported.get(name, {}).items()
                for name, wanted in (states or {}).items()
            )
            return as_wanted and any(until in (each["id"], each["name"]) for each in self.told)

        # On the way to the lesson a page may be rebuilt during the press.
        times_s = [PATIENCE_S] if states is not None else [AGAIN_AFTER_S] * 4 + [PATIENCE_S]
        for patience_s in times_s:
            if not self.wait(is_there, PATIENCE_S):
                return None
            self.press_now(next(each for each in self.told if each["id"] in names))
            self.look()
            if self.wait(has_come, patience_s):
                return self.told
        return None

    def press_now(self, control):
        item = self.items[control["id"]]
        # The kiosk ignores a touch right after a page change, and an immediate repeat of a touch.
        time.sleep(0 if control["id"].startswith("key:") else TOUCH_COUNTS_AFTER_S)
        try:
            Atspi.Component.grab_focus(item)
            count = Atspi.Action.get_n_actions(item)
            names = [Atspi.Action.get_action_name(item, at) for at in range(count)]
            if "Press" in names:
                Atspi.Action.do_action(item, names.index("Press"))
        except GLib.Error:
            pass  # the item is gone; the next reading shows it

    def wait(self, is_so, patience_s):
        ends_s = time.monotonic() + patience_s
        while not is_so():
            if time.monotonic() > ends_s:
                return False
            self.look()
        return True


def wait_until(is_so, patience_s=PATIENCE_S):
    ends_s = time.monotonic() + patience_s
    while not is_so():
        if time.monotonic() > ends_s:
            return False
        time.sleep(0.05)
    return True


def main():
    processes = [
        subprocess.Popen([LAUNCHER, "--launch-immediately"]),
        subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL),
    ]
    Atspi.init()
    wait_until(applications)
    window = Window()
    for line in sys.stdin:
        asked = json.loads(line)
        answer = window.press(asked["press"], asked["until"], asked["states"])
        sys.stdout.write(f"{ANSWER}{json.dumps(answer)}\n")
        sys.stdout.flush()
    for process in reversed(processes):
        process.terminate()
        process.wait(PATIENCE_S)


main()
