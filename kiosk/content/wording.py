"""Problems in words."""

from types import ModuleType

from kiosk.content import wording_en, wording_vi
from kiosk.content.problems import Problem

TABLES: dict[str, ModuleType] = {"vi": wording_vi, "en": wording_en}
SOURCE = "vi"
UNKNOWN_CODE = "value_refused"


def sentence(problem: Problem, language: str = SOURCE) -> str:
    """One line: `file:line:column: severity: message (hint)`."""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    severity = severity_word(problem, language)
    hint = hint_of(problem, language)
    message = message_of(problem, language)
    return f"{place}: {severity}: {message}{f' ({hint})' if hint else ''}"


def severity_word(problem: Problem, language: str = SOURCE) -> str:
    """How much the problem matters, in a word."""
    word: str = TABLES[language].SEVERITIES[problem.severity.value]
    return word


def message_of(problem: Problem, language: str = SOURCE) -> str:
    """What is wrong."""
    table = TABLES[language]
    words = table.WORDS.get(problem.code, table.WORDS[UNKNOWN_CODE])
    message: str = words.message.format_map(_facts(problem, language))
    return message


def hint_of(problem: Problem, language: str = SOURCE) -> str:
    """What to do about it; empty where nobody can say."""
    table = TABLES[language]
    words = table.WORDS.get(problem.code, table.WORDS[UNKNOWN_CODE])
    facts = _facts(problem, language)
    hint: str = words.near if words.near and "near" in facts else words.hint
    return hint.format_map(facts)


class _Facts(dict[str, str]):
    """Facts by name; one that is not known is left out of the sentence."""

    def __missing__(self, name: str) -> str:
        return ""


def _facts(problem: Problem, language: str) -> _Facts:
    facts = _Facts(problem.facts)
    table = TABLES[language]
    if "near" in facts:
        facts["near"] = table.OR.join(f"'{name}'" for name in facts["near"].split("|"))
    if "where" in facts:
        sort, _, name = facts["where"].partition(":")
        place = table.PLACES[sort] if name else table.NAMELESS.get(sort, table.PLACES[sort])
        facts["where"] = place.format(name=name)
    if "reason" in facts:
        facts["reason"] = table.REASONS.get(facts["reason"], facts["reason"])
    if "about" in facts:
        facts["about"] = described(facts["about"], language)
    return facts


def described(description: str, language: str = SOURCE) -> str:
    """A model's description ("tiếng Việt | English") in one language, without its full stop."""
    source, _, english = description.partition(" | ")
    return (english if language == "en" and english else source).strip().rstrip(".")
