"""The list of commands: each is found by its name and imported when it is used."""

from importlib import import_module

import click

from nowwhat.cli.options import everywhere
from nowwhat.packs.faults import nearest

_COMMANDS = {
    "session": "Go through a session, from an insight to one action.",
    "breathe": "Breathe, or ground yourself, by the clock.",
    "park": "Keep an insight for the next session.",
    "now": "Say whether an action is open.",
    "done": "Account for an action: it is done.",
    "checkin": "Account for an action: done, part, notyet, letgo.",
    "history": "Look at what was noted, chosen and tried.",
    "export": "Take the journal along: Markdown, JSON, CSV, calendar.",
    "import": "Bring a journal in: one of nowwhat's, or a jrnl export.",
    "forget": "Delete an entry for good, or everything.",
    "care": "People and numbers, at once.",
    "coach": "Ask the coach about a line.",
    "content": "Check a pack of words.",
    "walk": "Lead a group on one shared screen; people write on paper.",
    "lead": "Lead a group, each at their own terminal; or rehearse it alone.",
    "serve": "Serve sessions over SSH.",
    "people": "People of a server: list, further keys, purge.",
    "doctor": "Say what this terminal can do, to be pasted into a report.",
    "where": "Say where the data, choices and words lie.",
}

_FILES = {"import": "bringing"}
"""Where a command's name is none that a file's function can have."""


class _Commands(click.Group):
    """Imports a command's file when it is asked for."""

    def list_commands(self, _: click.Context) -> list[str]:
        """List their names, the most used first."""
        return list(_COMMANDS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in _COMMANDS:
            return None
        name = _FILES.get(cmd_name, cmd_name)
        command = getattr(import_module(f"nowwhat.cli.{name}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 - a file's command has its name
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for an unknown one, offer the nearest."""
        if args[0] not in _COMMANDS:
            offer = nearest(args[0], _COMMANDS)
            raise click.UsageError(f"there is no command {args[0]!r}{offer}")
        return super().resolve_command(ctx, args)

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog="""\b
Examples:
  nowwhat session --plain          a session, line by line
  nowwhat session two-minutes      the short one, for a bad night
  nowwhat breathe box --minutes 3  breathe by the clock
  nowwhat now --show               which action is open
  nowwhat done --note "shorter than I feared"
  nowwhat export json -o journal.json   everything, to be brought in elsewhere
  printf '%s\\n' "..." | nowwhat session --plain   answers may be piped

\b
Exit status: 0 done, 1 an honest no, 2 bad input or unusable surroundings,
3 left unfinished (resumable), 4 held by another nowwhat, 70 a bug, 128+n signal.

nowwhat is not therapy and not for emergencies. `nowwhat care` has numbers.
""",
)
@everywhere
@click.pass_context
def nowwhat(context: click.Context) -> int | None:
    """A session that does not end on an insight, but on one concrete, safe action.

    Without a command: where you are, and what you may do.
    """
    if context.invoked_subcommand is not None:
        return None
    from nowwhat.cli.home import home  # noqa: PLC0415 - only a bare `nowwhat` needs it

    return home(context.obj)
