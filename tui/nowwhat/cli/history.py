"""`nowwhat history`: what was noted, chosen and tried."""

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings

FORMAT = 1
"""The format of `--json`: an object of this number and four lists of records."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with everything.")
@everywhere
@click.pass_obj
def history(around: Surroundings, as_json: bool) -> int:  # noqa: FBT001 - click gives it so
    """List what was noted, chosen and tried."""
    if as_json:
        click.echo(_json(around), file=around.stdout)
        return 0
    from nowwhat.sitting.history import history_lines  # noqa: PLC0415 - only to show words

    for line in history_lines(around.journal, around.pack.words):
        click.echo(line, file=around.stdout)
    return 0


def _json(around: Surroundings) -> str:
    import msgspec  # noqa: PLC0415 - only for JSON

    journal = around.journal
    whole = {
        "format": FORMAT,
        "insights": journal.insights(),
        "actions": journal.actions(),
        "checkins": journal.checkins(),
        "sessions": journal.sessions(),
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()
