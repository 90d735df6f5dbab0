"""`nowwhat export`: the journal as Markdown, JSON, CSV or iCalendar."""

from pathlib import Path

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble

_STDOUT = "-"


@click.command(
    epilog="""\b
Examples:
  nowwhat export md                     to read, or to print
  nowwhat export json -o journal.json   everything; `nowwhat import` brings it back
  nowwhat export csv -o journal.csv     for a spreadsheet
  nowwhat export ics -o plans.ics       for a calendar; your words with --show

A file is readable by you alone (0600), and takes no other's place without --force.
"""
)
@click.argument("kind", metavar="md|json|csv|ics", type=click.Choice(["md", "json", "csv", "ics"]))
@click.option("-o", "--output", metavar="FILE", default=_STDOUT, help="Where to; - is the output.")
@click.option("--force", is_flag=True, help="Take the place of a file that is there.")
@click.option("--show", is_flag=True, help="In a calendar, your words in place of a neutral title.")
@everywhere
@click.pass_obj
def export(
    around: Surroundings,
    kind: str,
    output: str,
    force: bool,  # noqa: FBT001 - click gives it so
    show: bool,  # noqa: FBT001 - click gives it so
) -> int:
    """Take the journal along.

    Unfinished sessions and choices are not in it.
    """
    if kind == "ics":
        data = _calendar(around, show=show)
    else:
        data = _text(around, kind, to_file=output != _STDOUT).encode("utf-8", "replace")
    tell_of_trouble(around)
    if output != _STDOUT:
        _write(Path(output), data, force=force)
    elif (raw := getattr(around.stdout, "buffer", None)) is None or _shows_others(around):
        click.echo(data.decode(), file=around.stdout, nl=False)
    else:
        around.stdout.flush()
        raw.write(data)
        raw.flush()
    return 0


def json_of(around: Surroundings, *, to_file: bool = False) -> str:
    """Write the journal as JSON: `history --json` and `export json` are one and the same."""
    from nowwhat.exports.whole import as_json  # noqa: PLC0415 - see `export`
    from nowwhat.sitting.taking import everything_in  # noqa: PLC0415

    utf8 = (around.stdout.encoding or "utf-8").lower().replace("-", "") == "utf8"
    return as_json(everything_in(around.journal), ascii_only=not (utf8 or to_file))


def _text(around: Surroundings, kind: str, *, to_file: bool) -> str:
    from nowwhat.sitting.taking import everything_in  # noqa: PLC0415 - what is asked for, alone

    if kind == "json":
        return json_of(around, to_file=to_file) + "\n"
    if kind == "csv":
        from nowwhat.exports.table import as_csv  # noqa: PLC0415 - see above

        return as_csv(everything_in(around.journal), bom=to_file)
    from nowwhat.exports.markdown import as_markdown  # noqa: PLC0415 - see above

    return as_markdown(everything_in(around.journal), around.pack.words.export)


def _calendar(around: Surroundings, *, show: bool) -> bytes:
    from nowwhat.exports.calendar import as_ics, timed  # noqa: PLC0415 - 200 ms

    journal, words = around.journal, around.pack.words
    actions = journal.actions()
    without = len(actions) - len(timed(actions))
    if without:
        said = words.taking.no_time.replace("{count}", str(without))
        click.echo(f"nowwhat: {said}", err=True)
    return as_ics(actions, journal.checkins(), words.export, show=show)


def _write(path: Path, data: bytes, *, force: bool) -> None:
    from nowwhat.exports.writing import ExportError, write_file  # noqa: PLC0415 - see `_text`

    try:
        write_file(path, data, force=force)
    except ExportError as error:
        raise click.UsageError(f"{path} was not written: {error}") from None


def _shows_others(around: Surroundings) -> bool:
    """Say whether the output is a terminal that shows something else than UTF-8."""
    encoding = (around.stdout.encoding or "utf-8").lower().replace("-", "")
    return around.stdout.isatty() and encoding != "utf8"
