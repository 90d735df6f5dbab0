"""Telling of a journal that was found damaged, for the commands that are no dialogue."""

import click

from nowwhat.cli.surroundings import Surroundings


def tell_of_trouble(around: Surroundings) -> None:
    """Say beside the answer, on stderr, that the journal was damaged and what was done about it."""
    trouble = around.journal.trouble
    if trouble is None or trouble == around.told_of:
        return
    around.told_of = trouble
    from nowwhat.sitting.trouble import trouble_line  # noqa: PLC0415 - only when there is trouble

    click.echo(f"nowwhat: {trouble_line(around.journal, around.pack.words.visit)}", err=True)
