"""The schema with which editors validate lessons during typing."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from kiosk.authoring.examples import element_example_file, example_file
from kiosk.authoring.schema import MODELINE, SCHEMA_FILE, lesson_schema, schema_text
from kiosk.cli import main
from kiosk.content.reader import read_lesson
from kiosk.content.verification import FILE as VERIFIED_FILE
from kiosk.folders import CHECKOUT
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds

LESSONS = CHECKOUT / "lessons"
NO_LESSONS = {"_facts.yaml", "_tu-goi.yaml"}
SHIPPED = sorted(path for path in LESSONS.rglob("*.yaml") if path.name not in NO_LESSONS)
EXAMPLES = [
    *(example_file(kind) for kind in step_kinds()),
    *(element_example_file(key) for key in element_kinds()),
]
BROKEN = CHECKOUT / "tests" / "broken"

NO_YAML = "an editor's YAML reader stops there by itself, before any schema"
SEVERAL_PLACES = "two places of the file must agree, which a schema cannot say"
DRAWINGS = "a schema does not know which drawings there are"
BESIDE = "it is about the file, not about what the file says"
SOUND_YAML = "another YAML than ours allows it: what it stands for is a sound lesson"
GOOD = "the lesson loads; this is advice"
CHECK_SUM = "what a code says is for the program to read"
LET_THROUGH = {
    "Tên có dấu": BESIDE,
    "nul-byte": BESIDE,
    "not-utf8": BESIDE,
    "saved-as-utf16": BESIDE,
    "invisible-sign": BESIDE,
    "invisible-escape": BESIDE,
    "file-too-big": BESIDE,
    "letter-lost": BESIDE,
    "vni-letters": BESIDE,
    "payment-code-real": CHECK_SUM,
    "code-that-dials": CHECK_SUM,
    "code-that-writes": CHECK_SUM,
    "wifi-code-by-hand": CHECK_SUM,
    "anchor-and-alias": SOUND_YAML,
    "hash-in-sentence": SOUND_YAML,
    "tag": SOUND_YAML,
    "goto-into-rehearsal": SEVERAL_PLACES,
    "goto-nowhere": SEVERAL_PLACES,
    "trouble-unknown": SEVERAL_PLACES,
    "trouble-unused": SEVERAL_PLACES,
    "goto-unknown": SEVERAL_PLACES,
    "no-way-out": SEVERAL_PLACES,
    "screen-misspelled": SEVERAL_PLACES,
    "screen-unknown": SEVERAL_PLACES,
    "screen-unused": SEVERAL_PLACES,
    "step-name-twice": SEVERAL_PLACES,
    "step-never-reached": SEVERAL_PLACES,
    "tap-misspelled": SEVERAL_PLACES,
    "tap-nothing-near": SEVERAL_PLACES,
    "tap-on-empty-screen": SEVERAL_PLACES,
    "target-twice": SEVERAL_PLACES,
    "type-into-nothing": SEVERAL_PLACES,
    "icon-missing": DRAWINGS,
    "icon-missing-in-choice": DRAWINGS,
    "picture-missing": DRAWINGS,
    "picture-file-missing": DRAWINGS,
    "picture-outside": DRAWINGS,
    "status-icon-misspelled": DRAWINGS,
    "image-misspelled": DRAWINGS,
}
"""The broken lessons that the schema accepts, each with the reason why it has to."""

CORE = {
    "null": re.compile(r"~|null|Null|NULL|"),
    "bool": re.compile(r"true|True|TRUE|false|False|FALSE"),
    "int": re.compile(r"[-+]?[0-9]+"),
    "float": re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
}


def as_an_editor_reads(node):
    """The data of YAML 1.2, as the editors' extension parses it."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        if not all(isinstance(key, str) for key in keys) or len(set(keys)) < len(keys):
            raise yaml.YAMLError("a key is a bracket, or is there twice")
        return {key.value: as_an_editor_reads(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [as_an_editor_reads(item) for item in node.value]
    if node is None:
        return None
    sort = next((sort for sort, shape in CORE.items() if shape.fullmatch(node.value)), "str")
    if node.style not in (None, "") or sort == "str":
        return node.value
    return {
        "null": lambda _: None,
        "bool": lambda text: text.lower() == "true",
        "int": int,
        "float": float,
    }[sort](node.value)


def read(path: Path):
    return as_an_editor_reads(yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader))


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    return Draft202012Validator(lesson_schema())


def shown(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def test_what_one_commune_found_is_not_shipped_to_all():
    assert not list(LESSONS.rglob(VERIFIED_FILE))


@pytest.mark.parametrize("path", [*SHIPPED, *EXAMPLES], ids=shown)
def test_every_lesson_that_we_ship_is_taken(path, schema):
    schema.validate(read(path))


def has_errors(case: Path, media) -> bool:
    return any(problem.is_error for problem in read_lesson(case, media).problems)


CASES = sorted(path for path in BROKEN.glob("*.yaml") if not path.name.startswith("config-"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_broken_lesson_is_refused_or_it_is_said_why_not(case, schema, media):
    try:
        taken = schema.is_valid(read(case))
    except (yaml.YAMLError, UnicodeDecodeError):
        taken = case.stem in LET_THROUGH
    if taken and has_errors(case, media):
        assert case.stem in LET_THROUGH
    elif not taken:
        assert case.stem not in LET_THROUGH


def test_no_reason_is_given_for_a_case_that_is_gone():
    assert LET_THROUGH.keys() <= {case.stem for case in CASES}


def test_the_shipped_schema_is_the_one_that_kiosk_schema_writes():
    """After changing a field, run: `kiosk schema > lessons/_lesson.schema.json`."""
    assert (LESSONS / SCHEMA_FILE).read_text("utf-8") == schema_text()


@pytest.mark.parametrize("path", SHIPPED, ids=shown)
def test_every_lesson_leads_the_editor_to_the_schema(path):
    up = "../" * (len(path.relative_to(LESSONS).parts) - 1)
    first = path.read_text("utf-8").split("\n", 1)[0]
    assert first == MODELINE.replace(SCHEMA_FILE, up + SCHEMA_FILE)


def test_everything_in_it_is_told_in_both_languages():
    schema = lesson_schema()
    kinds = {kind.key for kind in (*step_kinds().values(), *element_kinds().values())}
    for definition in schema["$defs"].values():
        if definition["title"] in kinds:
            assert " | " in definition["description"]
        for name, field in definition.get("properties", {}).items():
            assert " | " in field["description"], f"{definition['title']}.{name}"
    assert all(" | " in part["description"] for part in schema["properties"].values())


def test_every_example_in_it_is_taken_by_its_own_definition():
    schema = lesson_schema()
    exampled = {name: each for name, each in schema["$defs"].items() if "examples" in each}
    assert len(exampled) == len(step_kinds()) + len(element_kinds())
    for name, definition in exampled.items():
        own = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})
        for each in definition["examples"]:
            own.validate(each)


def test_an_editor_offers_every_kind_ready_to_be_filled_in():
    schema = lesson_schema()
    steps = schema["properties"]["steps"]["items"]["defaultSnippets"]
    assert {each["label"] for each in steps} == {kind.key for kind in step_kinds().values()}
    elements = schema["properties"]["screens"]["additionalProperties"]["items"]
    assert {each["label"] for each in elements["defaultSnippets"]} == set(element_kinds())


def test_a_new_lesson_begins_with_the_line_for_the_editor(tmp_path, monkeypatch):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    assert CliRunner().invoke(main, ["new", "bai-moi"]).exit_code == 0
    text = (tmp_path / "lessons" / "bai-moi.yaml").read_text("utf-8")
    assert text.startswith(MODELINE + "\n")


@pytest.mark.parametrize(
    "slip",
    [
        ("title: Chạm một chỗ", "title: '  '"),
        ("number: 1", "number: mười"),
        ("number: 1", "number: 0"),
        ("goal:", "gaol:"),
        ("  man-hinh-chinh:\n", "  Màn hình:\n"),
        ("icon: settings", "icon: Cài đặt"),
        ("tap: cai-dat", "tap:"),
        ("tap: cai-dat", "tap: cai-dat\n    picture: wifi"),
        ("tap: cai-dat", "tap: [cai-dat]"),
    ],
)
def test_a_slip_is_underlined(slip, schema, tmp_path):
    text = example_file("tap").read_text("utf-8")
    assert slip[0] in text
    path = tmp_path / "a.yaml"
    path.write_text(text.replace(*slip, 1), encoding="utf-8")
    assert not schema.is_valid(read(path))


@pytest.mark.parametrize("bare", ["title: 113", "title: 1.5"])
def test_a_bare_number_may_stand_for_a_text_as_it_may_for_lint(bare, schema, tmp_path):
    path = tmp_path / "a.yaml"
    text = example_file("explain").read_text("utf-8")
    path.write_text(text.replace("title: Nói một điều", bare), encoding="utf-8")
    assert schema.is_valid(read(path))
