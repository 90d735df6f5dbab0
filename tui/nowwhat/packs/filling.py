"""Filling a pack's words with what the person wrote, and choosing among their alternatives."""

import re
from collections.abc import Mapping

from nowwhat.session.typed import shown

_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


def pick(alternatives: tuple[str, ...], visit: int) -> str:
    """Choose the wording of a visit: each comes in its turn; nothing where there is none."""
    return alternatives[visit % len(alternatives)] if alternatives else ""


def fill(words: str, values: Mapping[str, str | int]) -> str:
    """Put values where their names stand; a value is never looked at for names itself."""
    return _PLACEHOLDER.sub(lambda found: shown(str(values.get(found[1], ""))), words)
