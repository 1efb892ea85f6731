"""A way's file that grows with each touch equals the file written as a whole."""

import random

import pytest
from editions import example_lessons

from kiosk.player import lesson_run
from kiosk.player.lesson_run import LessonRun
from kiosk.web.lines import Lines
from kiosk.web.way_file import GrowingWayFile, line_of, way_file

TOUCHES = 60
LINES_IN_LOOK = ("l", "b", "g")


class Followed:
    """Follows the nodes of a way's file, as the pages do."""

    def __init__(self, file, lines, node_of):
        self.file, self.lines, self.node_of = file, lines, node_of
        self.at = file.get("at", {}).get("entry", 0)

    def _words(self, numbers):
        return [self.lines()[number].text for number in numbers]

    @property
    def seen(self):
        look, entered = self.node_of(self.at)[:2]
        fields = {k: self._words([v]) if k in LINES_IN_LOOK else v for k, v in look.items()}
        if "k" in fields:
            fields["k"] = self.file["keys"][fields["k"]]
        return fields, self._words(entered)

    @property
    def edges(self):
        _, _, *edges = self.node_of(self.at)
        return {
            self.file["targets"][target]: edge
            for target, edge in zip(edges[::2], edges[1::2], strict=True)
        }

    def touch(self, target):
        edge = self.edges[target]
        to, *said = edge if isinstance(edge, list) else [edge]
        self.at = -1 - to if to < 0 else to
        entered = self.node_of(self.at)[1] if to < 0 and not said else []
        return self._words(said or entered)


def whole(lesson, way):
    file = way_file(lesson, way)
    lines = [line_of(each) for each in file["lines"]]
    return Followed(file, lambda: lines, lambda number: file["nodes"][number])


def growing(lesson, way, shown=None):
    lines = Lines()
    grows = GrowingWayFile(lesson, way, lines)
    file = grows.begun(shown)
    nodes = dict(enumerate(file["nodes"]))

    def node_of(number):
        if number not in nodes:
            fields = grows.grown(number)
            file.update(keys=fields["keys"], targets=fields["targets"])
            nodes[number] = fields["node"]
        return nodes[number]

    return Followed(file, lambda: list(lines), node_of)


LESSONS = example_lessons()
WAYS = [
    (name, way)
    for name in ("buoc-ask", "buoc-call", "buoc-order", "buoc-papers", "buoc-tap", "hai-may")
    for way in LESSONS[name].ways
]


@pytest.mark.parametrize(("name", "way"), WAYS)
def test_every_touch_leads_to_the_same(name, way):
    one, other = whole(LESSONS[name], way), growing(LESSONS[name], way)
    draw = random.Random(name)
    for _ in range(TOUCHES):
        assert other.seen[0] == one.seen[0]
        targets = sorted(set(one.edges) & set(other.edges))
        if not targets:
            break
        target = draw.choice(targets)
        assert other.touch(target) == one.touch(target)


def test_it_begins_in_the_middle_and_goes_back_to_each_step_before():
    lesson = LESSONS["hai-may"]
    way = lesson.ways[-1]
    run = lesson_run.begin(lesson, way)
    while run.at != lesson.positions(way)[-1]:
        run = lesson_run.touch(run, "next")
    assert isinstance(run, LessonRun)
    followed = growing(lesson, way, run)
    assert followed.seen[0]["a"] == run.at
    assert followed.seen[1] == [run.line.text]
    shown = []
    for number in followed.file["at"]["trail"]:
        followed.at = number
        shown.append(followed.seen[0].get("a"))
    assert shown == [None, *lesson.positions(way)[:-1]]
