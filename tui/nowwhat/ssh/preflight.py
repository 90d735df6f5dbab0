"""Before anybody comes: by which addresses others reach this machine, and whether they answer."""

import asyncio
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import ip_address

import asyncssh

_EVERY = ("", "0.0.0.0", "::")  # noqa: S104 - what is asked for is only looked at here
_PATIENCE = 5.0

_SOMEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses that stand for any (RFC 5737, 3849); nothing is sent there, only the way is asked."""

_SIOCGIFADDR = 0x8915
"""Asks Linux for the address of an interface (netdevice(7))."""


def reached_by(host: str) -> list[str]:
    """List the addresses by which others may reach what listens there; none: this machine alone."""
    named = [*_own(host)] if host in _EVERY else [host]
    return list(dict.fromkeys(each for each in named if not _stays_here(each)))


async def answers(host: str, port: int, fingerprint: str) -> bool:
    """Say whether this very server answers there, by one connection to it."""
    try:
        key = await asyncio.wait_for(
            asyncssh.get_server_host_key(host, port, config=None), _PATIENCE
        )
    except (OSError, asyncssh.Error, TimeoutError):
        return False
    return key is not None and key.get_fingerprint() == fingerprint


def _own(host: str) -> Iterator[str]:
    """Give the addresses of this machine, first that by which it goes out into the world."""
    families = [socket.AF_INET] if host == "0.0.0.0" else [socket.AF_INET, socket.AF_INET6]  # noqa: S104
    for family, target in _SOMEWHERE:
        if family in families:
            with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asks:
                asks.connect((target, 9))
                yield str(asks.getsockname()[0])
    if sys.platform == "linux":
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asks:
            yield from _of_interfaces(asks)
    with suppress(OSError):
        for family, _, _, _, address in socket.getaddrinfo(socket.gethostname(), None):
            if family in families:
                yield str(address[0])


def _of_interfaces(asks: socket.socket) -> Iterator[str]:
    import fcntl  # noqa: PLC0415 - not everywhere

    for _, name in socket.if_nameindex():
        with suppress(OSError):
            asked = struct.pack("256s", name.encode()[:15])
            told = fcntl.ioctl(asks.fileno(), _SIOCGIFADDR, asked)
            yield socket.inet_ntoa(told[20:24])


def _stays_here(address: str) -> bool:
    """Say whether an address is of use on this machine, or this cable, alone."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return address == "localhost"
    return ip.is_loopback or ip.is_link_local or ip.is_unspecified
