"""Pages of the kit: the guide, converted from Markdown, and the lists of icons and numbers."""

import html
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

SOURCE = re.compile(r'src="([^"]*)"')
PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{root}kit.css">
</head>
<body>
<nav><a href="{root}index.html">Bộ soạn bài</a></nav>
<main>
{body}
</main>
{scripts}</body>
</html>
"""


def page(title: str, body: str, root: str = "", scripts: str = "") -> str:
    """A complete HTML page; `root` is the relative path to the kit's folder."""
    return PAGE.format(title=html.escape(title), body=body, root=root, scripts=scripts)


def guide_page(text: str, root: str, link: Callable[[str], str]) -> str:
    """A page of the guide; `link` converts each address in the text."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table")
    parsed = tokens.parse(text)
    title = ""
    for at, token in enumerate(parsed):
        if token.type == "heading_open":
            words = parsed[at + 1].content
            title = title or _plain(words)
            token.attrSet("id", slug(words))
        for child in (token, *(token.children or ())):
            _lead(child, link)
    return page(title, tokens.renderer.render(parsed, tokens.options, {}), root)


def _lead(token: Token, link: Callable[[str], str]) -> None:
    """Converts the addresses in a token."""
    if token.type in ("html_inline", "html_block"):
        token.content = SOURCE.sub(lambda found: f'src="{link(found[1])}"', token.content)
    for name in ("href", "src"):
        address = token.attrGet(name)
        if address is not None:
            token.attrSet(name, link(str(address)))


def slug(heading: str) -> str:
    plain = unicodedata.normalize("NFC", _plain(heading)).lower()
    return re.sub(r"[^\w\- ]", "", plain).strip().replace(" ", "-")


def _plain(words: str) -> str:
    return re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", words)


def icons_page(icons: Mapping[str, Path], words: Mapping[str, str]) -> str:
    """Every icon with its name and search words."""
    cells = [
        f"<figure>{path.read_text('utf-8')}<figcaption><code>{html.escape(name)}</code>"
        f"<br>{html.escape(words.get(name, ''))}</figcaption></figure>"
        for name, path in sorted(icons.items())
    ]
    return page("Các hình nhỏ", f'<h1>Các hình nhỏ</h1><div class="icons">{"".join(cells)}</div>')


def numbers_page(titles: Mapping[int, str], free: tuple[int, ...]) -> str:
    """The used lesson numbers and the next free ones."""
    rows = "".join(
        f"<tr><td>{number}</td><td>{html.escape(titles[number])}</td></tr>"
        for number in sorted(titles)
    )
    offered = ", ".join(map(str, free))
    return page(
        "Số của các bài",
        f"<h1>Số của các bài</h1><p>Số còn trống: <strong>{offered}</strong>…</p>"
        f"<table><tr><th>Số</th><th>Bài</th></tr>{rows}</table>",
    )
