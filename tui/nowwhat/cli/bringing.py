"""`nowwhat import`: a journal of nowwhat's, or a jrnl export, brought in."""

from datetime import UTC, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.stdin import given_bytes
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble

if TYPE_CHECKING:
    from nowwhat.session.moment import Moment


@click.command(
    "import",
    epilog="""\b
Examples:
  nowwhat import journal.json
  jrnl --format json | nowwhat import -     each entry becomes an insight
""",
)
@click.argument("file", metavar="FILE|-")
@everywhere
@click.pass_obj
def bringing(around: Surroundings, file: str) -> int:
    """Bring in what `nowwhat export json` or `jrnl --format json` wrote.

    What is here already stays as it is, so that to bring a file in twice is to bring it in once.
    """
    from nowwhat.exports.bringing import brought  # noqa: PLC0415 - after the file is known
    from nowwhat.exports.reading import ImportRefusedError  # noqa: PLC0415
    from nowwhat.sitting.taking import bring_in  # noqa: PLC0415

    now = around.clock.now()
    try:
        batch = brought(_read(around, file), _zone_of(now), now.zone)
    except ImportRefusedError as error:
        raise click.UsageError(f"{file} was not brought in: {error}") from None
    found = bring_in(batch, around.journal)
    tell_of_trouble(around)
    said = around.pack.words.taking.brought
    for name, count in (("new", found.new), ("known", found.known)):
        said = said.replace(f"{{{name}}}", str(count))
    click.echo(said, file=around.stdout)
    return 0


def _read(around: Surroundings, file: str) -> bytes:
    from nowwhat.exports.reading import MOST_BYTES, ImportRefusedError  # noqa: PLC0415 - see above

    try:
        with given_bytes(around.stdin) if file == "-" else Path(file).open("rb") as given:
            data = given.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "this is no name for a file"
        raise click.UsageError(f"{file} cannot be read ({reason})") from None
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(f"it is larger than {MOST_BYTES // 1024**2} MB")
    return data


def _zone_of(now: "Moment") -> tzinfo:
    """Give the zone by its name, which knows its summers; else the offset of the present."""
    try:
        return ZoneInfo(now.zone)
    except (LookupError, ValueError, OSError):
        return now.at.tzinfo or UTC
