"""Where a person's files lie: XDG folders, or one folder that they named."""

from collections.abc import Mapping
from pathlib import Path

import msgspec


class Paths(msgspec.Struct, frozen=True):
    """Folders and files of one person.

    Attributes:
        data: Journal, backups and drafts.
        preferences: The file of their choices.
    """

    data: Path
    preferences: Path


def find_paths(data_dir: Path | None, environ: Mapping[str, str]) -> Paths:
    """Say where a person's files lie.

    Args:
        data_dir: The folder of `--data-dir`; it then holds everything.
        environ: The environment; `NOWWHAT_DATA` does what `--data-dir` does.
    """
    named = environ.get("NOWWHAT_DATA", "")
    folder = data_dir or (Path(named) if named else None)
    if folder is not None:
        folder = _at_home(folder)
        return Paths(data=folder, preferences=folder / "preferences.json")
    from platformdirs import PlatformDirs  # noqa: PLC0415 - 15 ms that a named folder saves

    dirs = PlatformDirs("nowwhat", appauthor=False)
    return Paths(
        data=Path(dirs.user_data_dir), preferences=Path(dirs.user_config_dir) / "preferences.json"
    )


def _at_home(folder: Path) -> Path:
    """Read `~` as a home; where there is no such home, it is a name like any other."""
    try:
        return folder.expanduser()
    except RuntimeError:
        return folder
