"""The search index of all lessons; rebuilt when the lessons change."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kiosk.domain.lesson import LessonHead
from kiosk.search.other_words import OtherWords, reworded
from kiosk.search.plain import marked_words, plain, plain_words
from kiosk.search.query import (
    RUN_TOGETHER,
    Query,
    QueryWord,
    Vocabulary,
    query_of,
    query_of_words,
)

TITLE, OTHER_WORDS, GOAL, DETAILS = 10, 8, 4, 3
"""The weights of a word by the place where it occurs."""
WRONG_MARKS = 0.8
WHOLE, AT_START, IN_TITLE, IN_OTHER_WORDS = 30, 20, 14, 12
"""The bonuses if the whole query occurs as a phrase."""
LETTER_ALONE = 1
ANSWERS_KEPT = 32
"""The size of the answer cache; while a query is typed, its first words stay the same."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The texts of a lesson that are compared with the whole query."""

    name: str
    number: str
    title: str
    everything: str
    """The title, the other words and the title in another language, one per line."""


class SearchIndex:
    """Finds lessons by number, title, other words, goal, key points, papers and places."""

    def __init__(
        self,
        heads: Mapping[str, LessonHead],
        translated: Mapping[str, str] | None = None,
        other_words: OtherWords | None = None,
    ) -> None:
        """`translated`: titles in other languages, by Vietnamese title.

        `other_words`: synonyms that people type for words of the lessons.
        """
        self._other_words = other_words or {}
        self._lessons: list[_Known] = []
        postings: dict[str, dict[int, int]] = defaultdict(dict)
        for name, head in heads.items():
            other = (translated or {}).get(head.title, "")
            at = len(self._lessons)
            self._lessons.append(_known(name, head, other))
            for word, place in _places(head, other).items():
                postings[word][at] = place
        self._postings = dict(postings)
        written: dict[str, list[str]] = defaultdict(list)
        for word in postings:
            written[plain(word)].append(word)
        self._written = dict(written)
        self._vocabulary = Vocabulary(list(written))
        self._answers = lru_cache(ANSWERS_KEPT)(self._answer)

    def find(self, typed: str, at_most: int = 60) -> tuple[str, ...]:
        """The ids of matching lessons, the best first."""
        query = query_of(typed)
        if not query.words:
            return ()
        numbered = self._numbered(query.number) if query.number else []
        others = [
            query_of_words(words)
            for words in reworded([word.plain for word in query.words], self._other_words)
        ]
        # Expressions from the list are matched exactly; error tolerance is for other words.
        worded: dict[int, float] = {}
        for each in others:
            _take_best(worded, self._scored(each, tolerant=False) or self._in_part(each))
        if others:
            _take_best(worded, self._exactly(query))
        worded = worded or self._worded(query)
        best = sorted(worded, key=lambda at: (-worded[at] - self._together(query, at), at))
        return tuple(self._lessons[at].name for at in dict.fromkeys([*numbered, *best]))[:at_most]

    def _worded(self, query: Query) -> dict[int, float]:
        """The scores of matching lessons; more tolerant if there is no strict match."""
        strict = self._scored(query, tolerant=False)
        return strict or self._scored(query, tolerant=True) or self._in_part(query)

    def _exactly(self, query: Query) -> dict[int, float]:
        """The scores if every typed word occurs in the vocabulary; else empty."""
        words = {word.plain for word in query.words}
        known = words <= self._written.keys()
        return self._scored(query, tolerant=False) if known else {}

    def _numbered(self, number: str) -> list[int]:
        """The lesson with this number, then those whose numbers begin with it."""
        found = [at for at, each in enumerate(self._lessons) if each.number.startswith(number)]
        return sorted(found, key=lambda at: int(self._lessons[at].number))

    def _scored(self, query: Query, *, tolerant: bool) -> dict[int, float]:
        """The scores of lessons that match every word."""
        scores: dict[int, float] | None = None
        for word in query.words:
            found = self._answers(word, tolerant=tolerant)
            if scores is None:
                scores = found
            else:
                scores = {at: scores[at] + found[at] for at in scores.keys() & found.keys()}
            if not scores:
                return {}
        return scores or {}

    def _in_part(self, query: Query) -> dict[int, float]:
        """The scores of lessons that match the most words, if these are at least half."""
        scores: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        for word in query.words:
            for at, score in self._answers(word, tolerant=True).items():
                scores[at] += score
                counts[at] += 1
        most = max(counts.values(), default=0)
        if 2 * most < len(query.words):
            return {}
        return {at: score for at, score in scores.items() if counts[at] == most}

    def _answer(self, word: QueryWord, *, tolerant: bool) -> dict[int, float]:
        """The scores of lessons that match a word."""
        vocabulary = self._vocabulary
        meant = vocabulary.tolerant(word.plain) if tolerant else vocabulary.strict(word.plain)
        if word.plain not in meant:
            parts = vocabulary.apart(word.plain)
            if parts:
                return self._both(parts)
        least = OTHER_WORDS if len(word.plain) == LETTER_ALONE else 0
        best: dict[int, float] = {}
        for known, worth in meant.items():
            for written in self._written[known]:
                otherwise = known == word.plain and word.has_marks and written != word.marked
                self._count(written, worth * (WRONG_MARKS if otherwise else 1), least, best)
        return best

    def _count(self, written: str, worth: float, least: int, best: dict[int, float]) -> None:
        for at, place in self._postings[written].items():
            if place >= least and worth * place > best.get(at, 0.0):
                best[at] = worth * place

    def _both(self, parts: tuple[str, str]) -> dict[int, float]:
        """The scores of lessons that contain both parts of a word typed without a space."""
        found: list[dict[int, float]] = [{}, {}]
        for part, best in zip(parts, found, strict=True):
            for written in self._written[part]:
                self._count(written, RUN_TOGETHER, 0, best)
        first, second = found
        return {at: first[at] + second[at] for at in first.keys() & second.keys()}

    def _together(self, query: Query, at: int) -> float:
        """The bonus of a lesson if the query occurs in it as a phrase; else 0."""
        known, phrase = self._lessons[at], query.phrase
        if phrase not in known.everything:
            return 0
        if known.title == phrase:
            return WHOLE
        if known.title.startswith(phrase):
            return AT_START
        return IN_TITLE if f" {phrase}" in known.title else IN_OTHER_WORDS


def _take_best(scores: dict[int, float], more: Mapping[int, float]) -> None:
    for at, score in more.items():
        scores[at] = max(score, scores.get(at, 0.0))


def _known(name: str, head: LessonHead, other: str) -> _Known:
    lines = [" ".join(plain_words(text)) for text in (head.title, *head.words, other)]
    return _Known(name, str(head.number), lines[0], "\n".join(lines))


def _places(head: LessonHead, other: str) -> dict[str, int]:
    """The words of a lesson, each with the weight of the best place where it occurs."""
    found: dict[str, int] = {}
    for place, texts in _texts(head, other):
        for text in texts:
            for word in marked_words(text):
                found.setdefault(word, place)
    return found


def _texts(head: LessonHead, other: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The texts of a lesson with the weights of their places, the highest first."""
    yield TITLE, (head.title, str(head.number))
    yield OTHER_WORDS, (*head.words, other, head.series.title if head.series else "")
    yield GOAL, (head.goal,)
    asked = head.procedure
    details = (asked.days, asked.fee, asked.where, asked.note_for_staff) if asked else ()
    papers = asked.papers if asked else ()
    written = (text for text in details if text)
    yield DETAILS, (*head.remember, head.topic, *papers, *written)
