"""Two themes of our own, dark ink and light paper, and one each for sixteen colours."""

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="nowwhat-dark",
    primary="#8fc9b4",
    secondary="#e3bf8f",
    accent="#8fc9b4",
    warning="#e3bf8f",
    error="#f0a594",
    success="#8fc9b4",
    foreground="#dfe3df",
    background="#12171a",
    surface="#1a2125",
    panel="#57666b",
    dark=True,
    variables={
        "foreground-muted": "#97a5a5",
        "primary-muted": "#4f7d70",
        "text-muted": "#97a5a5",
        "scrollbar": "#5f6f74",
        "scrollbar-hover": "#4f7d70",
        "scrollbar-active": "#4f7d70",
        "scrollbar-background": "#12171a",
        "scrollbar-background-hover": "#12171a",
        "scrollbar-background-active": "#12171a",
    },
)
"""Quiet ink; what is lit is sage, what the coach says is sand."""

LIGHT = Theme(
    name="nowwhat-light",
    primary="#1f6a58",
    secondary="#7d5214",
    accent="#1f6a58",
    warning="#7d5214",
    error="#9b3a24",
    success="#1f6a58",
    foreground="#262c2e",
    background="#f7f4ed",
    surface="#efeadf",
    panel="#8d8778",
    dark=False,
    variables={
        "foreground-muted": "#5a6462",
        "primary-muted": "#5f8d80",
        "text-muted": "#5a6462",
        "scrollbar": "#827c6d",
        "scrollbar-hover": "#5f8d80",
        "scrollbar-active": "#5f8d80",
        "scrollbar-background": "#f7f4ed",
        "scrollbar-background-hover": "#f7f4ed",
        "scrollbar-background-active": "#f7f4ed",
    },
)
"""Paper in daylight."""

_FEW = {
    **BUILTIN_THEMES["ansi-dark"].variables,
    "foreground-muted": "ansi_default",
    "primary-muted": "ansi_default",
    "text-muted": "ansi_default",
    "panel": "ansi_default",
    "surface": "ansi_default",
    "input-cursor-text-style": "reverse",
}

FEW_DARK = Theme(
    name="nowwhat-16-dark",
    ansi=True,
    primary="ansi_bright_cyan",
    secondary="ansi_bright_yellow",
    accent="ansi_bright_cyan",
    warning="ansi_bright_yellow",
    error="ansi_bright_red",
    success="ansi_bright_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    dark=True,
    variables=_FEW,
)
"""The terminal's own colours, for a terminal that has sixteen."""

FEW_LIGHT = Theme(
    name="nowwhat-16-light",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_magenta",
    accent="ansi_blue",
    warning="ansi_magenta",
    error="ansi_red",
    success="ansi_blue",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    dark=False,
    variables=_FEW,
)
"""The same on a light terminal."""

NONE = Theme(
    name="nowwhat-no-colour",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    dark=True,
    variables=_FEW,
)
"""No colour at all: weight, marks and place say everything."""

THEMES = (DARK, LIGHT, FEW_DARK, FEW_LIGHT, NONE)


def theme_for(*, light: bool, few: bool, none: bool) -> str:
    """Name the theme that fits.

    Args:
        light: The person or their terminal wants a light one.
        few: The terminal has sixteen colours.
        none: `NO_COLOR` is set.
    """
    if none:
        return NONE.name
    if few:
        return FEW_LIGHT.name if light else FEW_DARK.name
    return LIGHT.name if light else DARK.name
