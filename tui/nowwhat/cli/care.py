"""`nowwhat care`: people and numbers, at once."""

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings


@click.command(
    epilog="""\b
Examples:
  nowwhat care                 for the country you named last
  nowwhat care --country IE    name a country; it is remembered
"""
)
@click.option("--country", metavar="CODE", default="", help="Two letters: US, GB, DE, ...")
@everywhere
@click.pass_obj
def care(around: Surroundings, country: str) -> int:
    """People and numbers, offline."""
    from nowwhat.sitting.care import care_lines  # noqa: PLC0415 - after the options are known

    pack = around.pack
    if country:
        country = _remembered(around, country)
    named = country or around.preferences.country
    for line in care_lines(pack.care, named, around.clock.now().at.date()):
        click.echo(line, file=around.stdout)
    return 0


def _remembered(around: Surroundings, said: str) -> str:
    """Find the country and remember it; not being able to is no reason to keep numbers back."""
    from msgspec.structs import replace  # noqa: PLC0415 - only when a country is named

    from nowwhat.packs.faults import nearest  # noqa: PLC0415
    from nowwhat.store import StoreError  # noqa: PLC0415

    known = around.pack.care.country
    found = around.pack.care.country_named(said)
    if found is None:
        names = [c.name for c in known]
        click.echo(f"nowwhat: no lines for {said!r}{nearest(said, names)}", err=True)
        return said
    try:
        around.prefer(replace(around.preferences, country=found.code))
    except StoreError as error:
        click.echo(f"nowwhat: {error}", err=True)
    return found.code
