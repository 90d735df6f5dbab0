"""The door: who a connection is, before anything is opened for it."""

import asyncio
import socket
from typing import TYPE_CHECKING

import asyncssh

from nowwhat.ssh.call import Call
from nowwhat.ssh.channel import Channel
from nowwhat.ssh.house import House
from nowwhat.ssh.names import form_of
from nowwhat.ssh.state import StateError
from nowwhat.ssh.visitor import Guest, Person

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
        self._name, self._address = "", ""

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
        self._name, self._person = username, None
        return True

    def public_key_auth_supported(self) -> bool:
        """Take keys."""
        return True

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Say whether this key would open anything; it is not proven yet that they have it."""
        del username
        self._person = None
        if not self._one_more():
            return False
        try:
            self._person = self._house.access.person(key, self._host)
        except StateError as error:
            self._house.log.mishap(error, connection=self._number)
        return self._person is not None

    def kbdint_auth_supported(self) -> bool:
        """Take guests without a question; to others it is said here what they need."""
        return True

    def get_kbdint_challenge(self, username: str, lang: str, submethods: str) -> "KbdIntChallenge":
        """Let a guest in, or explain."""
        del username, lang, submethods
        self._person = None
        if not self._one_more():
            return False
        if self._house.access.guests:
            return "", "", "", ()
        self._explain()
        return False

    def validate_kbdint_response(
        self, username: str, responses: "KbdIntResponse"
    ) -> "KbdIntChallenge":
        """Let a guest in: nothing was asked."""
        del username, responses
        self._person = None
        return self._house.access.guests

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
        form, elapsed = form_of(self._name), house.clock.elapsed
        call = Call(house.number(), visitor, form, self._address, elapsed)
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
            words, any_key = self._house.pack.words.serve, self._house.access.any_key
            self._conn.send_auth_banner(
                (words.need_key if any_key else words.need_listed).replace("\n", "\r\n")
            )
