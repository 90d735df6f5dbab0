"""Standard input as bytes, for commands to which a text can be piped."""

import os
from typing import BinaryIO

import click


def given_bytes(source: int) -> BinaryIO:
    """Open what is piped in.

    Raises:
        UsageError: It is closed.
    """
    try:
        return os.fdopen(os.dup(source), "rb")
    except OSError:
        raise click.UsageError("standard input is closed, so no text came") from None
