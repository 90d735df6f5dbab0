"""Hearing a call for help in what a command is given: people and numbers at once."""

import click

from nowwhat.cli.surroundings import Surroundings


def hear(around: Surroundings, text: str) -> None:
    """Say people and numbers where a text calls for help; nothing of that is kept."""
    from nowwhat.sitting.care import care_lines  # noqa: PLC0415 - only where words were given

    kind = around.pack.coach.hears(text) if text else ""
    if kind:
        country, today = around.preferences.country, around.clock.now().at.date()
        for line in care_lines(around.pack.care, country, today, kind):
            click.echo(line, file=around.stdout)
