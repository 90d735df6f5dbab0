"""What a terminal can do, by its name and the environment: nothing is used that it may lack."""

from collections.abc import Mapping

import msgspec

from nowwhat.wire.palette import Palette


class Abilities(msgspec.Struct, frozen=True):
    """What a terminal can do beyond what all can.

    Attributes:
        palette: How many colours it has.
        erases_in_colour: What is erased takes the background of the pen (terminfo `bce`), and a
            number of cells can be erased at once (`ech`).
        repeats: It repeats the last character (`rep`), also one that is not ASCII. Few that call
            themselves xterm do (JetBrains' and old tmux do not).
        ends_marks: It knows how to end one mark alone (`CSI 22 m` to `29 m`, since the VT220).
    """

    palette: Palette = Palette.TRUE
    erases_in_colour: bool = False
    repeats: bool = False
    ends_marks: bool = True


_TRUE = ("alacritty", "contour", "foot", "ghostty", "kitty", "wezterm", "rio")
"""Terminals by their own name that have all colours, repeat, and erase in colour."""

_DIRECT = "-direct"
_COLOURLESS = ("vt52", "vt100", "vt102", "vt220", "vt320", "vt420", "vt510", "vt520")
_ERASE = ("xterm", "linux", "rxvt", "vte", "konsole", "st-", "putty", "mintty", *_TRUE)
"""Terminals whose terminfo has `bce` and `ech`, by the beginning of their names."""


def abilities_of(environ: Mapping[str, str]) -> Abilities:
    """Read them from `TERM`, `COLORTERM`, `NO_COLOR`, and what multiplexers set."""
    term = environ.get("TERM", "").lower()
    name = term.removeprefix("xterm-")
    own = name.startswith(_TRUE)
    return Abilities(
        palette_of(environ),
        erases_in_colour=term.startswith(_ERASE) or own,
        repeats=own or bool(environ.get("XTERM_VERSION") and term.startswith("xterm")),
        ends_marks=not term.startswith(_COLOURLESS),
    )


def palette_of(environ: Mapping[str, str]) -> Palette:
    """Read how many colours there are."""
    return palette_and_reason(environ)[0]


def palette_and_reason(environ: Mapping[str, str]) -> tuple[Palette, str]:
    """Read how many colours there are, and the name of what in the environment says so."""
    term = environ.get("TERM", "").lower()
    if environ.get("NO_COLOR"):
        return Palette.NONE, "NO_COLOR"
    if term.startswith(_COLOURLESS):
        return Palette.NONE, "TERM"
    if term.endswith(_DIRECT) or term.removeprefix("xterm-").startswith(_TRUE):
        return Palette.TRUE, "TERM"
    fewer = Palette.MANY if "256color" in term else Palette.FEW
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        # GNU screen hands COLORTERM on from where it was started, and lacks the colours.
        in_screen = bool(environ.get("STY")) and not environ.get("TMUX")
        return (fewer, "STY") if in_screen else (Palette.TRUE, "COLORTERM")
    return fewer, "TERM"
