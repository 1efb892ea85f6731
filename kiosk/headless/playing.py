"""Plays a lesson automatically with real touches, and records what is shown and spoken."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.domain import prompts
from kiosk.domain.phone_make import Make
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.folders import Folders
from kiosk.headless.chosen_language import offering
from kiosk.headless.listener import Listener, SpeechRecord
from kiosk.headless.offscreen import HeadlessKiosk, offscreen
from kiosk.player.lesson_run import LessonRun
from kiosk.player.speech import lines_of
from kiosk.player.spoken_page import PageContent, options_of, said_at_first
from kiosk.steps import kind_of
from kiosk.ui.sound.narrator import Narrator
from kiosk.ui.window.kiosk_window import WindowConfig

SIZE = WindowConfig(1920, 1080, motion=False)
NOTHING = PageContent()


@dataclass(frozen=True, slots=True)
class Moment:
    """The record of one card or step."""

    way: str
    step: int
    """The number of the step in this way; 0 is the card before the first."""
    kind: str
    shown: str
    said: str
    said_lang: str
    touched: tuple[str, ...]
    painted_ms: float
    """The time from the touch that led here to the painted frame."""
    voice_ms: float | None
    """The time from the same touch to the first audio sample; None when nothing was spoken."""
    options_said: tuple[str, ...] = ()
    """The options of the step that were spoken when it appeared."""


def play(
    folders: Folders,
    settings: Settings,
    lesson: str,
    ways: tuple[Way, ...],
    language: str,
    *,
    phone: str = Make.ANDROID,
    by_ear: bool = False,
) -> Iterator[Moment]:
    """Plays the ways of a lesson step by step; with `by_ear` only spoken targets are touched.

    Raises:
        NotSpokenError: with `by_ear`, nothing that was spoken names the next target.
        LookupError: there is no such lesson.
        TimeoutError: a step did not appear or was not spoken in time.
    """
    record = SpeechRecord()
    settings = offering(settings, language)

    def narrator(of: Settings, where: Folders, parent: QObject) -> Narrator:
        made = quick_narrator(of, where, parent)
        record.listen(made)
        return made

    with offscreen(folders, settings, SIZE, narrator) as headless:
        headless.journey.to_home(language)
        headless.journey.to_lesson(lesson, phone)
        lesson_open = headless.journey.run.lesson
        headless.kiosk.speaker.voice.targetChanged.connect(record.named.append)
        listener = Listener(_sources(headless)) if by_ear else None
        for way in (way for way in lesson_open.ways if way in ways):
            yield from play_way(headless, way, record, listener)


def _sources(headless: HeadlessKiosk) -> Callable[[str], str]:
    """Returns a function that maps a spoken sentence to its Vietnamese source."""
    lines = (*prompts.lines(), *headless.journey.run.lesson.lines())
    known = {headless.kiosk.visit.worded(line.text): line.text for line in lines}
    return lambda sentence: known.get(sentence, sentence)


def play_way(
    headless: HeadlessKiosk, way: Way, record: SpeechRecord, by_ear: Listener | None = None
) -> Iterator[Moment]:
    """Plays one way of the open lesson.

    Raises:
        NotSpokenError, TimeoutError: as `play` does.
    """
    headless.driver.touch("ways")
    record.clear()
    headless.driver.touch(f"way:{way}")
    record.done = False  # an end of speech before the touch belongs to the page before
    began_s = headless.driver.touched_s
    while headless.journey.is_on(way):
        run = headless.journey.run
        headless.driver.wait_for_frame()
        painted_s = time.perf_counter()
        visit, worded = headless.journey.visit, headless.kiosk.visit.worded
        options = [worded(line.text) for line in options_of(visit, NOTHING)]
        heard_texts = _listen(
            headless, record, [worded(line.text) for line in said_at_first(visit, NOTHING)]
        )
        voice_s = record.heard[0][2] if record.heard else None
        language = next((spoken for spoken, sentence, _ in record.heard if sentence), "")
        said = [sentence for _, sentence, _ in record.heard]
        position, touched = headless.journey.position, []
        if by_ear:
            by_ear.begin_step()
        while headless.journey.position == position:
            if by_ear:
                by_ear.take_in(record)
            record.clear()
            touched.append(by_ear.touch(headless) if by_ear else headless.journey.touch_expected())
            record.done = False
            if headless.journey.position == position and headless.journey.run.feedback:
                heard_texts += _listen(headless, record)
        yield Moment(
            way=way.value,
            step=run.number,
            kind=_kind(run),
            shown=" ".join(shown for shown, _ in heard_texts),
            said=" ".join(said for _, said in heard_texts),
            said_lang=language,
            touched=tuple(touched),
            painted_ms=_ms(painted_s - began_s),
            voice_ms=None if voice_s is None else _ms(voice_s - began_s),
            options_said=tuple(text for text in options if text in said),
        )
        began_s = headless.driver.touched_s


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)


def _listen(
    headless: HeadlessKiosk, record: SpeechRecord, besides: Sequence[str] = ()
) -> list[tuple[str, str]]:
    """Waits for the voice; returns each shown line with what was spoken: itself or its source.

    The sentences of `besides` are awaited too.
    """
    wanted = headless.kiosk.visit.lines
    _wait_for_voice(headless, record, [*wanted, *besides])
    seen = set(headless.driver.sentences())
    heard = {sentence for _, sentence, _ in record.heard}
    sources = [line.text for line in lines_of(headless.journey.visit)]
    said = [
        next((each for each in wordings if each in heard), "")
        for wordings in zip(wanted, sources, strict=True)
    ]
    return [(text if text in seen else "", each) for text, each in zip(wanted, said, strict=True)]


def _wait_for_voice(
    headless: HeadlessKiosk, record: SpeechRecord, sentences: Sequence[str]
) -> None:
    """Waits until every sentence has started, or speech has ended or failed."""
    voice = headless.kiosk.speaker.voice
    wanted = set(sentences)

    def settled() -> bool:
        return (
            wanted <= {heard for _, heard, _ in record.heard} or record.done or bool(voice.problem)
        )

    headless.driver.wait_until(settled, "the voice")


def _kind(run: LessonRun) -> str:
    return kind_of(run.step) if run.step else "opening"


def quick_narrator(settings: Settings, folders: Folders, parent: QObject) -> Narrator:
    """Returns the real narrator with a silent output at 40 times the speed."""
    from kiosk.ui.sound.centre_voice import voice_settings  # noqa: PLC0415
    from kiosk.ui.sound.silent_output import SilentOutput  # noqa: PLC0415

    return Narrator(voice_settings(settings, folders), SilentOutput(speed=40.0), parent)


def trace_line(moment: Moment) -> dict[str, object]:
    return {name: getattr(moment, name) for name in Moment.__slots__}
