"""The key by which clients know this server again: ed25519, made once, for its owner's eyes."""

import os

import asyncssh

from nowwhat.ssh.state import State, StateError


def host_key(state: State) -> asyncssh.SSHKey:
    """Read the host key; make it where there is none.

    Raises:
        StateError: It is there and cannot be read, or cannot be written.
    """
    path = state.host_key
    try:
        if not path.exists():
            _make(state)
        path.chmod(0o600)
        return asyncssh.read_private_key(path)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise StateError(f"the host key {path} cannot be used: {reason}") from None
    except asyncssh.KeyImportError:
        raise StateError(f"{path} is no private key; move it away, and one is made") from None


def _make(state: State) -> None:
    key = asyncssh.generate_private_key("ssh-ed25519", comment="nowwhat")
    part = state.host_key.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key.export_private_key())
        file.flush()
        os.fsync(file.fileno())
    part.replace(state.host_key)
