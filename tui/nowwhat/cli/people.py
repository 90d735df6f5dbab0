"""`nowwhat people`: who has a folder on this server, further keys of theirs, purging."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from nowwhat.ssh.people import People

Command = Callable[..., int]


def _at_a_state(command: Command) -> Command:
    """Give a command the option that says which server's people are meant."""
    option = click.option(
        "--state",
        metavar="DIR",
        type=click.Path(path_type=Path),
        default=None,
        help="State folder of the server; by default `server` in the data folder.",
    )
    return option(everywhere(click.pass_obj(command)))


def _people(around: Surroundings, named: Path | None) -> "People":
    from nowwhat.ssh.people import People  # noqa: PLC0415 - only these commands need it
    from nowwhat.ssh.state import State  # noqa: PLC0415

    return People(State(named or around.paths.data / "server"))


def _do(work: Callable[[], list[str]], around: Surroundings) -> int:
    from nowwhat.ssh.people import PeopleError  # noqa: PLC0415 - only these commands need it
    from nowwhat.ssh.state import StateError  # noqa: PLC0415

    try:
        for line in work():
            click.echo(line, file=around.stdout)
    except (PeopleError, StateError) as error:
        raise click.ClickException(str(error)) from None
    return 0


@click.group(
    epilog="""\b
Examples:
  nowwhat people list
  nowwhat people add-key SHA256:... laptop.pub
  nowwhat people purge SHA256:...

\b
Journals are never shown here. Whoever may read the state folder can read them.
"""
)
@everywhere
def people() -> None:
    """People of a server: who has a folder, further keys of theirs, purging. For its operator."""


@people.command("list")
@_at_a_state
def list_people(around: Surroundings, state: Path | None) -> int:
    """List fingerprints, the day of the last change, and further keys; never a word."""
    return _do(lambda: _people(around, state).lines(), around)


@people.command("add-key")
@click.argument("person")
@click.argument("file", type=click.Path(path_type=Path))
@_at_a_state
def add_key(around: Surroundings, person: str, file: Path, state: Path | None) -> int:
    """Let the public key in FILE open the folder of PERSON, a fingerprint of `people list`."""
    return _do(lambda: _people(around, state).add_key(person, file), around)


@people.command("forget-key")
@click.argument("key")
@_at_a_state
def forget_key(around: Surroundings, key: str, state: Path | None) -> int:
    """Let a further KEY, a fingerprint, open nothing any more."""
    return _do(lambda: _people(around, state).forget_key(key), around)


@people.command("purge")
@click.argument("person")
@click.option("--yes", is_flag=True, help="Do not ask.")
@_at_a_state
def purge(around: Surroundings, person: str, yes: bool, state: Path | None) -> int:  # noqa: FBT001
    """Delete the folder of PERSON, a fingerprint, with journal, drafts and backups, for good."""
    found = _people(around, state)

    def work() -> list[str]:
        found.known(person)
        if not yes:
            click.confirm(f"Delete all that {person} ever wrote here?", abort=True, err=True)
        return found.purge(person)

    return _do(work, around)
