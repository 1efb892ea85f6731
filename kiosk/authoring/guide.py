"""The pages of the authors' guide: one per kind of step and phone element."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.authoring.examples import (
    element_example_data,
    element_example_file,
    example_data,
    example_file,
)
from kiosk.authoring.guide_fields import Table, field_rows
from kiosk.authoring.schema import Schema, lesson_schema
from kiosk.domain.step import Step
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds

PAGES = Path("docs/authoring")
PICTURES = Path("docs/pictures/authoring")
INDEX = "README"
HEAD = "phan-dau"
COMMON = "buoc-chung"
BACK = "[← Viết một bài học](../authoring.md) · [Mọi loại bước, mọi mục](README.md)"
MADE = "<!-- Trang này do script/authoring-pages viết ra; sửa ở tệp ví dụ và lời tả của trường. -->"
COPY = "Chép cả bài vào một tệp trong `lessons`, đổi `number` sang số còn trống, là chạy được."
COMMENT = re.compile(r"^ *# (.+)$", re.MULTILINE)
TABLE_HEAD = "| Trường | Phải có | Viết gì | Là gì |\n|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class GuideTopic:
    """The subject of a page."""

    page: str
    """The name of the page, and of its picture and lesson."""
    key: str
    title: str
    example: Path
    schema: Schema
    also: frozenset[str] = frozenset()
    """Fields that are described on a page of their own."""

    @property
    def comment(self) -> str:
        """The comments in the example file."""
        return " ".join(COMMENT.findall(self.example.read_text(encoding="utf-8")))


def guide_pages() -> dict[str, str]:
    """The text of each page, by file name."""
    schema = lesson_schema()
    steps, elements = step_topics(schema), element_topics(schema)
    texts = {topic.page: _page(topic, schema["$defs"]) for topic in (*steps, *elements)}
    texts[HEAD] = _head_page(schema)
    texts[COMMON] = _common_page(schema)
    texts[INDEX] = _index_page(steps, elements)
    return {f"{name}.md": text for name, text in texts.items()}


def topics() -> tuple[GuideTopic, ...]:
    """All kinds of steps and elements."""
    schema = lesson_schema()
    return (*step_topics(schema), *element_topics(schema))


def step_topics(schema: Schema) -> tuple[GuideTopic, ...]:
    common = frozenset(Step.model_fields)
    return tuple(
        GuideTopic(
            page=f"buoc-{kind.replace('_', '-')}",
            key=model.key,
            title=str(example_data(kind)["title"]),
            example=example_file(kind),
            schema=_definition(schema, model.__name__),
            also=common - {"screen"} if model.model_fields["screen"].is_required() else common,
        )
        for kind, model in step_kinds().items()
    )


def element_topics(schema: Schema) -> tuple[GuideTopic, ...]:
    return tuple(
        GuideTopic(
            page=f"muc-{key.replace('_', '-')}",
            key=key,
            title=str(element_example_data(key)["title"]),
            example=element_example_file(key),
            schema=_definition(schema, model.__name__),
        )
        for key, model in element_kinds().items()
    )


def _definition(schema: Schema, name: str) -> Schema:
    definition: Schema = schema["$defs"][name]
    return definition


def _page(topic: GuideTopic, defs: Mapping[str, Any]) -> str:
    sort = "Bước" if topic.page.startswith("buoc") else "Mục"
    example = topic.example.read_text(encoding="utf-8").strip()
    tables = field_rows(topic.schema, defs, first=topic.key, without=topic.also)
    parts = [
        MADE,
        f"# {sort} `{topic.key}`: {topic.title}",
        BACK,
        topic.comment,
        f"![{topic.title}](../pictures/authoring/{topic.page}.png)",
        "## Bài nhỏ nhất có nó",
        f"```yaml\n{example}\n```",
        COPY,
        "## Các trường",
        *_tables(tables),
    ]
    if topic.also:
        parts.append(f"Bước nào cũng thêm được [các trường chung]({COMMON}.md).")
    return _joined(parts)


def _tables(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        if table.under:
            yield f"### Trong `{table.under}`"
        yield "\n".join((TABLE_HEAD, *table.rows))


def _head_page(schema: Schema) -> str:
    own = {**schema, "properties": {**schema["properties"]}}
    for part in ("screens", "steps"):
        own["properties"].pop(part)
    tables = field_rows(own, schema["$defs"], first="title")
    introduction = "Các trường này đứng đầu tệp, trước `screens:` và `steps:`."
    return _joined([MADE, "# Phần đầu của bài", BACK, introduction, *_tables(tables)])


def _common_page(schema: Schema) -> str:
    anywhere = next(iter(step_kinds().values())).__name__
    known = _definition(schema, anywhere)
    common = {name: field for name, field in known["properties"].items() if name in _common()}
    tables = field_rows({"properties": common}, schema["$defs"], first="name")
    introduction = "Bước loại nào cũng thêm được các trường này. Không cần thì không viết."
    return _joined([MADE, "# Trường chung của mọi bước", BACK, introduction, *_tables(tables)])


def _common() -> frozenset[str]:
    return frozenset(Step.model_fields)


def _index_page(steps: Iterable[GuideTopic], elements: Iterable[GuideTopic]) -> str:
    return _joined(
        [
            MADE,
            "# Mọi loại bước, mọi mục của điện thoại",
            "[← Viết một bài học](../authoring.md)",
            f"Đầu bài có gì: [phần đầu của bài]({HEAD}.md).",
            "## Loại bước",
            "Trong bước có chữ nào ở cột đầu thì bước là loại ấy.",
            _list_of(steps),
            f"Thêm được vào bước nào cũng được: [các trường chung]({COMMON}.md).",
            "## Mục trên màn hình điện thoại",
            _list_of(elements),
        ]
    )


def _list_of(found: Iterable[GuideTopic]) -> str:
    rows = (f"| [`{topic.key}`]({topic.page}.md) | {topic.title} |" for topic in found)
    return "\n".join(("| Chữ | Là gì |", "|---|---|", *rows))


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"
