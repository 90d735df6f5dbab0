"""Fixtures: a place to connect to, and keys to connect with."""

from collections.abc import Callable, Iterator
from pathlib import Path

import asyncssh
import pytest
from tests.ssh.place import Place

Serve = Callable[..., Place]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start a server: `serve(guests=False)`."""
    running: list[Place] = []

    def begin(**options: object) -> Place:
        running.append(Place(tmp_path / "state", **options))  # type: ignore[arg-type]
        return running[-1]

    yield begin
    for place in running:
        place.stop()


@pytest.fixture(scope="session")
def keys() -> list[asyncssh.SSHKey]:
    """Keys of three people."""
    return [asyncssh.generate_private_key("ssh-ed25519") for _ in range(3)]
