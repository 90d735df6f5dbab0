"""How others join a room: the commands, in words, for whoever leads it and for its wall."""

from collections.abc import Sequence

from nowwhat.packs.filling import fill
from nowwhat.packs.leading_words import LeadingWords
from nowwhat.screens.entrance import Joining
from nowwhat.ssh.rooms import Rooms
from nowwhat.ssh.seats import Held


def ssh_command(name: str, host: str, port: int) -> str:
    """Write the line to connect with."""
    return f"ssh -p {port} {name}@{host}"


def invitation(
    rooms: Rooms,
    held: Held,
    words: LeadingWords,
    hosts: Sequence[str],
    port: int,
    *,
    wall: bool = False,
    leaving: str = "",
) -> Joining:
    """Say how one joins; the code of who leads beside is not in it, since others may look.

    Args:
        rooms: Those of the server; its door is theirs together.
        held: The room.
        words: The pack's.
        hosts: Addresses of the server, the most useful first; at least one.
        port: Its port.
        wall: It is for the wall itself.
        leaving: What it means to leave the console.
    """
    commands = [ssh_command(held.code, each, port) for each in hosts]
    lines = [fill(words.join, {"command": each}) for each in commands]
    for said, form in ((words.lines, "plain"), (words.wall, "screen")):
        if form == "plain" or not wall:
            command = ssh_command(f"{held.code}+{form}", hosts[0], port)
            lines.append(fill(said, {"command": command}))
    return Joining(
        tuple(lines), commands[0], leaving, shut=rooms.shut, reopen=lambda: rooms.reopen(held)
    )
