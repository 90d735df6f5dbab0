"""How a sitting ended."""

import msgspec

from nowwhat.session.state import Ending


class Parted(msgspec.Struct, frozen=True):
    """How a sitting, or a whole visit, ended.

    Attributes:
        ending: How far it came.
        says: What is still to be said on the way out.
        postponed: It is a check-in that was put off.
        stays: Lines of the card that are to stay in the terminal.
        unsaved: What it came to is on no disk yet.
        committed: "I will" was said in it.
    """

    ending: Ending
    says: tuple[str, ...] = ()
    postponed: bool = False
    stays: tuple[str, ...] = ()
    unsaved: bool = False
    committed: bool = False
