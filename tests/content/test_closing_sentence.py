"""A closing sentence reaches the pages at home, and staff who import a change of it."""

from making import explain, lesson

from kiosk.domain import prompts
from kiosk.usb_import.comparison import differences
from kiosk.usb_import.refusal import ImportNote
from kiosk.web.lesson_file import head_file
from kiosk.web.lines import Lines

CLOSING = "Bác rõ việc rồi ạ."
QUIET, USUAL = lesson(explain(), closing=CLOSING), lesson(explain())


def test_the_pages_at_home_say_it():
    lines = Lines()
    number = head_file(QUIET, lines)["closing"]
    assert [line.text for line in lines][number] == CLOSING
    assert "closing" not in head_file(USUAL, Lines())


def test_a_stick_that_changes_it_is_told():
    assert list(differences(USUAL, QUIET)) == [ImportNote("other_closing", (CLOSING,))]
    praise = prompts.LESSON_DONE.text
    assert list(differences(QUIET, USUAL)) == [ImportNote("other_closing", (praise,))]
