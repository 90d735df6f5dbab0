"""How a sitting ended on the screen."""

import msgspec

from nowwhat.session.state import Ending


class Parted(msgspec.Struct, frozen=True):
    """How a sitting ended on this screen.

    Attributes:
        ending: How far it came.
        says: What is said on the way out.
        postponed: It is a check-in that was put off.
        stays: Lines of the card that are to stay in the terminal.
        unsaved: It could not be written to disk.
        committed: "I will" was said in it.
    """

    ending: Ending
    says: tuple[str, ...] = ()
    postponed: bool = False
    stays: tuple[str, ...] = ()
    unsaved: bool = False
    committed: bool = False
