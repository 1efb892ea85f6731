"""A spoken form given by the author keeps the marking of every displayed word."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kiosk.narration.reading import Reader
from kiosk.narration.reading.spread import spread
from kiosk.narration.utterance import SpokenWord, Utterance

TRANSLATIONS = Path(__file__).parents[2] / "translations"


def test_what_the_author_wrote_is_said_instead_of_the_sentence():
    utterance = Utterance("Gọi 156 ngay", "vi", speak="Gọi số một năm sáu ngay")
    words = Reader(TRANSLATIONS).words(utterance)
    assert " ".join(word.text for word in words) == "gọi số một năm sáu ngay"


def test_a_shorter_spoken_form_covers_several_tokens_with_a_word():
    assert spread(["VNeID", "mức", "2"], ["vê-nê-ai-đi", "hai"]) == (
        SpokenWord(0, 1, "vê-nê-ai-đi"),
        SpokenWord(2, 2, "hai"),
    )


_WORDS = st.lists(st.text("abcd", min_size=1, max_size=12), min_size=1, max_size=20)


@given(_WORDS, _WORDS)
def test_nothing_is_lost_on_either_side(tokens, spoken):
    words = spread(tokens, spoken)
    covered = [token for word in words for token in range(word.first, word.last + 1)]
    assert covered == list(range(len(tokens)))
    assert " ".join(word.text for word in words).split() == spoken
