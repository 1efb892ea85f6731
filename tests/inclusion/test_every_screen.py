"""Every screen of the journey passes the checks, in every size."""

import pytest
from audits import VARIANTS
from findings import ON_EVERY_SCREEN


@pytest.fixture(params=VARIANTS, ids=str)
def audit(request, audit_of):
    """The findings on every screen of this combination."""
    return audit_of(request.param)


@pytest.mark.parametrize("check", ON_EVERY_SCREEN, ids=lambda check: check.__name__)
def test_nothing_is_amiss_on_any_screen(audit, check):
    assert not audit.found[check.__name__], check.__doc__


def test_the_five_places_of_the_bar_stay_where_they_are(audit):
    # A sheet covers the bar and has its own call button at the top.
    bars = {name: bar for name, bar in audit.bars.items() if "home" in bar}

    assert len(bars) > 50
    assert all(len(bar) == 5 for bar in bars.values())
    for name, places in audit.bars["home"].items():
        moved = [screen for screen, bar in bars.items() if bar[name] != places]
        assert not moved, name


def test_the_walk_sees_every_kind_of_screen(audit):
    ways = ("watch", "together", "alone", "own-phone")
    pages = {
        "attract",
        "language",
        "home",
        "adjust",
        "call",
        "pin",
        "staff",
        "staff-health",
        "idle",
        "number",
        "number-unknown",
        "offer",
        "overlay",
        "overlay-steps",
        "ways",
        "done",
    }

    assert pages <= set(audit.seen)
    assert all(any(name.startswith(f"{way}-") for name in audit.seen) for way in ways)
    assert sum(name.endswith("-wrong") for name in audit.seen) > 5
