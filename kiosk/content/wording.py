"""The texts of problems."""

from kiosk.content import problem_words
from kiosk.content.problems import Problem
from kiosk.content.words import ProblemWords
from kiosk.i18n.staff_texts import SOURCE, staff_text

UNKNOWN_CODE = "value_refused"


def sentence(problem: Problem, language: str = SOURCE) -> str:
    """One line: `file:line:column: severity: message (hint)`."""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    severity = severity_word(problem, language)
    hint = hint_of(problem, language)
    message = message_of(problem, language)
    return f"{place}: {severity}: {message}{f' ({hint})' if hint else ''}"


def severity_word(problem: Problem, language: str = SOURCE) -> str:
    """The word for the problem's severity."""
    return staff_text(problem_words.SEVERITIES[problem.severity.value], language)


def message_of(problem: Problem, language: str = SOURCE) -> str:
    return filled(staff_text(template_of(problem).message, language), problem, language)


def hint_of(problem: Problem, language: str = SOURCE) -> str:
    """How to fix the problem; empty when there is no hint."""
    words = template_of(problem)
    hint = words.near if words.near and "near" in dict(problem.facts) else words.hint
    return filled(staff_text(hint, language), problem, language) if hint else ""


def template_of(problem: Problem) -> ProblemWords:
    """The texts for the problem's code, with unfilled placeholders."""
    return problem_words.WORDS.get(problem.code, problem_words.WORDS[UNKNOWN_CODE])


def filled(template: str, problem: Problem, language: str = SOURCE) -> str:
    """Fills in the problem's facts."""
    return template.format_map(_facts(problem, language))


class _Facts(dict[str, str]):
    """Facts by name; missing ones become empty."""

    def __missing__(self, name: str) -> str:
        return ""


def _facts(problem: Problem, language: str) -> _Facts:
    facts = _Facts(problem.facts)
    if "near" in facts:
        either = staff_text(problem_words.OR, language)
        facts["near"] = either.join(f"'{name}'" for name in facts["near"].split("|"))
    if "where" in facts:
        sort, _, name = facts["where"].partition(":")
        named, nameless = problem_words.PLACES[sort], problem_words.NAMELESS.get(sort)
        place = named if name or nameless is None else nameless
        facts["where"] = staff_text(place, language).format(name=name)
    if "reason" in facts:
        reason = facts["reason"]
        facts["reason"] = staff_text(problem_words.REASONS.get(reason, reason), language)
    if "about" in facts:
        facts["about"] = described(facts["about"], language)
    return facts


def described(description: str, language: str = SOURCE) -> str:
    """One language of a model's description ("tiếng Việt | English"), without its full stop."""
    source, _, english = description.partition(" | ")
    return (english if language == "en" and english else source).strip().rstrip(".")
