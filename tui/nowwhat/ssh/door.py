"""The door: who a connection is, before anything is opened for it."""

import asyncio
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import asyncssh

from nowwhat.group.tries import neighbourhood
from nowwhat.ssh.call import Call
from nowwhat.ssh.channel import Channel
from nowwhat.ssh.house import House
from nowwhat.ssh.names import Aim, asked_by
from nowwhat.ssh.state import StateError
from nowwhat.ssh.visitor import Guest, Person, id_of

if TYPE_CHECKING:
    from asyncssh.auth import KbdIntChallenge, KbdIntResponse

_SWALLOWS = 64 * 1024
"""Bytes that the kernel may hold for a client that does not read."""

_FLUSH = 2.0
"""Seconds for the last words to go out."""

_SHORT = 12
"""Characters of a person's id that the log has."""


class Door(asyncssh.SSHServer):
    """One connection, from its first byte.

    asyncssh asks about a key when a client only wonders whether it would do, too, without any
    proof that the key is theirs. What a key says is therefore forgotten whenever another way is
    tried, and read only when a session is opened: by then the way that was gone last is proven.
    """

    def __init__(self, house: House) -> None:
        """Open it."""
        self._house = house
        self._person: Person | None = None
        self._tries, self._explained = 0, False
        self._asked, self._address = asked_by(""), ""
        self._meant: Aim | None = None
        self._key = ""

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Let in as many as there is room for at the door."""
        house = self._house
        self._conn, self._number = conn, house.number()
        peer = conn.get_extra_info("peername")
        self._host = str(peer[0]) if peer else ""
        self._address = house.log.address(self._host)
        sock = conn.get_extra_info("socket")
        if sock is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SWALLOWS)
        if house.knock(self, self._address):
            house.log.tell("connect", connection=self._number, source=self._address)
        else:
            house.log.tell("limit", connection=self._number, what="connections")
            conn.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Close it."""
        del exc
        self._house.gone(self)

    async def close(self) -> None:
        """Close the connection, once what was said has gone out; or without that, soon."""
        self._conn.close()
        try:
            await asyncio.wait_for(self._conn.wait_closed(), _FLUSH)
        except TimeoutError:
            self._conn.abort()

    def begin_auth(self, username: str) -> bool:
        """Ask everybody: who is not asked never offers their key."""
        self._asked, self._person, self._key = asked_by(username), None, ""
        self._meant = self._house.rooms.aim(self._asked, self._host)
        return True

    def public_key_auth_supported(self) -> bool:
        """Take keys."""
        return True

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Say whether this key would open anything; it is not proven yet that they have it."""
        del username
        self._person, self._key = None, ""
        if not self._one_more():
            return False
        try:
            return self._known(key)
        except StateError as error:
            self._house.log.mishap(error, connection=self._number)
            return False

    def kbdint_auth_supported(self) -> bool:
        """Take guests without a question; to others it is said here what they need."""
        return True

    def get_kbdint_challenge(self, username: str, lang: str, submethods: str) -> "KbdIntChallenge":
        """Let a guest in, or explain."""
        del username, lang, submethods
        self._person, self._key = None, ""
        if not self._one_more():
            return False
        if self._enters_without_key:
            return "", "", "", ()
        self._explain()
        return False

    def validate_kbdint_response(
        self, username: str, responses: "KbdIntResponse"
    ) -> "KbdIntChallenge":
        """Let a guest in: nothing was asked."""
        del username, responses
        self._person, self._key = None, ""
        return self._enters_without_key

    def password_auth_supported(self) -> bool:
        """Take no passwords."""
        return False

    def host_based_auth_supported(self) -> bool:
        """Take nobody's word for it."""
        return False

    def auth_completed(self) -> None:
        """Take note that they are in."""
        self._house.let_in(self)
        who = self._person.id[:_SHORT] if self._person else "guest"
        self._house.log.tell("authenticate", connection=self._number, who=who)

    def session_requested(
        self,
    ) -> "tuple[asyncssh.SSHServerChannel[bytes], asyncssh.SSHServerSession[bytes]]":
        """Open a session."""
        ahead = self._house.limits.ahead
        channel = self._conn.create_server_channel(encoding=None, window=2 * ahead)
        visitor = self._person if self._person is not None else Guest()
        house = self._house
        call = Call(
            house.number(),
            visitor,
            self._asked.form,
            self._address,
            house.clock.elapsed,
            aim=self._aim,
            key=self._key,
        )
        call.nearby = house.log.address(neighbourhood(self._host))
        here = self._conn.get_extra_info("sockname")
        if here:
            call.reached = (str(here[0]).removeprefix("::ffff:"), int(here[1]))
        self._house.log.tell("session", call=call.number, connection=self._number)
        return channel, Channel(self._house, call)

    def connection_requested(
        self, dest_host: str, dest_port: int, orig_host: str, orig_port: int
    ) -> bool:
        """Forward nothing."""
        del dest_host, dest_port, orig_host, orig_port
        return self._refuse("forwarding")

    def server_requested(self, listen_host: str, listen_port: int) -> bool:
        """Listen for nobody."""
        del listen_host, listen_port
        return self._refuse("listening")

    def unix_connection_requested(self, dest_path: str) -> bool:
        """Forward nothing."""
        del dest_path
        return self._refuse("forwarding")

    def unix_server_requested(self, listen_path: str) -> bool:
        """Listen for nobody."""
        del listen_path
        return self._refuse("listening")

    @property
    def _aim(self) -> Aim | None:
        """Where they are led; a door that is shut leads nowhere but those whom it knows."""
        meant = self._meant
        if meant is None or not meant.shut or self._house.rooms.knows(meant, self._key):
            return meant
        return None

    @property
    def _enters_without_key(self) -> bool:
        """Whether a code, or nothing at all, lets them in."""
        return bool(self._aim.code) if self._aim else self._house.access.guests

    def _known(self, key: asyncssh.SSHKey) -> bool:
        """Say whether this key opens anything; to a room that they have a code of, any does.

        Raises:
            StateError: It cannot be read who is listed.
        """
        house, aim = self._house, self._meant
        if aim is not None and not aim.code and not house.rooms.facilitators.lists(key, self._host):
            return False
        self._person = house.access.person(key, self._host)
        self._key = self._person.id if self._person else id_of(key.get_fingerprint())
        if self._person is None and self._aim is None:
            self._key = ""
        return bool(self._key)

    def _refuse(self, what: str) -> bool:
        self._house.log.tell("refused", connection=self._number, what=what)
        return False

    def _one_more(self) -> bool:
        """Count a try; after too many the connection is closed."""
        self._tries += 1
        if self._tries <= self._house.limits.tries:
            return True
        self._house.log.tell("limit", connection=self._number, what="tries")
        self._conn.disconnect(asyncssh.DISC_NO_MORE_AUTH_METHODS_AVAILABLE, "")
        return False

    def _explain(self) -> None:
        """Say once what is needed to enter."""
        if not self._explained:
            self._explained = True
            words = self._explanation().replace("\n", "\r\n")
            self._conn.send_auth_banner(words)

    def _explanation(self) -> str:
        """Say what is needed: a key, a key that is listed, or the code of a room."""
        words, access = self._house.pack.words, self._house.access
        if self._aim is not None:
            return words.lobby.need_lead
        if access.any_key:
            return words.serve.need_key
        return words.lobby.need_code if self._only_leads() else words.serve.need_listed

    def _only_leads(self) -> bool:
        with suppress(StateError):
            return bool(self._house.rooms.all()) and not self._house.access.listed()
        return False
