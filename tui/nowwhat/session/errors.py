"""What the engine refuses: an event out of turn, a beginning that is owed a check-in."""


class SessionError(Exception):
    """The engine refused; the state is as it was."""


class OutOfTurnError(SessionError):
    """The event does not fit where the sitting stands. The state has not changed."""


class NotAnAnswerError(SessionError):
    """The event fits the step, but its value is none that the step takes."""


class CheckInOwedError(SessionError):
    """Actions are open: they are accounted for before a new insight is noted."""


class NoActionError(SessionError):
    """The script came to its end without a committed action; such a script is not a session."""
