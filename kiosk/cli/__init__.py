"""The command line: each module in this package is a command with the module's name.

Modules whose name begins with _ are not commands.
"""

import importlib
import pkgutil

import click

from kiosk.folders import NoHomeError

NO_HOME = (
    "Không biết để tệp của ki-ốt ở đâu: người dùng này không có thư mục nhà. Đặt {variable}. | "
    "There is no telling where the kiosk's files lie: this user has no home. Set {variable}."
)


class CommandFolder(click.Group):
    """A click group whose commands are this package's modules, imported when needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the modules, with hyphens."""
        names = (module.name for module in pkgutil.iter_modules(__path__))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The `COMMAND` of the module with this name; None if there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{__name__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.COMMAND
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; shows a message if the user has no home directory."""
        try:
            return super().invoke(ctx)
        except NoHomeError as problem:
            raise click.ClickException(NO_HOME.format(variable=problem)) from problem


def tell_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    """Prints the version and exits."""
    if wanted and not ctx.resilient_parsing:
        from kiosk.version import version  # noqa: PLC0415 - runs git

        click.echo(f"kiosk {version()}")
        ctx.exit()


@click.command(
    cls=CommandFolder,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=tell_version,
    help="Phiên bản và commit. | Version and commit.",
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Ki-ốt dạy dùng điện thoại. | The kiosk that teaches people to use their phone."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(main.get_command(ctx, "run"))  # type: ignore[arg-type]  # `run` is always there
