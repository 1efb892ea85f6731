"""What is wrong in a file, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The file cannot be used as it is."""
    WARNING = "warning"
    """The file can be used, but surely not as its author meant it."""
    ADVICE = "advice"
    """Nothing is wrong; something could be tidier."""


SEVERITIES = {
    "step_unreachable": Severity.WARNING,
    "text_lost_after_hash": Severity.WARNING,
    "wrong_ending": Severity.WARNING,
    "odd_space_inside": Severity.WARNING,
    "letter_not_drawn": Severity.WARNING,
    "letter_of_others": Severity.WARNING,
    "letters_in_code": Severity.WARNING,
    "checked_long_ago": Severity.WARNING,
    "fact_differs": Severity.WARNING,
    "long_sentence": Severity.WARNING,
    "many_sentences": Severity.WARNING,
    "not_spoken": Severity.WARNING,
    "named_not_on_screen": Severity.WARNING,
    "hotlines_not_listed": Severity.WARNING,
    "fees_not_listed": Severity.WARNING,
    "addresses_not_listed": Severity.WARNING,
    "terms_not_listed": Severity.WARNING,
    "value_unseen": Severity.WARNING,
    "value_in_branch": Severity.WARNING,
    "invented_app": Severity.WARNING,
    "no_marks": Severity.WARNING,
    "equal_answers": Severity.WARNING,
    "nothing_to_say": Severity.WARNING,
    "single_touch": Severity.ADVICE,
    "many_touches": Severity.WARNING,
    "few_touches": Severity.WARNING,
    "minutes_unbelievable": Severity.WARNING,
    "series_title_same": Severity.WARNING,
    "group_unknown": Severity.WARNING,
    "helper_without_group": Severity.WARNING,
    "northern_word": Severity.WARNING,
    "other_word": Severity.WARNING,
    "answer_contradicted": Severity.WARNING,
    "nothing_to_decide": Severity.WARNING,
    "right_always_there": Severity.ADVICE,
    "label_twice": Severity.WARNING,
    "other_named": Severity.WARNING,
    "paper_missing": Severity.WARNING,
    "code_on_paper": Severity.WARNING,
    "code_differs": Severity.WARNING,
    "because_alike": Severity.WARNING,
    "secret_given": Severity.WARNING,
    "spoken_number": Severity.WARNING,
    "title_twice": Severity.WARNING,
    "series_part_twice": Severity.WARNING,
    "series_part_missing": Severity.WARNING,
    "series_title_differs": Severity.WARNING,
    "code_without_message": Severity.WARNING,
    "message_unseen": Severity.WARNING,
    "number_may_be_real": Severity.WARNING,
    "asks_real_data": Severity.WARNING,
    "practice_value": Severity.WARNING,
    "because_missing": Severity.ADVICE,
    "answer_told": Severity.ADVICE,
    "answer_marked": Severity.WARNING,
    "hint_empty": Severity.ADVICE,
    "colour_alone": Severity.WARNING,
    "gesture_other": Severity.WARNING,
    "side_told": Severity.WARNING,
    "in_capitals": Severity.WARNING,
    "gap_left": Severity.WARNING,
    "markup_left": Severity.WARNING,
    "real_bank": Severity.WARNING,
    "step_twice": Severity.WARNING,
    "alone_tells_all": Severity.ADVICE,
    "case_differs": Severity.WARNING,
    "space_unseen": Severity.WARNING,
    "blames": Severity.WARNING,
    "screen_unused": Severity.ADVICE,
    "wrong_missing": Severity.ADVICE,
    "voice_missing": Severity.ADVICE,
}
"""The codes that are no errors."""


class Position(NamedTuple):
    """A place in a file; lines and columns count from 1."""

    line: int
    column: int


START = Position(1, 1)
MOST_PROBLEMS = 100
"""Nobody mends more of them at a time, and a hostile file shall not keep the kiosk busy."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Something that the author of a file should know; the words for it are in `wording`."""

    path: str
    """As it is shown: relative to the current folder where it lies below it."""
    line: int
    column: int
    code: str
    facts: tuple[tuple[str, str], ...] = ()
    """What the words speak of, by name."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITIES.get(self.code, Severity.ERROR)

    @property
    def is_error(self) -> bool:
        """Whether the file cannot be used because of it."""
        return self.severity is Severity.ERROR


def problem_at(path: str, position: Position, code: str, /, **facts: str) -> Problem:
    """A problem at a place, with its facts in a steady order; empty facts are none."""
    return Problem(
        path, *position, code, tuple(sorted((name, fact) for name, fact in facts.items() if fact))
    )


def any_error(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems makes a file unusable."""
    return any(problem.is_error for problem in problems)
