"""`kiosk schema`: the JSON schema of a lesson."""

import click

from kiosk.authoring.schema import schema_text


@click.command("schema")
def schema() -> None:
    """Lược đồ JSON của bài học, cho trình soạn thảo. | The JSON schema of a lesson."""
    click.echo(schema_text(), nl=False)


COMMAND = schema
