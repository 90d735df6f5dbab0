"""`nowwhat history`: what was noted, chosen and tried."""

import re

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble

FORMAT = 1
"""The format of `--json`: an object of this number and a list of records for each kind."""

_ACTING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What JSON may hold as it is and a terminal would act upon."""

_FOREIGN = re.compile(r"[^\x00-\x7e]")
"""What an output may lack that is not UTF-8."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with everything.")
@everywhere
@click.pass_obj
def history(around: Surroundings, as_json: bool) -> int:  # noqa: FBT001 - click gives it so
    """List what was noted, chosen and tried."""
    if as_json:
        click.echo(_json(around), file=around.stdout)
        tell_of_trouble(around)
        return 0
    from nowwhat.sitting.history import history_lines  # noqa: PLC0415 - only to show words

    for line in history_lines(around.journal, around.pack.words):
        click.echo(line, file=around.stdout)
    tell_of_trouble(around)
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
        "ladders": journal.ladders(),
        "rungs": journal.rungs(),
    }
    text = msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()
    utf8 = (around.stdout.encoding or "utf-8").lower().replace("-", "") == "utf8"
    return (_ACTING if utf8 else _FOREIGN).sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
