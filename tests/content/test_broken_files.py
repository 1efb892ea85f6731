"""The exact message for every common mistake of authors."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.authoring.inspection import inspect
from kiosk.content import problem_words
from kiosk.content.advice import Adviser
from kiosk.content.facts import Facts
from kiosk.content.media import Media
from kiosk.content.positions import read_document
from kiosk.content.problems import Severity
from kiosk.content.reader import read_lesson
from kiosk.content.wording import sentence
from kiosk.folders import Folders
from kiosk.settings.file import read_settings
from kiosk.steps import step_kinds

BROKEN = Path(__file__).parent.parent / "broken"
TODAY = date(2026, 11, 24)
CASES = sorted(
    path.with_name(path.name.removesuffix(".vi.txt")) for path in BROKEN.glob("*.vi.txt")
)
"""A case is a file, a folder of files, or, for a missing file, nothing."""
BY_NO_FILE = {
    "value_refused": "said of a refusal for which nobody wrote words yet",
    "picture_big": "a file of 40 MB",
    "picture_unreadable": "a picture that may not be read",
    "picture_not_kept": "a disk that is full",
    "northern_word": "the words are in the list of facts",
    "other_word": "the words are in the list of facts",
    "fact_differs": "somebody of the commune found it",
}
"""The codes that no file can cause, with the reason; other tests cover them."""
MISTAKES = 110


def problems_of(case: Path, media: Media):
    if (case / "lessons").is_dir():
        return inspect((case / "lessons",), Folders(home=case)).problems
    if case.is_dir():
        return inspect((case,), Folders()).problems
    file = case.with_name(f"{case.name}.yaml")
    if file.name.startswith("config-"):
        return read_settings(file)[1]
    reading = read_lesson(file, media)
    if reading.lesson is None:
        return reading.problems
    advice = Adviser(reading.lesson, read_document(file), Facts(), TODAY).advice()
    return sorted((*reading.problems, *advice))


def with_short_lists(problem, language):
    """The sentence without lists that grow with each new kind or field."""
    text = sentence(problem, language)
    for name, fact in problem.facts:
        if name in ("fields", "kinds"):
            text = text.replace(fact, "…")
    return text


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_author_reads(case, language, media, monkeypatch):
    monkeypatch.chdir(BROKEN)
    messages = [with_short_lists(problem, language) for problem in problems_of(case, media)]
    assert messages == case.with_name(f"{case.name}.{language}.txt").read_text("utf-8").splitlines()


def test_whoever_forgets_the_kind_is_told_all_kinds(media):
    (problem,) = read_lesson(BROKEN / "step-without-kind.yaml", media).problems
    keys = sorted(kind.key for kind in step_kinds().values())
    assert sorted(dict(problem.facts)["kinds"].split(", ")) == keys
    assert dict(problem.facts)["kinds"] in sentence(problem)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_told_never_speaks_of_the_program(case, media):
    text = " ".join(
        sentence(problem, "en").removeprefix(problem.path) for problem in problems_of(case, media)
    )
    for word in ("ValidationError", "NoneType", "pydantic", "yaml.", "'loc'", "^[", "{"):
        assert word not in text.replace("bracket {", "")


@pytest.fixture(scope="module")
def found(media):
    """The problems of all cases."""
    return {case.name: problems_of(case, media) for case in CASES}


def test_every_message_is_told_of_a_mistake_that_people_make(found):
    messages = {problem.code for problems in found.values() for problem in problems}
    assert problem_words.WORDS.keys() - messages == BY_NO_FILE.keys()
    assert len(CASES) >= MISTAKES


def test_every_file_of_the_corpus_is_read():
    known = {case.name for case in CASES}
    entries = (path for path in BROKEN.iterdir() if path.suffix != ".txt")
    named = {path.name if path.is_dir() else path.stem for path in entries}
    assert named - known == {"hinh-1"}
    assert {path.name.removesuffix(".en.txt") for path in BROKEN.glob("*.en.txt")} == known


SORTS_OF_NAMES = {
    "a field of the lesson": ("field-misspelled-required", "goal"),
    "a field of a step": ("field-misspelled", "tap"),
    "a field of a part": ("field-in-choice", "right"),
    "a kind of step": ("field-misspelled-say", "say"),
    "a kind of element": ("element-misspelled", "app"),
    "a section of the settings": ("config-fields", "staff"),
    "an icon of an element": ("icon-missing", "settings"),
    "an icon of an answer": ("icon-missing-in-choice", "wifi"),
    "an icon at the top": ("status-icon-misspelled", "wifi"),
    "a picture": ("picture-missing", "wifi"),
    "a picture on the phone": ("image-misspelled", "welcome"),
    "a picture beside the lesson": ("picture-file-missing", "hinh-1.svg"),
    "a screen": ("screen-misspelled", "man-hinh-chinh"),
    "a target": ("tap-misspelled", "cai-dat"),
    "a field to write into": ("type-into-nothing", "o-mat-khau"),
    "a step": ("goto-nowhere", "cup-may"),
    "a way": ("way-unknown", "together"),
    "a note": ("note-misspelled", "wifi"),
}


@pytest.mark.parametrize("sort", SORTS_OF_NAMES)
def test_a_near_name_is_offered(sort, found):
    case, meant = SORTS_OF_NAMES[sort]
    messages = [sentence(problem) for problem in found[case]]
    assert any(f"có phải '{meant}'" in words for words in messages)


def test_all_problems_of_all_files_come_in_one_go(found):
    files = {Path(problem.path).name for problem in found["several-files"]}
    assert files == {"goi-chau.yaml", "noi-wifi.yaml"}


def test_advice_is_no_error(found):
    severities = {problem.code: problem.severity for each in found.values() for problem in each}
    for code in ("long_sentence", "many_sentences", "screen_unused", "wrong_missing"):
        assert severities[code] is not Severity.ERROR
