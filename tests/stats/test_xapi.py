"""The xAPI statements are valid according to the models of a learning record store."""

import json
from uuid import UUID

import pytest
from ralph.models.xapi.base.groups import BaseXapiIdentifiedGroupWithAccount
from ralph.models.xapi.base.statements import BaseXapiStatement
from ralph.models.xapi.base.unnested_objects import BaseXapiActivity

from kiosk.stats.event import Event, Kind
from kiosk.stats.groups import Figure, Period
from kiosk.stats.hours import begin_of_day, hour_now
from kiosk.stats.xapi import EXTENSIONS, HOME, VERBS, statement_of, write_statements

KIOSK, OTHER_KIOSK = str(UUID(int=1)), str(UUID(int=2))
NOON = begin_of_day(hour_now()) + 12
EVENTS = [
    Event(Kind.BEGUN),
    Event(Kind.LANGUAGE, language="rad"),
    Event(Kind.CALLED, language="vi"),
    Event(Kind.OPENED, "noi-wifi", language="jra"),
    Event(Kind.WAY, "noi-wifi", "own-phone", language="cmo"),
    Event(Kind.SHOWN, "noi-wifi", "alone", "0123456789ab.2", language="vi"),
    Event(Kind.CHOSE, "noi-wifi", "alone", "mat-khau", "0123456789ab", "en"),
    Event(Kind.WRONG, "noi-wifi", "alone", "mat-khau", language="vi"),
    Event(Kind.HINT, "noi-wifi", "alone", "mat-khau", language="vi"),
    Event(Kind.STUCK, "noi-wifi", "alone", "mat-khau", language="vi"),
    Event(Kind.WENT_THROUGH, "noi-wifi", "watch", language="vi"),
    Event(Kind.FINISHED, "noi-wifi", language=""),
    Event(Kind.CAME_BACK, "noi-wifi", choice="week", language="vi"),
    Event(Kind.UNAIDED, "noi-wifi", choice="month", language="vi"),
    Event(Kind.LEFT, "noi-wifi", "alone", language="vi"),
]


def figure(event, times=7, period=Period.HOUR):
    return Figure(period, NOON, event, times)


def test_every_kind_is_tried_here_and_has_a_verb_of_its_own():
    assert {event.kind for event in EVENTS} == set(Kind)
    assert len({address for address, _, _ in VERBS.values()}) == len(Kind)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.kind)
@pytest.mark.parametrize("period", Period)
def test_every_statement_keeps_the_rules(event, period):
    reported = statement_of(figure(event, period=period), {"noi-wifi": "Nối Wi-Fi"}, KIOSK)
    judged = BaseXapiStatement.model_validate_json(json.dumps(reported))
    assert isinstance(judged.actor, BaseXapiIdentifiedGroupWithAccount)
    assert isinstance(judged.object, BaseXapiActivity)
    assert judged.version == "1.0.3"
    assert judged.timestamp.utcoffset() is not None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda told: told.update(actor={"objectType": "Group"}),
        lambda told: told["verb"].update(id="no address"),
        lambda told: told["object"].update(id="noi wifi"),
        lambda told: told["result"].update(extensions={"times": 7}),
        lambda told: told.update(version="2"),
        lambda told: told.update(id="7"),
    ],
)
def test_the_judge_is_strict(spoil):
    text = statement_of(figure(EVENTS[0]), {}, KIOSK)
    spoil(text)
    with pytest.raises(ValueError, match="validation error"):
        BaseXapiStatement.model_validate_json(json.dumps(text))


def test_a_statement_is_about_everybody_on_the_hour_and_says_how_often():
    fields = statement_of(
        figure(Event(Kind.FINISHED, "noi-wifi", language="rad")), {"noi-wifi": "W"}, KIOSK
    )
    assert fields["actor"] == {
        "objectType": "Group",
        "account": {"homePage": HOME, "name": f"visitors-of-{KIOSK}"},
    }
    assert fields["object"]["id"] == f"{HOME}/lessons/noi-wifi"
    assert fields["object"]["definition"]["name"] == {"vi": "W"}
    assert fields["result"] == {"extensions": {f"{EXTENSIONS}/times": 7}, "completion": True}
    assert fields["context"]["language"] == "rad"
    assert fields["context"]["extensions"] == {
        f"{EXTENSIONS}/kiosk": KIOSK,
        f"{EXTENSIONS}/period": "hour",
    }
    assert ":00:00" in fields["timestamp"]


def test_a_step_belongs_to_its_lesson():
    fields = statement_of(figure(EVENTS[6]), {}, KIOSK)
    assert fields["object"]["id"] == f"{HOME}/lessons/noi-wifi/steps/mat-khau"
    assert fields["context"]["contextActivities"]["parent"][0]["id"] == f"{HOME}/lessons/noi-wifi"
    assert fields["context"]["extensions"] == {
        f"{EXTENSIONS}/kiosk": KIOSK,
        f"{EXTENSIONS}/period": "hour",
        f"{EXTENSIONS}/way": "alone",
        f"{EXTENSIONS}/choice": "0123456789ab",
    }


def test_the_same_figure_always_has_the_same_id_and_others_have_others():
    def ids_of(times=7, kiosk=KIOSK, titles=None):
        return [statement_of(figure(each, times), titles or {}, kiosk)["id"] for each in EVENTS]

    ids = ids_of()
    assert ids == ids_of(titles={"noi-wifi": "Tên mới"})
    assert len({*ids, *ids_of(times=8), *ids_of(kiosk=OTHER_KIOSK)}) == 3 * len(EVENTS)
    assert all(UUID(each).version == 5 for each in ids)


def test_each_line_is_a_statement():
    lines = list(write_statements([figure(event) for event in EVENTS], {}, KIOSK))
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    assert [json.loads(line) for line in lines] == [
        statement_of(figure(event), {}, KIOSK) for event in EVENTS
    ]
