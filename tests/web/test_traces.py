"""The pages contain no logic of their own: after each touch they show the same as the core.

`KIOSK_WEB_TOUCHES=100000 pytest -s -o faulthandler_timeout=0` compares at least so many touches
over all shipped lessons; it takes some minutes.
"""

import json
import os
from itertools import count

import pytest
from editions import write_modules
from traces import REPLAY, Job, jobs_of

from kiosk.cli import _voice_context
from kiosk.folders import folders_from_environment
from kiosk.library.library import load_library
from kiosk.web.export import WebEdition, WebLanguage, write_edition

TOUCHES = 60
SEEDS = 3
MANY = int(os.environ.get("KIOSK_WEB_TOUCHES", "0"))


def compared(page, job: Job, seed: int) -> int:
    """The number of touches; fails at the first difference."""
    touches, expected = job.trace(seed, TOUCHES)
    asked = {"folder": job.place, "id": job.lesson.id, "language": job.language}
    found = json.loads(page.evaluate(REPLAY, {**asked, "touches": touches}))
    for at, (ours, theirs) in enumerate(zip(found, expected, strict=True)):
        assert ours == theirs, f"{job.place} {job.language}: {touches[:at]}"
    return len(touches)


def test_the_pages_follow_the_core_touch_by_touch(page, site):
    followed = sum(
        compared(page, job, seed)
        for lesson in site.lessons.values()
        for job in jobs_of(lesson, site.languages)
        for seed in range(SEEDS)
    )
    assert followed > 2000


@pytest.mark.skipif(not MANY, reason="only by hand: KIOSK_WEB_TOUCHES=100000")
def test_every_shipped_lesson_follows_the_core(browser, serve, tmp_path):
    folders = folders_from_environment()
    kiosk = _voice_context.voice_context("", folders)
    languages = tuple(
        WebLanguage(code, name, kiosk.catalogue_of[code]) for code, name in kiosk.languages.items()
    )
    lessons = list(load_library(folders).lessons.values())
    write_edition(WebEdition(folders, lessons, languages, "Xã Mẫu", tmp_path))
    write_modules(tmp_path)
    page = browser.new_page()
    page.goto(serve(tmp_path).address)
    page.wait_for_selector(".begin")
    jobs = [job for lesson in lessons for job in jobs_of(lesson, languages)]
    followed = 0
    for seed in count():
        followed += sum(compared(page, job, seed) for job in jobs)
        if followed >= MANY:
            break
    print(f"{followed} touches, {len(jobs)} ways")  # noqa: T201
    assert len(jobs) > len(lessons)
