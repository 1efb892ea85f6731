"""For any lesson and any touches, the run stays in the lesson and its end remains reachable."""

from hypothesis import given, settings
from hypothesis import strategies as st
from making import SCREENS, lesson

from kiosk.authoring.examples import example_data
from kiosk.domain import prompts
from kiosk.domain.line import SILENCE
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player.lesson_run import (
    OPENING,
    Help,
    ask_help,
    back,
    begin,
    demonstrate,
    next_step,
    touch,
)
from kiosk.steps import step_kinds

NAMES = [f"buoc-{number}" for number in range(8)]
HINTED = [
    *(f"choice:{number}" for number in range(1, 6)),
    *(f"item:{number}" for number in range(1, 5)),
    *(f"paper:{number}" for number in range(1, 4)),
    *(f"part:{number}" for number in range(1, 4)),
    *(f"key:{sign}" for sign in "ahoc25X "),
    "key:shift",
    "digit:1",
    "nothing",
    "a",
    "",
]
TOUCHES = st.sampled_from([*HINTED, "expected", "expected", "expected", NEXT])
ACTS = st.sampled_from(["touch"] * 6 + ["next_step", "back", "hint", "demonstrate"])
WAYS = st.sampled_from(list(Way))
SENTENCES = st.sampled_from([None, "Câu một.", "Câu hai."])


@st.composite
def steps(draw, gotos):
    """A step with the fields of its kind's example and random other fields."""
    kind = draw(st.sampled_from(sorted(step_kinds())))
    fields = dict(example_data(kind)["steps"][0])
    fields |= {name: draw(SENTENCES) for name in ("wrong", "alone", "speak")}
    fields["ways"] = draw(st.lists(WAYS, unique=True, max_size=3))
    if "choices" in fields:
        fields["choices"] = [{**choice, "goto": draw(gotos)} for choice in fields["choices"]]
    fields["goto"] = draw(gotos)
    if draw(st.booleans()) and "screen" not in fields:
        fields["screen"] = draw(st.sampled_from(sorted(SCREENS)))
    return step_kinds()[kind].model_validate(fields)


@st.composite
def lessons(draw, forwards=False):
    """A lesson of one to eight steps with random jumps, or with forward jumps only."""
    count = draw(st.integers(1, len(NAMES)))
    made = []
    for at, name in enumerate(NAMES[:count]):
        aims = NAMES[at + 1 : count] if forwards else NAMES[:count]
        gotos = st.sampled_from([None, None, *aims])
        made.append(draw(steps(gotos)).model_copy(update={"name": name}))
    return lesson(*made)


def act(run, what, target):
    match what:
        case "touch":
            return touch(run, run.shown_target if target == "expected" else target)
        case "next_step":
            return next_step(run)
        case "back":
            return back(run)
        case "hint":
            return ask_help(run)
        case _:
            return demonstrate(run)


def assert_in_order(run):
    places = {OPENING, *run.positions}
    assert run.at in places
    assert set(run.history) <= places
    assert 0 <= run.number <= len(run.positions)
    assert run.help in Help
    assert run.expected
    assert run.newest_line or run.step is None
    own = set(run.step.lines()) if run.step else set()
    assert run.feedback in {SILENCE, *prompts.lines(), *own}
    assert all(written_by_the_lesson(run, text) for text in run.field_contents.values())


def written_by_the_lesson(run, text):
    """Whether a field holds a prefix of its text, perhaps with one wrong letter at the end."""
    whole = [text for step in run.lesson.steps for text in step.field_contents(step.end()).values()]
    return any(each.startswith((text, text[:-1])) for each in whole)


@settings(max_examples=80, deadline=None)
@given(lessons(), WAYS, st.lists(st.tuples(ACTS, TOUCHES), max_size=40))
def test_no_touch_leads_astray(a_lesson, way, acts):
    run = begin(a_lesson, way)
    for what, target in acts:
        run = act(run, what, target)
        assert_in_order(run)


@settings(max_examples=80, deadline=None)
@given(lessons(forwards=True), WAYS, st.lists(TOUCHES, max_size=10))
def test_next_always_leads_to_the_end(a_lesson, way, touches):
    run = begin(a_lesson, way)
    for target in touches:
        run = act(run, "touch", target)
    for _ in range(len(run.positions) + 1):
        run = next_step(run)
    assert run.over


@settings(max_examples=80, deadline=None)
@given(lessons(forwards=True), WAYS)
def test_touching_what_is_expected_always_leads_to_the_end(a_lesson, way):
    run = begin(a_lesson, way)
    for _ in range(12 * (len(run.positions) + 1)):
        run = touch(run, run.expected)
    assert run.over


@settings(max_examples=80, deadline=None)
@given(lessons(), st.lists(TOUCHES, max_size=10))
def test_going_back_as_often_as_on_is_the_beginning(a_lesson, touches):
    run = begin(a_lesson, Way.TOGETHER)
    for target in touches:
        run = act(run, "touch", target)
    for _ in range(len(run.history)):
        run = back(run)
    assert run == begin(a_lesson, Way.TOGETHER) or run.at == OPENING
    assert run.history == ()


@settings(max_examples=80, deadline=None)
@given(lessons(), st.lists(ACTS, max_size=10))
def test_the_demonstration_never_leaves_the_step(a_lesson, acts):
    run = begin(a_lesson, Way.WATCH)
    for what in acts:
        run = act(run, what, NEXT)
        shown = run
        for _ in range(30):
            shown = demonstrate(shown)
            assert (shown.at, shown.history, shown.over) == (run.at, run.history, run.over)
        assert demonstrate(shown) == shown
