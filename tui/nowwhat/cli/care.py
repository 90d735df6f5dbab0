"""`nowwhat care`: people and numbers, at once."""

from typing import TYPE_CHECKING

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from nowwhat.settings.preferences import Preferences


@click.command(
    epilog="""\b
Examples:
  nowwhat care                 for the country you named last
  nowwhat care Ireland         name a country; it is remembered
  nowwhat care --country IE
"""
)
@click.argument("place", nargs=-1, metavar="[COUNTRY]")
@click.option("--country", metavar="CODE", default="", help="Two letters: US, GB, DE, ...")
@everywhere
@click.pass_obj
def care(around: Surroundings, place: tuple[str, ...], country: str) -> int:
    """People and numbers, offline."""
    from nowwhat.sitting.care import care_lines  # noqa: PLC0415 - after the options are known

    preferences = _preferences(around)
    country = country or " ".join(place)
    if country:
        country = _remembered(around, preferences, country)
    elif preferences is not None:
        country = preferences.country
    for line in care_lines(around.pack.care, country, around.clock.now().at.date()):
        click.echo(line, file=around.stdout)
    return 0


def _preferences(around: Surroundings) -> "Preferences | None":
    """Read the choices; that they cannot be read is no reason to keep numbers back."""
    from nowwhat.settings.preferences import Preferences, PreferencesError  # noqa: PLC0415

    try:
        return around.preferences
    except PreferencesError as error:
        click.echo(f"nowwhat: {error}", err=True)
        around.lang = around.lang or Preferences().lang
        return None


def _remembered(around: Surroundings, preferences: "Preferences | None", said: str) -> str:
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
    if preferences is None or found.code == preferences.country:
        return found.code
    try:
        around.prefer(replace(preferences, country=found.code))
    except StoreError as error:
        click.echo(f"nowwhat: {error}", err=True)
    return found.code
