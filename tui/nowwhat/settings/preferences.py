"""What a person chose for themselves, kept in one small file beside nothing private."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec


class Preferences(msgspec.Struct, frozen=True, omit_defaults=True):
    """The choices.

    Attributes:
        breath: Whether noticing the breath tends to help; empty until they said.
        country: ISO 3166 code of the place whose help lines to show; empty until they said.
        lang: Language of the pack.
        bell: In line mode, a bell at each turn of the breath instead of a line.
        seen: The first-run screen was seen.
        motion: Whether the full screen moves: the breath as a shape, or in words alone.
        look: Dark or light; empty: as the terminal seems to be.
        person: Somebody to call, as the person wrote it; empty where they named nobody.
        zone: Where a server asked: the zone they live in, an IANA name or `UTC+02:00`; empty: the
            machine's own.
    """

    breath: Literal["", "helps", "worse", "unsure"] = ""
    country: str = ""
    lang: str = "en"
    bell: bool = False
    seen: bool = False
    motion: Literal["full", "less"] = "full"
    look: Literal["", "dark", "light"] = ""
    person: str = ""
    zone: str = ""


class PreferencesError(Exception):
    """The file of choices cannot be used; it says which and what to do."""


def load(path: Path) -> Preferences:
    """Read the choices; a missing file is one in which nothing has been chosen.

    Raises:
        PreferencesError: The file cannot be read or is none of ours.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Preferences)
    except (FileNotFoundError, NotADirectoryError):
        return Preferences()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        raise PreferencesError(
            f"{path} cannot be read as preferences; mend it or move it away"
        ) from None


def save(preferences: Preferences, path: Path, write: Callable[[Path, bytes], None]) -> None:
    """Write the choices through `write`, which replaces a file in one go."""
    raw = msgspec.json.format(msgspec.json.encode(preferences), indent=2)
    write(path, raw + b"\n")
