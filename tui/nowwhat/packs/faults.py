"""A fault in a pack: its place, and what was expected there."""

from collections.abc import Iterable

import msgspec

from nowwhat.session.typed import shown


class Fault(msgspec.Struct, frozen=True, order=True):
    """One fault, one line.

    Attributes:
        file: The file, from the pack's folder on.
        step: Id of the step, door, pattern or country; empty for the file itself.
        key: The key; empty where it is not about one.
        expected: What was expected there, and what was found.
    """

    file: str
    step: str
    key: str
    expected: str

    def __str__(self) -> str:
        """Write it as `file: step: key: expected`, with nothing in it that a terminal acts upon."""
        return ": ".join(
            shown(part) for part in (self.file, self.step, self.key, self.expected) if part
        )


class PackError(Exception):
    """A pack, or a part of it, cannot be used."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


class UnknownNameError(Exception):
    """There is no script, pattern, pack of this name; the nearest one is offered."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.what, self.name, self.known = what, name, tuple(known)
        super().__init__(f"there is no {what} {name!r}{nearest(name, self.known)}")


class LedScriptError(Exception):
    """A script is asked for alone that a facilitator leads."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"{name!r} is led, for a group: nowwhat walk {name} (one screen for all) "
            f"or nowwhat lead {name} (a room over SSH)"
        )


def nearest(name: str, known: Iterable[str]) -> str:
    """Offer the known name that is nearest to `name`, else all of them: a tail for a sentence."""
    names = [str(k) for k in known]
    return close_to(name, names) or (f"; there is {', '.join(names)}" if names else "")


def close_to(name: str, known: Iterable[str]) -> str:
    """Offer the known name that is nearest to `name`, if one is near: a tail for a sentence."""
    from difflib import get_close_matches  # noqa: PLC0415 - 3 ms, and only for a wrong name

    close = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""
