"""Options that several commands share."""

import click

LANG = click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ. | Language."
)
LAYOUT = click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Chữ để đọc, hoặc JSON cho chương trình. | Text to read, or JSON for programs.",
)
