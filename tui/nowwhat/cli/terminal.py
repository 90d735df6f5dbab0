"""What the environment tells of the terminal: its colours, its light, where the person may be."""

from collections.abc import Mapping

from nowwhat.app import Terminal
from nowwhat.sitting.desk import Clock
from nowwhat.wire.abilities import abilities_of, palette_of
from nowwhat.wire.palette import Palette
from nowwhat.wire.wire import Wire

STOCK = "NOWWHAT_WIRE"
"""Set to `stock`, it lets Textual paint as it always does."""

_LIGHT = ("7", "15")
"""Backgrounds of `COLORFGBG` that are light."""


def terminal_of(environ: Mapping[str, str], clock: Clock) -> Terminal:
    """Read the environment."""
    palette = palette_of(environ)
    return Terminal(
        light=environ.get("COLORFGBG", "").split(";")[-1] in _LIGHT,
        few=palette is Palette.FEW,
        none=palette is Palette.NONE,
        country=lambda: country_of(environ) or _country_of_zone(clock.now().zone),
    )


def wire_of(environ: Mapping[str, str]) -> Wire | None:
    """Make the way to the terminal; none where stock Textual is wanted."""
    return None if environ.get(STOCK) == "stock" else Wire(abilities_of(environ))


def country_of(environ: Mapping[str, str]) -> str:
    """Guess the country by the locale's region: `en_IE.UTF-8` is Ireland; empty where none is."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        region = environ.get(name, "").split(".")[0].split("@")[0].partition("_")[2]
        if len(region) == 2 and region.isalpha():  # noqa: PLR2004 - ISO 3166
            return region.upper()
    return ""


def _country_of_zone(zone: str) -> str:
    """Guess the country by the zone: the table that the system keeps, where it has one."""
    for table in ("/usr/share/zoneinfo/zone1970.tab", "/usr/share/zoneinfo/zone.tab"):
        try:
            with open(table, encoding="utf-8") as lines:  # noqa: PTH123 - one line of it is read
                for line in lines:
                    codes, _, rest = line.partition("\t")
                    if not line.startswith("#") and rest.split("\t")[1:2] == [zone]:
                        return codes[:2]
        except OSError:
            continue
    return ""
