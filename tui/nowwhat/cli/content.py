"""`nowwhat content`: packs of words, for those who write them."""

from pathlib import Path

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings


@click.group()
@everywhere
def content() -> None:
    """Check a pack of words."""


@content.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@everywhere
@click.pass_obj
def check(around: Surroundings, folder: Path | None) -> int:
    """Report every fault of the pack in FOLDER, one a line; exit status 2 where there is one.

    Without FOLDER: the pack in use.
    """
    from nowwhat.packs.check import check_pack  # noqa: PLC0415 - after the options are known
    from nowwhat.packs.pack import Pack  # noqa: PLC0415

    pack = Pack.find(around.lang or "en", folder) if folder else around.pack
    faults = check_pack(pack)
    for fault in faults:
        click.echo(str(fault), file=around.stdout)
    if faults:
        return 2
    shell = around.pack.words.shell if folder is None else pack.words.shell
    click.echo(shell.content_good.replace("{path}", str(pack.folder)), file=around.stdout)
    return 0
