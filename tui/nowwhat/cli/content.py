"""`nowwhat content`: packs of words, for those who write them and those who print them."""

from pathlib import Path

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings


@click.group()
@everywhere
def content() -> None:
    """Check a pack of words; print its sheets."""


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


@content.command(
    epilog="""\b
Examples:
  nowwhat content sheet                        all pages for a group
  nowwhat content sheet --begin 18:00 --country IE
  nowwhat content sheet --part slip --host 192.0.2.7 --code amber-otter
  nowwhat content sheet --part worksheet | lp  one page to the printer
  nowwhat content sheet bridge                 the worksheet of another script
"""
)
@click.argument("script", required=False, default="group")
@click.option(
    "--part",
    type=click.Choice(["run", "slip", "worksheet", "privacy", "distress"]),
    help="One page alone.",
)
@click.option("--begin", metavar="HH:MM", default="", help="When it begins, for the run-sheet.")
@click.option("--host", metavar="NAME", default="", help="Where to connect to, for the slip.")
@click.option("--port", type=click.IntRange(1, 65535), default=2222, show_default=True)
@click.option("--code", metavar="WORDS", default="", help="The room's code, for the slip.")
@click.option("--fingerprint", metavar="SHA256:...", default="", help="Of the host key.")
@click.option("--country", metavar="CODE", default="", help="Whose numbers: US, GB, DE, ...")
@everywhere
@click.pass_obj
def sheet(around: Surroundings, /, **options: object) -> int:
    """Print what SCRIPT needs on paper: run-sheet, join slip, worksheet, privacy, distress.

    Markdown, 78 columns wide. Where it goes to no terminal, each page begins on a new one.
    """
    import msgspec  # noqa: PLC0415 - after the options are known

    from nowwhat.cli.sheets import Wanted, pages_of  # noqa: PLC0415

    pages = (
        "".join(f"{line}\n" for line in page)
        for page in pages_of(around, msgspec.convert(options, Wanted))
    )
    between = "" if around.stdout.isatty() else "\f"
    click.echo(between.join(pages), file=around.stdout, nl=False)
    return 0
