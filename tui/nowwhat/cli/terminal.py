"""What the environment tells of the terminal: its colours, its light, where the person may be."""

from collections.abc import Mapping

from nowwhat.app import Terminal
from nowwhat.settings.places import country_of, country_of_zone
from nowwhat.sitting.desk import Clock

_FEW = ("linux", "xterm", "vt100", "vt220", "screen", "ansi", "xterm-16color")
_LIGHT = ("7", "15")
"""Backgrounds of `COLORFGBG` that are light."""


def terminal_of(environ: Mapping[str, str], clock: Clock) -> Terminal:
    """Read the environment."""
    many = environ.get("COLORTERM", "").lower() in ("truecolor", "24bit")
    return Terminal(
        light=environ.get("COLORFGBG", "").split(";")[-1] in _LIGHT,
        few=not many and environ.get("TERM", "") in _FEW,
        none=bool(environ.get("NO_COLOR")),
        country=lambda: country_of(environ) or country_of_zone(clock.now().zone),
    )
