"""What an author reads about every mistake that people make, word for word."""

from pathlib import Path

import pytest

from kiosk.content.media import Media
from kiosk.content.reader import read_lesson
from kiosk.content.settings_file import read_settings
from kiosk.content.wording import sentence
from kiosk.steps import step_kinds

BROKEN = Path(__file__).parent.parent / "broken"
CASES = sorted(BROKEN.glob("*.yaml"))


def problems_of(case: Path, media: Media):
    if case.name.startswith("config-"):
        return read_settings(case)[1]
    return read_lesson(case, media).problems


def with_short_lists(problem, language):
    """The sentence, without the names that a new kind or field would add to."""
    text = sentence(problem, language)
    for name, fact in problem.facts:
        if name in ("fields", "kinds"):
            text = text.replace(fact, "…")
    return text


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_author_reads(case, language, media, monkeypatch):
    monkeypatch.chdir(BROKEN)
    told = [with_short_lists(problem, language) for problem in problems_of(case, media)]
    assert told == case.with_suffix(f".{language}.txt").read_text("utf-8").splitlines()


def test_whoever_forgets_the_kind_is_told_all_kinds(media):
    (problem,) = read_lesson(BROKEN / "step-without-kind.yaml", media).problems
    keys = sorted(kind.key for kind in step_kinds().values())
    assert sorted(dict(problem.facts)["kinds"].split(", ")) == keys
    assert dict(problem.facts)["kinds"] in sentence(problem)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_told_never_speaks_of_the_program(case, media):
    told = " ".join(sentence(problem, "en") for problem in problems_of(case, media))
    for word in ("ValidationError", "NoneType", "pydantic", "yaml.", "'loc'", "^[", "{"):
        assert word not in told.replace("bracket {", "")
