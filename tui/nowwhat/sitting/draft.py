"""A draft: everything a sitting needs to stand again where it stood, in one small file."""

import msgspec

from nowwhat.session.events import Event
from nowwhat.session.flow import begin, replay
from nowwhat.session.moment import Moment
from nowwhat.session.records import Action
from nowwhat.session.script import Depth, Fact, Script
from nowwhat.session.state import State

FORMAT = 1


class Taken(msgspec.Struct, frozen=True, array_like=True):
    """An event, and when it was taken."""

    at: Moment
    event: Event


class Draft(msgspec.Struct, frozen=True, omit_defaults=True):
    """A sitting, as it is kept between two answers.

    Attributes:
        id: The session's id.
        lang: Language of its words.
        began: When it began.
        script: The script that it began with; a changed pack does not change it.
        depth: The form in which it began.
        facts: What was known then.
        about: The earlier action that it is about.
        visit: How many sessions were before; wordings vary with it.
        taken: The events, in order.
        half: What is typed at the step that is open, and not yet given.
        halves: The same of other steps, by their ids; it is there again when they are.
        format: The format of drafts; `FORMAT`.
    """

    id: str
    lang: str
    began: Moment
    script: Script
    depth: Depth = "short"
    facts: frozenset[Fact] = frozenset()
    about: Action | None = None
    visit: int = 0
    taken: tuple[Taken, ...] = ()
    half: str = ""
    halves: dict[str, str] = {}
    format: int = FORMAT

    @property
    def state(self) -> State:
        """Where it stands: its events, gone through again.

        Raises:
            SessionError: The events do not fit the script.
        """
        subject = self.about.text if self.about else ""
        opened = begin(self.script, depth=self.depth, facts=self.facts, subject=subject)
        return replay(opened, (taken.event for taken in self.taken))


class DraftError(Exception):
    """A draft cannot be read; it says no word of what stands in it."""


def encode(draft: Draft) -> bytes:
    """Write a draft down; what no file can hold (half a surrogate pair) becomes U+FFFD."""
    return msgspec.json.encode(draft)


def decode(raw: bytes) -> Draft:
    """Read a draft.

    Raises:
        DraftError: It is none, or one of a newer program.
    """
    try:
        draft = msgspec.json.decode(raw, type=Draft)
    except (msgspec.DecodeError, ValueError):
        raise DraftError("this is no draft that can be read") from None
    if draft.format > FORMAT:
        raise DraftError("this draft was begun by a newer program")
    return draft
