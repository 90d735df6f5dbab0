"""How much is let in, how long, and how much of it at once."""

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """The limits of a server. Times in seconds, amounts in bytes, where nothing else is said.

    Attributes:
        sessions: Sessions at once.
        per_address: Sessions and logins at once from one address.
        logins: Connections at once that have not logged in yet.
        login: From the connection to the end of the login.
        tries: Keys and other ways that one connection may try; agents offer many keys.
        idle: Without a key until a session is ended, its draft kept.
        entry: The same for one who has a room's code and no seat yet.
        keepalive: Between two questions whether a client is still there.
        keepalives: Of them unanswered until it is not.
        paste: Of one paste; what is beyond it is dropped.
        ahead: Input that waits for the session to take it; then the client waits.
        queued: Output that waits for a client; then it is painted when the client has read.
        kept: For how long a guest's answers wait after a dropped line.
        guesses: Wrong resume words that one connection may type.
        room: For how long a room is there.
        walls: Screens for all in one room at once; nobody types there, so nothing else ends them.
        end: For a session to end by itself once it is asked to.
    """

    sessions: int = 200
    per_address: int = 50
    logins: int = 64
    login: float = 30.0
    tries: int = 20
    idle: float = 3600.0
    entry: float = 300.0
    keepalive: float = 15.0
    keepalives: int = 3
    paste: int = 32_768
    ahead: int = 16_384
    queued: int = 65_536
    kept: float = 1800.0
    guesses: int = 5
    room: float = 14_400.0
    walls: int = 8
    end: float = 5.0
