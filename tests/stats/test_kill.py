"""Repeated kills: acknowledged data are stored, and no other data appear."""

import os
import random
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Timer

import pytest

from kiosk.stats.store import Store, read

KILLS = 240
AT_ONCE = 4
LATEST_S = 0.08

NURSERY = r"""
import os, sys
from pathlib import Path
from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.keeper import Keeper
from kiosk.stats.writing import CountWriter

def say(word, number):
    os.write(1, f"{word} {number}\n".encode())

def count_on(path):
    keeper = Keeper(path, make=CountWriter)
    for number in range(1, 100_000):
        say("told", number)
        keeper.add(lambda: [Count(7, Event(Kind.FINISHED, "bai-thu", language="vi"))])
        if number % 3 == 0:
            keeper.forget_order()
        if keeper.flush():
            say("kept", number)

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        count_on(Path(line.strip()))
    say("born", child)
    os.waitpid(child, 0)
    say("dead", child)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes as Linux does")
def test_kill_9_at_any_moment_loses_nothing_that_was_acknowledged(tmp_path):
    with ThreadPoolExecutor(AT_ONCE) as pool:
        chains = [pool.submit(chain, tmp_path / str(at), at) for at in range(AT_ONCE)]
    kills = [kill for each in chains for kill in each.result()]
    assert len(kills) == KILLS
    assert sum(kept for kept, _ in kills) > KILLS, "most were killed before they had done anything"


def chain(folder, seed):
    """Kills the writer of one file repeatedly; returns what each had acknowledged and attempted."""
    draw = random.Random(seed)
    path = folder / "stats.sqlite"
    kills = []
    there_before = 0
    with subprocess.Popen(
        [sys.executable, "-c", NURSERY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as nursery:
        for _ in range(KILLS // AT_ONCE):
            kept, reported = kill_one(nursery, path, draw.uniform(0, LATEST_S))
            there = sum(count.times for count in read(path))
            assert there_before + kept <= there <= there_before + reported
            there_before = there
            kills.append((kept, reported))
        nursery.stdin.close()
    Store(path).close()
    assert list(folder.glob("stats-hong-*")) == []
    return kills


def kill_one(nursery, path, after_s):
    nursery.stdin.write(f"{path}\n")
    nursery.stdin.flush()
    latest = {"kept": 0, "told": 0}
    while "dead" not in latest:
        word, number = nursery.stdout.readline().split()
        latest[word] = int(number)
        if word == "born":
            Timer(after_s, os.kill, (latest["born"], signal.SIGKILL)).start()
    return latest["kept"], latest["told"]
