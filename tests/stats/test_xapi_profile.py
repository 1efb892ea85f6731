"""The profile follows the rules for xAPI profiles, and the statements follow the profile."""

import json
import re
from typing import Annotated, Any, Literal

import pytest
from pydantic import AnyUrl, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from kiosk.folders import CHECKOUT
from kiosk.stats.event import Event, Kind
from kiosk.stats.groups import Period
from kiosk.stats.xapi import EXTENSIONS, HOME, statement_of
from tests.stats.test_xapi import EVENTS, KIOSK, figure

PROFILE = json.loads((CHECKOUT / "docs" / "xapi-profile.jsonld").read_text("utf-8"))
Words = Annotated[dict[Annotated[str, Field(pattern="^(vi|en)$")], str], Field(min_length=2)]


class Strict(BaseModel):
    """Allows only the fields that the specification of xAPI profiles 1.0 requires here."""

    model_config = ConfigDict(extra="forbid")


class Named(Strict):
    id: AnyUrl
    inScheme: AnyUrl
    prefLabel: Words
    definition: Words


class Verb(Named):
    type: Literal["Verb"]


class Extension(Named):
    type: Literal["ContextExtension", "ResultExtension"]
    inlineSchema: str


class Rule(Strict):
    location: str = Field(pattern=r"^\$(\.\w+|\['[^']+'\])+$")
    presence: Literal["included", "excluded", "recommended"]
    any: list[str] | None = None


class Template(Named):
    type: Literal["StatementTemplate"]
    contextCategoryActivityType: list[AnyUrl]
    rules: list[Rule]


class Version(Strict):
    id: AnyUrl
    generatedAtTime: AwareDatetime


class Author(Strict):
    type: Literal["Organization", "Person"]
    name: str


class Profile(Strict):
    context: Literal["https://w3id.org/xapi/profiles/context"] = Field(alias="@context")
    id: AnyUrl
    type: Literal["Profile"]
    conformsTo: Literal["https://w3id.org/xapi/profiles#1.0"]
    prefLabel: Words
    definition: Words
    author: Author
    versions: list[Version]
    concepts: list[Verb | Extension]
    templates: list[Template]


def test_the_profile_is_one():
    profile = Profile.model_validate(PROFILE)
    versions = {version.id for version in profile.versions}
    named = [*profile.concepts, *profile.templates]
    assert all(each.inScheme in versions for each in named)
    assert len({str(each.id) for each in (profile, *profile.versions, *named)}) == 2 + len(named)
    for extension in (each for each in profile.concepts if isinstance(each, Extension)):
        assert isinstance(json.loads(extension.inlineSchema), dict)


@pytest.mark.parametrize("lost", ["id", "versions", "author", "prefLabel"])
def test_the_judge_is_strict(lost):
    with pytest.raises(ValidationError):
        Profile.model_validate({name: value for name, value in PROFILE.items() if name != lost})


def found(statement: dict[str, Any], location: str) -> object:
    """The value at a location such as $.verb.id; None if there is none."""
    value: Any = statement
    for name, quoted in re.findall(r"\.(\w+)|\['([^']+)'\]", location):
        value = value.get(name or quoted) if isinstance(value, dict) else None
    return value


def broken_rules(statement: dict[str, Any]) -> list[str]:
    (template,) = PROFILE["templates"]
    (category,) = statement["context"]["contextActivities"]["category"]
    assert category["id"] == PROFILE["versions"][0]["id"]
    assert category["definition"]["type"] in template["contextCategoryActivityType"]
    return [
        rule["location"]
        for rule in template["rules"]
        if ((value := found(statement, rule["location"])) is None)
        != (rule["presence"] == "excluded")
        or (rule["presence"] == "included" and "any" in rule and value not in rule["any"])
    ]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.kind)
@pytest.mark.parametrize("period", Period)
def test_every_statement_keeps_the_rules_of_the_profile(event, period):
    statement = statement_of(figure(event, period=period), {}, KIOSK)
    assert broken_rules(statement) == []
    known = {each["id"] for each in PROFILE["concepts"]}
    assert {*statement["result"]["extensions"], *statement["context"]["extensions"]} <= known
    assert not statement["verb"]["id"].startswith(HOME) or statement["verb"]["id"] in known


def test_a_statement_about_a_person_breaks_them():
    statement = statement_of(figure(Event(Kind.BEGUN)), {}, KIOSK)
    statement["actor"] = {"mbox": "mailto:ai@mau.example"}
    del statement["result"]["extensions"][f"{EXTENSIONS}/times"]
    assert broken_rules(statement) == [
        "$.actor.account.name",
        f"$.result.extensions['{EXTENSIONS}/times']",
        "$.actor.mbox",
    ]
