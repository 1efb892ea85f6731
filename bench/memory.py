"""Memory of the kiosk after the Wi-Fi lesson was played once in every way."""

import os

from bench.figures import Figure
from bench.homes import environment, home
from bench.processes import memory_of, print_result, result_of, started, with_children
from bench.stages import lesson_offscreen

MAX_TIMES_BARE = 1.8
"""Largest ratio of the PSS of all kiosk processes to the resident memory of a bare window."""


def measure() -> list[Figure]:
    """The kiosk beside the bare window; the voice processes separately and in total."""
    with home() as folder:
        variables = environment(folder)
        with started(["bench.bare_window"], variables) as program:
            bare = memory_of(program.pid)
        with started(["bench.bare_window", "--hand"], variables) as program:
            touched = memory_of(program.pid)
        own, *children = result_of("memory", variables)
    everything = [own, *children]
    hand = touched.own - bare.own
    whole = sum(each["own"] for each in everything) - hand
    return [
        Figure("bare window, resident", bare.resident, "MB"),
        Figure("the hand that touches it (QtTest)", hand, "MB", note="PSS"),
        Figure("kiosk, resident", own["resident"], "MB", note="with the hand"),
        Figure("kiosk / bare window, resident", own["resident"] / bare.resident, "×"),
        *(Figure(each["name"], each["resident"], "MB") for each in children),
        Figure("kiosk and children, resident", sum(each["resident"] for each in everything), "MB"),
        Figure(
            "kiosk and children, shared pages once",
            whole,
            "MB",
            note="PSS, without the hand",
        ),
        Figure("all of these / bare window, resident", whole / bare.resident, "×", MAX_TIMES_BARE),
    ]


def play() -> None:
    """Play the lesson, wait for each sentence to start, and report the processes' memory."""
    with lesson_offscreen() as headless:
        began: list[str] = []
        headless.kiosk.narrator.started.connect(lambda _language, sentence: began.append(sentence))
        for way in headless.journey.run.lesson.ways:
            headless.journey.to_way(way)
            while headless.journey.visit.page == "lesson" and headless.journey.run.way is way:
                headless.driver.wait_for_frame()
                headless.driver.wait_until(
                    lambda: began or _is_silent(headless.kiosk.speaker.voice), "a voice"
                )
                began.clear()
                headless.journey.do_step()
        headless.driver.wait_for_frame()
        print_result(with_children(os.getpid()))


def _is_silent(voice: object) -> bool:
    return bool(voice.property("problem"))


if __name__ == "__main__":
    play()
