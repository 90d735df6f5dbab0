"""The server: it listens, until it is asked to stop, and then parts from everybody."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self

import asyncssh

from nowwhat.ssh.algorithms import CIPHERS, KEX, MACS, SIGNATURES
from nowwhat.ssh.door import Door
from nowwhat.ssh.host_key import host_key
from nowwhat.ssh.house import House

_WRITERS = 8
"""Threads that write files and load libraries, beside the loop."""

_SWEEP = 30.0
"""Seconds between two looks which guests have been waited for long enough, which rooms are old."""


class PortError(Exception):
    """Nothing can listen there; it says why in one line."""


class Server:
    """A server on one port.

    Attributes:
        port: The port it listens on, once it is entered.
        fingerprint: Of its host key.
    """

    def __init__(self, house: House, host: str, port: int) -> None:
        """Prepare; the port may be 0, which takes any that is free."""
        self.house, self._host, self.port = house, host, port
        self.fingerprint = ""

    async def __aenter__(self) -> Self:
        """Begin to listen.

        Raises:
            StateError: The host key cannot be used.
            PortError: Something else listens there, or nothing may.
        """
        house, limits, loop = self.house, self.house.limits, asyncio.get_running_loop()
        key = host_key(house.state)
        self.fingerprint = key.get_fingerprint()
        self._writers = ThreadPoolExecutor(_WRITERS, "writing")
        loop.set_default_executor(self._writers)
        loop.set_exception_handler(self._mishap)
        try:
            self._acceptor = await asyncssh.listen(
                self._host,
                self.port,
                server_factory=lambda: Door(house),
                server_host_keys=[key],
                server_version="nowwhat",
                kex_algs=KEX,
                encryption_algs=CIPHERS,
                mac_algs=MACS,
                signature_algs=SIGNATURES,
                compression_algs=["none"],
                login_timeout=limits.login,
                keepalive_interval=limits.keepalive,
                keepalive_count_max=limits.keepalives,
                agent_forwarding=False,
                x11_forwarding=False,
                allow_scp=False,
                gss_host=None,
                line_editor=False,
                encoding=None,
            )
        except OSError as error:
            reason = (error.strerror or "nothing can listen there").rsplit(": ", 1)[-1]
            raise PortError(f"{self._host} port {self.port}: {reason}") from None
        self.port = self._acceptor.get_port()
        self._sweeping = loop.create_task(self._sweep())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Part from everybody: what they typed is kept, and they are told."""
        house = self.house
        self._sweeping.cancel()
        self._acceptor.close()
        calls = list(house.calls)
        for call in calls:
            call.end("stopping", house.stopping_for(call))
        parted = [asyncio.ensure_future(call.over.wait()) for call in calls]
        if parted:
            await asyncio.wait(parted, timeout=house.limits.end)
        for waiting in parted:
            waiting.cancel()
        await asyncio.gather(*(door.close() for door in list(house.doors)))
        await self._acceptor.wait_closed()
        self._writers.shutdown(wait=True)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(_SWEEP)
            self.house.guests.forget_old()
            self.house.rooms.sweep()

    def _mishap(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Write that something went wrong where nobody waited for it; never what it says."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self.house.log.mishap(error)
        else:
            self.house.log.tell("mishap")
