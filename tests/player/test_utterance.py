"""The utterance made for a line."""

from kiosk.domain.line import Line, Speaker
from kiosk.narration.utterance import Utterance
from kiosk.player.utterance import utterance_of

LINE = Line("Bác gõ OTP.", "Bác gõ ô tê pê.", Speaker.OTHER)
VIETNAMESE = Utterance("Bác gõ OTP.", "vi", "Bác gõ ô tê pê.", other=True)


def test_in_vietnamese_the_author_s_spoken_form_counts():
    assert utterance_of(LINE, "vi", "Bác gõ OTP.") == VIETNAMESE


def test_in_another_language_vietnamese_waits_behind_the_translation():
    said = utterance_of(LINE, "en", "Type the code.")
    assert said == Utterance("Type the code.", "en", other=True, otherwise=VIETNAMESE)


def test_a_line_that_is_not_written_can_still_be_found_by_its_vietnamese():
    said = utterance_of(LINE, "rad", None)
    assert (said.sentence, said.language, said.source) == ("", "rad", "Bác gõ OTP.")
