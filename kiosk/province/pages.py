"""Static pages of the figures, which open from a USB stick without server or network."""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.durable import write_durably
from kiosk.province.collection import Refused
from kiosk.province.questions import QueryResult

NAVIGATION = (
    ("index.html", "Tổng quan"),
    ("bai.html", "Bài học"),
    ("buoc-kho.html", "Chỗ vướng"),
    ("tieng.html", "Thứ tiếng"),
    ("ki-ot.html", "Ki-ốt"),
)
STYLE = """
:root { color-scheme: light; }
body { margin: 0; background: #fbf6ea; color: #2d1f14; font: 18px/1.5 Andika, sans-serif; }
header, main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; }
nav a { display: block; padding: .6rem 1rem; color: #14532d; border: 2px solid #14532d;
  border-radius: .5rem; background: #fff; }
nav a[aria-current] { background: #14532d; color: #fff; text-decoration: none; }
.numbers { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none; }
.numbers li { flex: 1 1 12rem; background: #fff; border: 1px solid #cdbfa6; border-radius: .5rem;
  padding: 1rem; }
.numbers b { display: block; font-size: 2.2rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; background: #fff; }
caption { text-align: left; font-weight: bold; padding: .5rem 0; }
th, td { padding: .5rem .7rem; border-bottom: 1px solid #cdbfa6; text-align: left;
  vertical-align: top; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
.bad { color: #8a1c1c; font-weight: bold; }
img { width: 24rem; max-width: 80vw; border: 1px solid #cdbfa6; }
@media (max-width: 40rem) { body { font-size: 16px; } }
"""
NOT_SHOWN = "Nhóm dưới 5 lượt không hiện, để không ai bị nhận ra. Số liệu không có tên người nào."
Cell = Callable[[Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    cell: Cell
    """Returns the HTML of the cell in a row."""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture file of a step (empty for none) and the step's text."""

    file: str
    says: str


Pictures = Mapping[tuple[str, str], Picture]
"""The pictures by lesson id and step identity."""


def write_pages(
    folder: Path,
    answers: Mapping[str, QueryResult],
    months: str,
    refused: Sequence[Refused] = (),
    pictures: Pictures | None = None,
    *,
    web_address: str = "",
) -> None:
    """Writes all pages.

    `web_address`: the address of the web edition, to which lessons are linked; empty for none.

    Raises:
        OSError: a page cannot be written.
    """
    bodies = {
        "index.html": _overview(answers, refused),
        "bai.html": _lessons(answers["lessons"], web_address),
        "buoc-kho.html": _hard_steps(answers["hard_steps"], pictures or {}, web_address),
        "tieng.html": _languages(answers["languages"]),
        "ki-ot.html": _kiosks(answers["kiosks"]),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for (name, title), body in zip(NAVIGATION, bodies.values(), strict=True):
        page = "\n".join(_page(name, title, months, body))
        write_durably(folder / name, page.encode())


def _page(name: str, title: str, months: str, body: str) -> Iterator[str]:
    yield "<!doctype html>"
    yield '<html lang="vi"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title} · Ki-ốt dạy dùng điện thoại</title><style>{STYLE}</style></head>"
    yield f"<body><header><p>Ki-ốt dạy dùng điện thoại · {_text(months)}</p>"
    yield '<nav aria-label="Các trang"><ul>'
    for file, word in NAVIGATION:
        current = ' aria-current="page"' if file == name else ""
        yield f'<li><a href="{file}"{current}>{word}</a></li>'
    yield f"</ul></nav></header><main><h1>{title}</h1>{body}<p>{NOT_SHOWN}</p></main></body></html>"


def _overview(answers: Mapping[str, QueryResult], refused: Sequence[Refused]) -> str:
    sums = answers["overview"].rows[0]
    kiosks = answers["kiosks"].rows
    numbers = (
        ("Ki-ốt đã gửi số liệu", sums["kiosks"]),
        ("Lượt người dùng", sums["visits"]),
        ("Lượt mở bài", sums["opened"]),
        ("Lượt học xong", sums["finished"]),
        ("Ki-ốt im lặng", sum(bool(row["silent"]) for row in kiosks)),
        ("Ki-ốt tối màn hình", sum(bool(row["dark"]) for row in kiosks)),
        ("Ki-ốt chạy bản cũ", sum(bool(row["old"]) for row in kiosks)),
    )
    items = "".join(f"<li><b>{_number(value)}</b>{word}</li>" for word, value in numbers)
    months = _table(
        "Theo tháng",
        answers["months"],
        (
            Column("Tháng", lambda row: f"{row['month']}/{row['year']}"),
            _count("Lượt người", "visits"),
            _count("Học xong", "finished"),
        ),
    )
    return f'<ul class="numbers">{items}</ul>{months}{_refused(refused)}'


def _refused(refused: Sequence[Refused]) -> str:
    if not refused:
        return ""
    items = "".join(
        f"<li>{_text(each.path.parent.name)}/{_text(each.path.name)}: {_text(each.why)}</li>"
        for each in refused
    )
    return f"<h2>Tệp không dùng được</h2><ul>{items}</ul>"


def _lesson(web_address: str) -> Column:
    def title(row: Mapping[str, Any]) -> str:
        link = f'<a href="{_text(web_address)}#{_text(row["id"])}">'
        return f"{link}{_text(row['title'])}</a>" if web_address else _text(row["title"])

    return Column("Bài", title)


def _lessons(answer: QueryResult, web_address: str) -> str:
    return _table(
        "Bài nào được học xong nhiều",
        answer,
        (
            _lesson(web_address),
            _count("Mở", "opened"),
            _count("Học xong", "finished"),
            _count("Trở lại", "came_back"),
            _count("Tự làm được", "unaided"),
        ),
    )


def _hard_steps(answer: QueryResult, pictures: Pictures, web_address: str) -> str:
    def step(row: Mapping[str, Any]) -> str:
        picture = pictures.get((row["id"], row["step"]))
        if picture is None:
            return _text(row["step"])
        image = f'<img src="{_text(picture.file)}" alt="">' if picture.file else ""
        return f"{_text(picture.says)}<br>{image}"

    return _table(
        "Bước nào bà con hay vướng",
        answer,
        (
            _lesson(web_address),
            Column("Bước", step),
            _count("Xem", "shown"),
            _count("Cần chỉ tay", "stuck"),
            _count("Bỏ dở", "left"),
            _count("Gọi cán bộ", "called"),
        ),
    )


def _languages(answer: QueryResult) -> str:
    columns = (Column("Tiếng", lambda row: _text(row["language"])), _count("Mở bài", "opened"))
    return _table("Bài được mở bằng tiếng nào", answer, columns)


def _kiosks(answer: QueryResult) -> str:
    def state(row: Mapping[str, Any]) -> str:
        words = [
            word
            for name, word in (
                ("silent", "im lặng"),
                ("dark", "màn hình tối"),
                ("old", "bản cũ"),
            )
            if row[name]
        ]
        problems = [_text(each) for each in row["problems"] or ()]
        shown = f'<span class="bad">{", ".join(words)}</span>' if words else "ổn"
        return "<br>".join((shown, *problems))

    return _table(
        "Các ki-ốt; máy cần xem lại đứng trước",
        answer,
        (
            Column("Trung tâm", lambda row: _text(row["centre"])),
            Column("Tình trạng", state),
            _count("Lượt người", "visits"),
            _count("Học xong", "finished"),
            _count("Gọi cán bộ", "called"),
            _when("Vẽ lần cuối", "frame_at"),
            _when("Nói lần cuối", "voice_at"),
            _when("In lần cuối", "printed_at"),
            _when("Nhận gói lần cuối", "synced_at"),
            Column("Gói", lambda row: _text(row["pack"] or "–"), is_number=True),
            Column("Bản", lambda row: _text(row["version"] or "–")),
        ),
    )


def _table(caption: str, answer: QueryResult, columns: Sequence[Column]) -> str:
    if not answer.rows:
        return f"<h2>{caption}</h2><p>Chưa có số liệu.</p>"
    head = "".join(f"<th scope='col'{_class(each)}>{each.heading}</th>" for each in columns)
    body = "".join(f"<tr>{_cells(row, columns)}</tr>" for row in answer.rows)
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{caption}"><table>'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
        "</table></div>"
    )


def _cells(row: Mapping[str, Any], columns: Iterable[Column]) -> str:
    return "".join(f"<td{_class(each)}>{each.cell(row)}</td>" for each in columns)


def _class(column: Column) -> str:
    return ' class="n"' if column.is_number else ""


def _count(heading: str, name: str) -> Column:
    return Column(heading, lambda row: _number(row[name]), is_number=True)


def _when(heading: str, name: str) -> Column:
    return Column(heading, lambda row: _text((row[name] or "–")[:16].replace("T", " ")))


def _number(value: object) -> str:
    """A number with dots as thousands separators; a dash for other values."""
    return f"{int(value):,}".replace(",", ".") if isinstance(value, int) else "–"


def _text(value: object) -> str:
    return html.escape(str(value))
