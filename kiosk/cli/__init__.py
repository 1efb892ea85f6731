"""The command line: each module here is one command, found by its file's name.

Modules whose name begins with _ are no commands.
"""

import importlib
import pkgutil

import click


class CommandFolder(click.Group):
    """A group whose commands are this package's modules, imported only when they are wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the modules, with hyphens."""
        names = (module.name for module in pkgutil.iter_modules(__path__))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The `COMMAND` of the module of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{__name__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.COMMAND
        return command


@click.command(
    cls=CommandFolder,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Ki-ốt dạy dùng điện thoại. | The kiosk that teaches people to use their phone."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(main.get_command(ctx, "run"))  # type: ignore[arg-type]  # `run` is always there
