"""The random choice of rehearsals in a run."""

import random

import pytest

from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.player.rehearsals import random_rehearsals, sorts_of

SCAMS = load_library(Folders(home=CHECKOUT)).lessons["lua-dao"]
SORTS = sorts_of(SCAMS)
SEEDS = range(20)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("way", [Way.TOGETHER, Way.ALONE])
@pytest.mark.parametrize("sort", ["core", "local", "other", "helper"])
def test_each_way_plays_one_of_each_sort(sort, way, seed):
    drawn = random_rehearsals(SCAMS, random.Random(seed))
    played = {drawn.steps[at].group for at in drawn.positions(way)} - {None}
    assert len(played & set(SORTS[sort])) == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_alone_she_meets_others_than_together(seed):
    drawn = random_rehearsals(SCAMS, random.Random(seed))
    groups = [
        {drawn.steps[at].group for at in drawn.positions(way)} - {None}
        for way in (Way.TOGETHER, Way.ALONE)
    ]
    assert groups[0].isdisjoint(groups[1])


def test_a_lesson_that_tells_no_sorts_draws_as_many_as_it_says():
    head = SCAMS.head.model_copy(update={"rehearsals": None, "rehearse": 3})
    drawn = random_rehearsals(SCAMS.model_copy(update={"head": head}), random.Random(1))
    for way in (Way.TOGETHER, Way.ALONE):
        assert len({drawn.steps[at].group for at in drawn.positions(way)} - {None}) == 3
