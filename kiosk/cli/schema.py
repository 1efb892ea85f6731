"""`kiosk schema`: the JSON schema of a lesson."""

import json
import sys

import click

from kiosk.content.schema import lesson_schema


@click.command("schema")
def schema() -> None:
    """Lược đồ JSON của bài học, cho trình soạn thảo. | The JSON schema of a lesson."""
    json.dump(lesson_schema(), sys.stdout, ensure_ascii=False, indent=2)
    click.echo()


COMMAND = schema
