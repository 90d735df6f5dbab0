"""What the environment tells of the terminal: its colours, its light, where the person may be."""

from collections.abc import Mapping

from nowwhat.app import Terminal
from nowwhat.settings.places import country_of, country_of_zone
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
        country=lambda: country_of(environ) or country_of_zone(clock.now().zone),
    )


def wire_of(environ: Mapping[str, str]) -> Wire | None:
    """Make the way to the terminal; none where stock Textual is wanted."""
    return None if environ.get(STOCK) == "stock" else Wire(abilities_of(environ))
