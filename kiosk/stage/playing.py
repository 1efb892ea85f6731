"""Plays a lesson by itself, with real touches, and notes what was shown and what was heard."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.app import Kiosk
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.folders import Folders
from kiosk.player.lesson_run import LessonRun
from kiosk.stage.offscreen import Look, Stage, stage
from kiosk.steps import kind_of
from kiosk.ui.speaker import Narrator

SIZE = Look(1920, 1080, motion=False)


@dataclass(frozen=True, slots=True)
class Moment:
    """One card or step, as it was lived through."""

    way: str
    step: int
    """Which step of this way; 0 is the card before the first."""
    kind: str
    shown: str
    said: str
    said_lang: str
    touched: tuple[str, ...]
    painted_ms: float
    """From the touch that led here until it was painted."""
    voice_ms: float | None
    """From then until the first sample was handed on; None where nothing was heard."""


@dataclass(slots=True)
class Ear:
    """Hears what the kiosk begins to say."""

    heard: list[tuple[str, str, float]] = field(default_factory=list)

    def listen(self, narrator: Narrator) -> None:
        """Note each sentence, its language, and when it began."""
        narrator.started.connect(
            lambda language, sentence: self.heard.append((language, sentence, time.perf_counter()))
        )

    def forget(self) -> None:
        """Begin with nothing heard."""
        self.heard.clear()


def play(
    folders: Folders, settings: Settings, lesson: str, ways: tuple[Way, ...], language: str
) -> Iterator[Moment]:
    """Go through a lesson's ways, step by step.

    Raises:
        LookupError: there is no such lesson.
        TimeoutError: a step did not come or was not spoken.
    """
    ear = Ear()

    def narrator(of: Settings, where: Folders, parent: Kiosk) -> Narrator:
        made = quick_narrator(of, where, parent)
        ear.listen(made)
        return made

    with stage(folders, settings, SIZE, narrator) as on:
        on.walk.to_home(language)
        on.walk.to_lesson(lesson)
        offered = on.walk.run.lesson.ways
        for way in (way for way in offered if way in ways):
            yield from _play_way(on, way, ear)


def _play_way(on: Stage, way: Way, ear: Ear) -> Iterator[Moment]:
    began_s = time.perf_counter()
    on.driver.touch("ways")
    ear.forget()
    on.driver.touch(f"way:{way}")
    while on.walk.is_on(way):
        run = on.walk.run
        on.driver.wait_for_frame()
        painted_s = time.perf_counter()
        told = _listen(on, ear)
        voice_s = ear.heard[0][2] if ear.heard else None
        language = ear.heard[0][0] if ear.heard else ""
        place, touched = on.walk.place, []
        while on.walk.place == place:
            ear.forget()
            touched_s = time.perf_counter()
            touched.append(on.walk.touch_expected())
            if on.walk.place == place and on.walk.run.feedback:
                told += _listen(on, ear)
        yield Moment(
            way=way.value,
            step=run.number,
            kind=_kind(run),
            shown=" ".join(shown for shown, _ in told),
            said=" ".join(said for _, said in told),
            said_lang=language,
            touched=tuple(touched),
            painted_ms=_ms(painted_s - began_s),
            voice_ms=None if voice_s is None else _ms(voice_s - began_s),
        )
        began_s = touched_s


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)


def _listen(on: Stage, ear: Ear) -> list[tuple[str, str]]:
    """What is shown to be spoken now, each beside what was heard of it."""
    wanted = list(on.kiosk.visit.property("lines"))
    _wait_for_voice(on, ear, len(wanted))
    seen = set(on.driver.sentences())
    heard = [sentence for _, sentence, _ in ear.heard]
    heard += [""] * (len(wanted) - len(heard))
    return [(text if text in seen else "", said) for text, said in zip(wanted, heard, strict=False)]


def _wait_for_voice(on: Stage, ear: Ear, sentences: int) -> None:
    """Until every sentence has begun, or it is known that nothing will be heard."""
    voice = on.kiosk.speaker.voice

    def settled() -> bool:
        return len(ear.heard) >= sentences or bool(voice.property("problem"))

    on.driver.wait_until(settled, "the voice")


def _kind(run: LessonRun) -> str:
    return kind_of(run.step) if run.step else "opening"


def quick_narrator(settings: Settings, folders: Folders, parent: Kiosk) -> Narrator:
    """The real narrator, whose clips are not waited for."""
    from kiosk.ui.centre_voice import voice_settings  # noqa: PLC0415
    from kiosk.ui.narrator import Narrator as Speaking  # noqa: PLC0415
    from kiosk.ui.silent_output import SilentOutput  # noqa: PLC0415

    return Speaking(voice_settings(settings, folders), SilentOutput(speed=40.0), parent)


def trace_line(moment: Moment) -> dict[str, object]:
    """A moment as one line of a trace."""
    return {name: getattr(moment, name) for name in Moment.__slots__}
