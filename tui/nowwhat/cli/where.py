"""`nowwhat where`: where data, choices and words lie."""

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings


@click.command()
@everywhere
@click.pass_obj
def where(around: Surroundings) -> int:
    """Say where the data, choices and words lie."""
    words = around.pack.words.shell
    for said, path in (
        (words.where_data, around.paths.data),
        (words.where_preferences, around.paths.preferences),
        (words.where_content, around.pack.folder),
    ):
        click.echo(said.replace("{path}", str(path)), file=around.stdout)
    return 0
