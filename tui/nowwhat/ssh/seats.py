"""The seats of a room on this server: what brings a participant back, and what they have here."""

import secrets
from hashlib import sha256

from nowwhat.session.script import Script
from nowwhat.ssh.guests import Guests, Stay


class Seat:
    """A participant's seat; it is theirs for as long as the room is there.

    Attributes:
        token: What the room knows them by.
        stay: What they have here, and the words that bring them back to it.
        by_key: Their key does so, too.
        number: What the room counts them as; 0 until they have joined.
    """

    def __init__(self, token: str, stay: Stay, *, by_key: bool) -> None:
        """Keep it for somebody."""
        self.token, self.stay, self.by_key, self.number = token, stay, by_key, 0


class Held:
    """One room as the server holds it: of all this the room itself knows the code alone.

    Attributes:
        number: By which the log names it.
        code: By which participants come.
        leader_code: By which somebody else may lead.
        script: What is led.
        guests: The stays of all who have a seat.
        leaders: Ids of the keys that lead here; empty: whoever began this server.
    """

    def __init__(
        self,
        number: int,
        code: str,
        leader_code: str,
        script: Script,
        guests: Guests,
    ) -> None:
        """Hold it."""
        self.number, self.code, self.leader_code, self.script = number, code, leader_code, script
        self.guests = guests
        self.leaders: set[str] = set()
        self._salt = secrets.token_bytes(16)
        self._seats: dict[str, Seat] = {}

    def token(self, secret: str) -> str:
        """Turn what somebody is known by into what the room may know: a hash of this room alone."""
        return sha256(self._salt + secret.encode()).hexdigest()

    def seat_of_key(self, key: str) -> Seat | None:
        """Find the seat of somebody's key."""
        return self._seats.get(self.token(f"key {key}")) if key else None

    def seat_of_stay(self, stay: Stay) -> Seat | None:
        """Find the seat to which some words led."""
        return next((seat for seat in self._seats.values() if seat.stay is stay), None)

    def offer(self, stay: Stay, key: str) -> Seat:
        """Make a seat for somebody new; it is theirs once they have joined."""
        secret = f"key {key}" if key else f"words {stay.said}"
        return Seat(self.token(secret), stay, by_key=bool(key))

    def give(self, seat: Seat, number: int) -> None:
        """Keep the seat of somebody who has joined."""
        seat.number = number
        self._seats[seat.token] = seat
