"""`nowwhat park`: an insight, kept for the next session."""

import click

from nowwhat.cli.hearing import hear
from nowwhat.cli.options import everywhere
from nowwhat.cli.stdin import given_bytes
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble

MOST_BYTES = 1_000_000
"""As much as is read; no insight is as long."""


@click.command(
    epilog="""\b
Examples:
  nowwhat park I go quiet when someone is cross
  nowwhat park -      from standard input, so that it is in no shell history
"""
)
@click.argument("text", nargs=-1, required=True)
@everywhere
@click.pass_obj
def park(around: Surroundings, text: tuple[str, ...]) -> int:
    """Keep an insight for the next session."""
    typed = " ".join(text)
    if typed == "-":
        with given_bytes(around.stdin) as given:
            typed = given.read(MOST_BYTES).decode("utf-8", "replace")
    from nowwhat.sitting.parking import park as keep  # noqa: PLC0415 - after the words are known

    said = keep(typed, around.journal, around.clock.now(), around.pack.words)
    if not said:
        raise click.UsageError("park takes the words of an insight")
    tell_of_trouble(around)
    for line in said:
        click.echo(line, file=around.stdout)
    hear(around, typed)
    return 0
