"""A bare `nowwhat`: where you are, and what you may do."""

from collections.abc import Callable

import click

from nowwhat.cli.hearing import hear
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble


def home(context: click.Context) -> int:
    """Say where the person is, and do what they choose."""
    from nowwhat.cli.screen import show, why_lines  # noqa: PLC0415 - a command was not asked for
    from nowwhat.cli.session import DEFAULT  # noqa: PLC0415

    around = context.find_object(Surroundings)
    assert around is not None  # noqa: S101 - `run` always gives one
    if not why_lines(around):
        from nowwhat.screens.entrance import Entrance  # noqa: PLC0415 - line mode needs none

        return show(around, Entrance("home", DEFAULT))
    return _home_in_lines(context, around)


def _home_in_lines(context: click.Context, around: Surroundings) -> int:
    from nowwhat.cli.dialogues import open_lines  # noqa: PLC0415 - the screen needs none of it
    from nowwhat.plain.commands import LeaveAsked  # noqa: PLC0415
    from nowwhat.plain.home import Home  # noqa: PLC0415
    from nowwhat.plain.lines import EndOfInputError  # noqa: PLC0415

    place = Home(around.desk(), open_lines(around))
    try:
        while (status := _do(context, around, place.run(), place.park)) is None:
            pass
    except (EndOfInputError, LeaveAsked):
        return 0
    return status


def _do(
    context: click.Context, around: Surroundings, chosen: str, ask_parked: Callable[[], str]
) -> int | None:
    """Do what was chosen.

    Returns:
        The exit status; None where one comes back to where one was.
    """
    from nowwhat.cli.breathe import breathe  # noqa: PLC0415 - after something was chosen
    from nowwhat.cli.care import care  # noqa: PLC0415
    from nowwhat.cli.history import speak_ledger  # noqa: PLC0415
    from nowwhat.cli.park import keep_parked  # noqa: PLC0415
    from nowwhat.cli.session import DEFAULT, sit  # noqa: PLC0415

    match chosen:
        case "leave":
            tell_of_trouble(around)
            return 0
        case "breathe" | "care":
            commands: dict[str, click.Command] = {"breathe": breathe, "care": care}
            context.invoke(commands[chosen])
            tell_of_trouble(around)
            return None
        case "history":
            script = speak_ledger(around)
            return sit(around, script) if script else None
        case "park":
            parked = ask_parked()
            for said in keep_parked(around, parked) if parked else ():
                click.echo(said, file=around.stdout)
            hear(around, parked)
            return None
        case "session" | "full":
            return sit(around, DEFAULT, full=chosen == "full")
        case _:
            return sit(around, chosen)
