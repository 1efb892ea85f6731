"""The figures as xAPI statements: one per figure, about all visitors as a group.

The profile is docs/xapi-profile.jsonld, described in docs/stats.md.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kiosk.stats.event import Event, Kind
from kiosk.stats.groups import Figure
from kiosk.stats.hours import begin_of_hour

VERSION = "1.0.3"
HOME = "https://kiosk.example"
EXTENSIONS = f"{HOME}/xapi/extensions"
ADL_VERBS = "http://adlnet.gov/expapi/verbs"
TYPES = "http://adlnet.gov/expapi/activities"
VISITORS = "visitors-of"
PROFILE = {
    "objectType": "Activity",
    "id": f"{HOME}/xapi/profile/v1",
    "definition": {"type": f"{TYPES}/profile"},
}

VERBS: Mapping[Kind, tuple[str, str, str]] = {
    Kind.BEGUN: (f"{ADL_VERBS}/initialized", "bắt đầu", "began"),
    Kind.LANGUAGE: (f"{ADL_VERBS}/preferred", "chọn tiếng", "preferred"),
    Kind.OPENED: (f"{ADL_VERBS}/launched", "mở bài", "launched"),
    Kind.WAY: (f"{ADL_VERBS}/attempted", "bắt đầu lượt", "attempted"),
    Kind.SHOWN: (f"{ADL_VERBS}/experienced", "xem bước", "experienced"),
    Kind.CHOSE: (f"{ADL_VERBS}/responded", "chọn câu trả lời", "responded"),
    Kind.WRONG: (f"{HOME}/xapi/verbs/touched-wrongly", "chạm nhầm", "touched wrongly"),
    Kind.HINT: (f"{HOME}/xapi/verbs/was-given-hint", "được gợi ý", "was given a hint"),
    Kind.STUCK: (f"{HOME}/xapi/verbs/was-shown", "cần chỉ tay", "was shown what to touch"),
    Kind.CALLED: (f"{ADL_VERBS}/asked", "gọi cán bộ", "asked"),
    Kind.WENT_THROUGH: (f"{ADL_VERBS}/progressed", "xong một lượt", "progressed"),
    Kind.FINISHED: (f"{ADL_VERBS}/completed", "học xong", "completed"),
    Kind.CAME_BACK: (f"{HOME}/xapi/verbs/came-back", "trở lại", "came back"),
    Kind.UNAIDED: (f"{ADL_VERBS}/mastered", "trở lại, tự làm được", "mastered"),
    Kind.LEFT: (f"{ADL_VERBS}/exited", "rời bài", "exited"),
}


def write_statements(
    figures: Iterable[Figure], titles: Mapping[str, str], kiosk: str
) -> Iterator[str]:
    """One line of JSON for each figure.

    Args:
        figures: the figures of one kiosk.
        titles: the titles of existing lessons, by id.
        kiosk: the identity of the kiosk.
    """
    for figure in figures:
        yield json.dumps(statement_of(figure, titles, kiosk), ensure_ascii=False) + "\n"


def statement_of(figure: Figure, titles: Mapping[str, str], kiosk: str) -> dict[str, Any]:
    """A statement; the same figure of the same kiosk always has the same id."""
    event = figure.event
    around: dict[str, Any] = {"category": [PROFILE]}
    context: dict[str, Any] = {"platform": "tutorial-kiosk", "contextActivities": around}
    if event.language:
        context["language"] = event.language
    if event.lesson and (event.step or event.way):
        around["parent"] = [{"objectType": "Activity", "id": _lesson_address(event)}]
    context["extensions"] = {f"{EXTENSIONS}/kiosk": kiosk, **_context_extensions(figure)}
    return {
        "id": _id_of(figure, kiosk),
        "actor": {
            "objectType": "Group",
            "account": {"homePage": HOME, "name": f"{VISITORS}-{kiosk}"},
        },
        "verb": _verb(event.kind),
        "object": _object(event, titles),
        "result": _result(figure),
        "context": context,
        "timestamp": begin_of_hour(figure.begins).isoformat(timespec="seconds"),
        "version": VERSION,
    }


def _id_of(figure: Figure, kiosk: str) -> str:
    names = (kiosk, figure.period, str(figure.begins), *astuple(figure.event), str(figure.times))
    return str(uuid5(NAMESPACE_URL, "\n".join((HOME, *names))))


def _verb(kind: Kind) -> dict[str, Any]:
    address, vietnamese, english = VERBS[kind]
    return {"id": address, "display": {"vi": vietnamese, "en": english}}


def _lesson_address(event: Event) -> str:
    return f"{HOME}/lessons/{event.lesson}"


def _object(event: Event, titles: Mapping[str, str]) -> dict[str, Any]:
    """The most specific activity of the event: step, way, lesson, or the kiosk itself."""
    if not event.lesson:
        return _activity(HOME, "course", "Ki-ốt")
    lesson = _lesson_address(event)
    name = titles.get(event.lesson, event.lesson)
    if event.step:
        return _activity(f"{lesson}/steps/{event.step}", "interaction", name)
    if event.way:
        return _activity(f"{lesson}/ways/{event.way}", "module", name)
    return _activity(lesson, "lesson", name)


def _activity(address: str, sort: str, name: str) -> dict[str, Any]:
    definition = {"type": f"{TYPES}/{sort}", "name": {"vi": name}}
    return {"objectType": "Activity", "id": address, "definition": definition}


def _result(figure: Figure) -> dict[str, Any]:
    result: dict[str, Any] = {"extensions": {f"{EXTENSIONS}/times": figure.times}}
    if figure.event.kind is Kind.FINISHED:
        result["completion"] = True
    if figure.event.kind is Kind.UNAIDED:
        result["success"] = True
    return result


def _context_extensions(figure: Figure) -> dict[str, str]:
    event = figure.event
    known = {"period": figure.period.value, "way": event.way, "choice": event.choice}
    return {f"{EXTENSIONS}/{name}": value for name, value in known.items() if value}
