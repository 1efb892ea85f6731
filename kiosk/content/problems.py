"""Problems in files: code, position and severity."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """The severity of a problem."""

    ERROR = "error"
    """The file cannot be used."""
    WARNING = "warning"
    """The file can be used, but probably not as its author intended."""
    ADVICE = "advice"
    """Nothing is wrong; something could be improved."""


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
"""Codes with a severity other than error."""


class Position(NamedTuple):
    """A position in a file; lines and columns count from 1."""

    line: int
    column: int


START = Position(1, 1)
MAX_PROBLEMS = 100
"""Limit of reported problems per file; also bounds the work that a malicious file can cause."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """A problem for the author of a file; its text is made in `wording`."""

    path: str
    """The path as shown: relative to the current folder if it is inside it."""
    line: int
    column: int
    code: str
    facts: tuple[tuple[str, str], ...] = ()
    """Values for the placeholders in the problem's text, by name."""

    @property
    def severity(self) -> Severity:
        """ERROR unless `SEVERITIES` says otherwise."""
        return SEVERITIES.get(self.code, Severity.ERROR)

    @property
    def is_error(self) -> bool:
        """Whether the file cannot be used because of it."""
        return self.severity is Severity.ERROR


def problem_at(path: str, position: Position, code: str, /, **facts: str) -> Problem:
    """A problem at a position, with its facts sorted by name; empty facts are left out."""
    return Problem(
        path, *position, code, tuple(sorted((name, fact) for name, fact in facts.items() if fact))
    )


def any_error(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems is an error."""
    return any(problem.is_error for problem in problems)
