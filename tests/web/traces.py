"""The core's states after a sequence of touches, and the pages' states after the same touches."""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.domain.lesson import Lesson
from kiosk.domain.screen import NAVIGATION
from kiosk.domain.settings import Settings
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.i18n.catalogue import Catalogue
from kiosk.player import lesson_run
from kiosk.player.lesson_run import CONFIRM, SHADE, LessonRun
from kiosk.web.catalogue_file import makes_of, variants_of
from kiosk.web.export import WebLanguage
from kiosk.web.graph import HINT, NOTHING, SHOW
from kiosk.web.lines import Lines
from kiosk.web.look import StateDescriber

GO_BACK = "go-back"
"""The Back button of the bar, which leads to the previous step."""
EXPECTED_SHARE = 0.5
LINES_IN_LOOK = ("l", "b", "g")
Trace = list[dict[str, object]]

REPLAY = """
async ({folder, id, language, touches}) => {
  const {Way} = await import("/js/way.js");
  const {json} = await import("/js/load.js");
  const {lineText, openCatalogue, openPart} = await import("/js/words.js");
  const {preferences} = await import("/js/preferences.js");
  preferences.language = language;
  await openCatalogue();
  await openPart(id);
  const lesson = await json(`lessons/${id}.json`);
  const way = new Way(await json(folder));
  const words = (number) => lineText(lesson, number);
  const seen = (said) => {
    const look = {...way.look};
    for (const name of ["l", "b", "g"]) if (name in look) look[name] = words(look[name]);
    delete look.k;
    return {look, said: said.map(words)};
  };
  const found = [seen(way.first)];
  for (const touch of touches) {
    const {said} = touch === "go-back" ? way.back() : way.touch(touch);
    found.push(seen(said));
    if (way.look.o) break;
  }
  return JSON.stringify(found);
}
"""


@dataclass(frozen=True)
class Job:
    """One way through a lesson, in one draw for a make of phone, in one language."""

    lesson: Lesson
    place: str
    """The path of the way's file."""
    way: Way
    language: str
    catalogue: Catalogue

    def trace(self, seed: int, count: int) -> tuple[list[str], Trace]:
        """Random touches, and the core's states after them; with seed 0 all touches are correct."""
        draw = random.Random(f"{self.place}{self.language}{seed}")
        share = EXPECTED_SHARE if seed else 1
        lines = Lines()
        describer = StateDescriber(Settings(), lines)
        run = lesson_run.begin(self.lesson, self.way)
        trace = [self._seen(run, describer.said_first(run), describer, lines)]
        touches = []
        while len(touches) < count and not run.over:
            touch = touch_of(run, draw, share)
            after = _after(run, touch)
            said = describer.said_between(run, after) if after != run else ()
            touches.append(touch)
            trace.append(self._seen(after, said, describer, lines))
            run = after
        return touches, json.loads(json.dumps(trace))

    def _seen(
        self, run: LessonRun, said: tuple[int, ...], describer: StateDescriber, lines: Lines
    ) -> dict[str, object]:
        look = dict(describer.describe(run))
        words = [self.catalogue.text(line.text) or line.text for line in lines]
        for name in LINES_IN_LOOK:
            if name in look:
                look[name] = words[look[name]]  # type: ignore[call-overload]
        look.pop("k", None)
        return {"look": look, "said": [words[number] for number in said]}


def jobs_of(lesson: Lesson, languages: Iterable[WebLanguage]) -> Iterator[Job]:
    """All combinations of make, draw of the rehearsals, way and language of a lesson."""
    for make, of in makes_of(lesson):
        for number, drawn in enumerate(variants_of(of)):
            for way in drawn.ways:
                place = f"lessons/{lesson.id}/{make}-{number}-{way.value}.json"
                for each in languages:
                    yield Job(drawn, place, way, each.code, each.catalogue)


def touch_of(run: LessonRun, draw: random.Random, share: float) -> str:
    """A random touch: the expected target, or anything else on the page."""
    step = run.step
    there = [NEXT, HINT, GO_BACK, NOTHING, CONFIRM, SHADE]
    if run.screen:
        there += [*run.screen.targets, *run.screen.targets, *NAVIGATION]
    if step:
        there += [*step.own_targets(run.progress)] * 3
    if draw.random() < share:
        if run.way is Way.WATCH and draw.random() < EXPECTED_SHARE:
            return SHOW
        waiting = run.pending_option
        if waiting and waiting.target == run.expected and draw.random() < EXPECTED_SHARE:
            return CONFIRM
        if run.expected in there:
            return run.expected
    return draw.choice(there)


def _after(run: LessonRun, touch: str) -> LessonRun:
    if touch == HINT:
        return lesson_run.ask_help(run)
    if touch == SHOW:
        return lesson_run.demonstrate(run)
    return lesson_run.back(run) if touch == GO_BACK else lesson_run.touch(run, touch)
