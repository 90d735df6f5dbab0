"""What can be asked of a room, as values; `rules` says who may ask which, and when."""

from datetime import date

import msgspec

from nowwhat.group.pace import Turn
from nowwhat.group.room import Kind, Place


class Join(msgspec.Struct, frozen=True, tag="join"):
    """Come in for the first time.

    Attributes:
        token: What the server will know them again by, a hash.
        name: What they want to be called; may be empty.
    """

    token: str
    name: str = ""


class Return(msgspec.Struct, frozen=True, tag="return"):
    """Come back as who one was."""

    token: str


class Leave(msgspec.Struct, frozen=True, tag="leave"):
    """Leave, by one's own choice; what was shared stays unless it is taken back."""


class Drop(msgspec.Struct, frozen=True, tag="drop"):
    """A line is gone.

    Attributes:
        line: Which one; none: whichever there is.
    """

    line: int | None = None


class Reached(msgspec.Struct, frozen=True, tag="reached"):
    """Be at a stop, by its place in the agenda."""

    stop: int


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """Be ready to go on, or not yet after all."""

    yes: bool = True


class Share(msgspec.Struct, frozen=True, tag="share"):
    """Share one thing.

    Attributes:
        text: Its words.
        kind: What it is; one of each may be in a place.
        named: With one's name; who has none shares without.
        place: Who shall see it.
    """

    text: str
    kind: Kind
    named: bool = False
    place: Place = "board"


class TakeBack(msgspec.Struct, frozen=True, tag="take_back"):
    """Take back what one shared; nothing of it stays."""

    item: int


class SpeakAfter(msgspec.Struct, frozen=True, tag="speak_after"):
    """Ask to be spoken to afterwards; only the facilitator sees it."""

    yes: bool = True


class WantBuddy(msgspec.Struct, frozen=True, tag="want_buddy"):
    """Ask for a buddy, or for none any more."""

    yes: bool = True


class AskBuddy(msgspec.Struct, frozen=True, tag="ask_buddy"):
    """Say on what day one will ask one's buddy what became of it; none: one will not."""

    day: date | None


class BreatheTogether(msgspec.Struct, frozen=True, tag="breathe_together"):
    """Begin a breathing that all see in the same phase."""

    pattern: str


class BreatheNoMore(msgspec.Struct, frozen=True, tag="breathe_no_more"):
    """End it."""


class Lock(msgspec.Struct, frozen=True, tag="lock"):
    """Let nobody new in; those whose line dropped may still return."""


class Unlock(msgspec.Struct, frozen=True, tag="unlock"):
    """Let people in again."""


class OpenSharing(msgspec.Struct, frozen=True, tag="open_sharing"):
    """Let the board take what is shared."""


class CloseSharing(msgspec.Struct, frozen=True, tag="close_sharing"):
    """Let it take no more; what is there stays."""


class Hide(msgspec.Struct, frozen=True, tag="hide"):
    """Take something from view."""

    item: int


class Unhide(msgspec.Struct, frozen=True, tag="unhide"):
    """Let it be seen again."""

    item: int


class Remove(msgspec.Struct, frozen=True, tag="remove"):
    """Take somebody out; they may come back while the room is not locked."""

    who: int


class Ban(msgspec.Struct, frozen=True, tag="ban"):
    """Take somebody out for good."""

    who: int


class Pair(msgspec.Struct, frozen=True, tag="pair"):
    """Make buddies of those who want one and have none.

    Attributes:
        seed: Draws the order.
    """

    seed: int


class Hands(msgspec.Struct, frozen=True, tag="hands"):
    """Note a show of hands for the open stop; none: it was not meant."""

    count: int | None


class End(msgspec.Struct, frozen=True, tag="end"):
    """End it for all."""


class Attend(msgspec.Struct, frozen=True, tag="attend"):
    """Come to lead, or back to it."""

    token: str


class Depart(msgspec.Struct, frozen=True, tag="depart"):
    """A line of somebody who leads is gone; the room goes on. `line` as in `Drop`."""

    token: str
    line: int | None = None


class Expire(msgspec.Struct, frozen=True, tag="expire"):
    """The room's time is up."""


Newcomer = Join | Return
OfParticipant = (
    Leave | Drop | Reached | Ready | Share | TakeBack | SpeakAfter | WantBuddy | AskBuddy
)
OfFacilitator = (
    Turn
    | BreatheTogether
    | BreatheNoMore
    | Lock
    | Unlock
    | OpenSharing
    | CloseSharing
    | Hide
    | Unhide
    | Remove
    | Ban
    | Pair
    | Hands
    | End
    | Attend
    | Depart
)
Command = Newcomer | OfParticipant | OfFacilitator | Expire
