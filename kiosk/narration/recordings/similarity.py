"""Finds old recordings that may still fit an edited sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kiosk.narration.recordings.sentence import sentence_words
from kiosk.narration.recordings.take import Take

_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class SimilarRecording:
    """A recording whose sentence was edited, with the new sentence that it may fit."""

    take: Take
    text: str
    """The new sentence, which has no recording."""
    similarity: float
    """From 0 to 1 (identical)."""


def offers(idle: Sequence[Take], missing: Sequence[str]) -> tuple[SimilarRecording, ...]:
    """The most similar recording for each missing sentence, most similar first."""
    found = [offer for text in missing if (offer := _best(idle, text)) is not None]
    return tuple(sorted(found, key=lambda offer: -offer.similarity))


def _best(idle: Sequence[Take], text: str) -> SimilarRecording | None:
    """Compares word by word."""
    compared: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    compared.set_seq2(sentence_words(text))
    best: SimilarRecording | None = None
    for take in idle:
        compared.set_seq1(sentence_words(take.text))
        bar = best.similarity if best else _ALIKE
        if compared.real_quick_ratio() < bar or compared.quick_ratio() < bar:
            continue
        similarity = compared.ratio()
        if similarity >= _ALIKE and (best is None or similarity > best.similarity):
            best = SimilarRecording(take, text, similarity)
    return best
