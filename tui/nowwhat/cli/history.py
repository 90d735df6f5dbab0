"""`nowwhat history`: what was noted, chosen and tried."""

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with everything.")
@everywhere
@click.pass_obj
def history(around: Surroundings, as_json: bool) -> int:  # noqa: FBT001 - click gives it so
    """List what was noted, chosen and tried."""
    if as_json:
        from nowwhat.cli.export import json_of  # noqa: PLC0415 - only for JSON

        click.echo(json_of(around), file=around.stdout)
        tell_of_trouble(around)
        return 0
    from nowwhat.sitting.history import history_lines  # noqa: PLC0415 - only to show words

    for line in history_lines(around.journal, around.pack.words):
        click.echo(line, file=around.stdout)
    tell_of_trouble(around)
    return 0
