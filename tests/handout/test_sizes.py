"""The largest letters that keep within the pages are found without all sizes being tried."""

from itertools import product

from kiosk.handout.typesetter import _largest

MAX_PAGES = 3
SIZES = 5
LIMITS = ((1, 3), (2, SIZES))
"""One page with one of the three largest sizes, else two with any."""


def largest_of_all(pages: tuple[int, ...]) -> int:
    """What trying one size after the other finds; the smallest where none is small enough."""
    fitting = [size for most, sizes in LIMITS for size in range(sizes) if pages[size] <= most]
    return next(iter(fitting), SIZES - 1)


def test_the_largest_that_fits_is_chosen_whatever_the_lesson():
    for pages in product(range(1, MAX_PAGES + 1), repeat=SIZES):
        if list(pages) == sorted(pages, reverse=True):
            assert _largest(pages.__getitem__, LIMITS) == largest_of_all(pages), pages


def test_few_sizes_are_tried():
    tried = []
    pages = (3, 2, 2, 2, 2)
    assert _largest(lambda size: tried.append(size) or pages[size], LIMITS) == 1
    assert len(set(tried)) <= 4
