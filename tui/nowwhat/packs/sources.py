"""Where packs lie, and reading their files."""

import tomllib
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

from nowwhat.packs.faults import Fault, PackError, UnknownNameError

MOST_BYTES = 2_000_000
"""No file of a pack is larger; the largest of ours has a twentieth of it."""

FILES = (
    "pack.toml", "interface.toml", "actions.toml", "breathing.toml", "coach.toml", "care.toml",
    "times.toml", "sheet.toml", "rehearsal.toml",
)  # fmt: skip
"""The files of every pack, beside its scripts."""


def content_root(content: Path | None = None) -> Path:
    """Find the folder that holds a folder for each language.

    Args:
        content: A folder that the person named; else the one shipped with the program, else, in a
            checkout, `content/` at its top.
    """
    if content is not None:
        return content
    package = Path(__file__).resolve().parent.parent
    shipped = package / "_content"
    return shipped if shipped.is_dir() else package.parent.parent / "content"


def find_pack(lang: str, content: Path | None = None) -> Path:
    """Find the folder of one language.

    A folder that itself holds a file of a pack is the pack, whatever its language.

    Raises:
        UnknownNameError: No such pack lies there.
    """
    root = content_root(content)
    if content is not None and any((root / file).is_file() for file in FILES):
        return root
    if not root.is_dir():
        raise UnknownNameError("folder of packs", str(root), ())
    known = sorted(folder.name for folder in root.iterdir() if folder.is_dir())
    if lang not in known:
        raise UnknownNameError("pack", lang, known)
    return root / lang


def read_table(folder: Path, file: str) -> dict[str, Any]:  # Any: TOML holds anything
    """Read one TOML file of a pack.

    Raises:
        PackError: It is missing, too large, not UTF-8 or not TOML.
    """
    try:
        raw = (folder / file).read_bytes()
        if len(raw) > MOST_BYTES:
            raise PackError([Fault(file, "", "", f"at most {MOST_BYTES:,} bytes")])
        return tomllib.loads(raw.removeprefix(BOM_UTF8).decode("utf-8"))
    except OSError:
        raise PackError([Fault(file, "", "", "a file that can be read")]) from None
    except UnicodeDecodeError as error:
        raise PackError([Fault(file, "", "", f"UTF-8 (byte {error.start} is not)")]) from None
    except ValueError as error:  # TOMLDecodeError is one; so is a number of 5,000 digits
        raise PackError([Fault(file, "", "", f"TOML: {error}")]) from None
    except RecursionError:
        raise PackError([Fault(file, "", "", "TOML that is nested less deeply")]) from None
