"""Each tile of the staff area has an icon of its own."""

from kiosk.staff_pages import page_kinds


def test_no_two_pages_have_the_same_icon():
    icons = [kind.icon for kind in page_kinds()]
    assert sorted(icons) == sorted(set(icons))
