"""Audits of every screen, cached per combination of screen and text size; kiosks for each."""

from collections.abc import Callable, Mapping

import pytest
from audits import Audit, ScreenVariant, audit, home_with_lessons
from step_states import StepState, step_states

from kiosk.app import settings_of
from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.library.library import load_library


@pytest.fixture(scope="session")
def audit_of(tmp_path_factory, qapp):
    """The audit for a combination; each is made once per session."""
    done: dict[ScreenVariant, Audit] = {}

    def walk(variant: ScreenVariant) -> Audit:
        if variant not in done:
            place = tmp_path_factory.mktemp("kiosk")
            folders = Folders(home=home_with_lessons(place), state=place / "state", cache=place)
            done[variant] = audit(variant, folders, settings_of(folders))
        return done[variant]

    return walk


@pytest.fixture(scope="session")
def library() -> Mapping[str, Lesson]:
    """The shipped lessons by id."""
    return load_library(Folders(home=CHECKOUT)).lessons


@pytest.fixture(scope="session")
def first_states(library) -> list[StepState]:
    """The first state of every step of the shipped lessons, in the way *together*."""
    return [
        state
        for lesson in library.values()
        for state in step_states(lesson)
        if state.run.way is Way.TOGETHER and state.name.endswith("first")
    ]


@pytest.fixture
def kiosk_of(make_headless, settings) -> Callable[[ScreenVariant], HeadlessKiosk]:
    """Makes a kiosk for a combination, at its attract page."""

    def make(variant: ScreenVariant) -> HeadlessKiosk:
        return make_headless(
            of=variant.settings(settings), width=variant.width, height=variant.height
        )

    return make


@pytest.fixture
def kiosk_at_home(kiosk_of) -> Callable[[ScreenVariant], HeadlessKiosk]:
    """Makes a kiosk for a combination, at its home page."""

    def make(variant: ScreenVariant) -> HeadlessKiosk:
        headless = kiosk_of(variant)
        headless.journey.to_home("vi")
        return headless

    return make
