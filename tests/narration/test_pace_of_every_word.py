"""No word takes more than 1.2 s per syllable in any voice that speaks it: none is spelt.

Words with digits are left out: their letters do not tell how they are read.
"""

from dataclasses import replace

import pytest

from kiosk.cli._voice_context import voice_context
from kiosk.folders import CHECKOUT, Folders
from kiosk.narration.engine import ability
from kiosk.narration.joining import rendered
from kiosk.narration.pace import slow_words
from kiosk.narration.plan import Planner
from kiosk.narration.request import Request
from kiosk.narration.utterance import SpokenWord

WORDS_A_CLIP = 12
MIN_WORDS = {"vi": 1000, "en": 1000}
"""By language; all other languages fall back to these two voices."""


@pytest.fixture(scope="module")
def spoken(engines, tmp_path_factory) -> dict[str, tuple[Request, dict[str, None]]]:
    """For each language: a request for its voice, and every word of the sentences it speaks."""
    state = tmp_path_factory.mktemp("state")
    kiosk = voice_context("ki-ốt", Folders(home=CHECKOUT, state=state, cache=state))
    planner, abilities = Planner(kiosk.voice), [ability(engines["espeak"])]
    spoken: dict[str, tuple[Request, dict[str, None]]] = {}
    for code in MIN_WORDS:
        for part in kiosk.parts:
            for _, utterance in kiosk.utterances(part, code):
                plan = planner.plan(utterance, abilities)
                for word in plan.request.words if plan else ():
                    language = word.language or plan.request.language
                    if language == plan.request.language:
                        spoken.setdefault(language, (plan.request, {}))
                    if language in spoken and not any(map(str.isdigit, word.text)):
                        spoken[language][1][word.text] = None
    return spoken


def test_no_word_of_any_sentence_takes_too_long(engines, spoken):
    messages = []
    for language, (request, texts) in spoken.items():
        words = [SpokenWord(at, at, text) for at, text in enumerate(texts)]
        for start in range(0, len(words), WORDS_A_CLIP):
            some = tuple(words[start : start + WORDS_A_CLIP])
            clip = rendered(replace(request, words=some, guests=()), engines)
            messages += [
                f"{language}: {slow.text} {slow.ms_a_syllable} ms"
                for slow in slow_words(some, clip)
            ]
        assert len(texts) >= MIN_WORDS.get(language, 1), language
    assert messages == [], "\n".join(messages)
    assert MIN_WORDS.keys() <= spoken.keys()
