"""`nowwhat now`: is an action open? Neutral, for a prompt or a motd; the words with --show."""

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble


@click.command(
    epilog="""\b
Examples:
  nowwhat now            "1 action is open."; exit status 1 where nothing is
  nowwhat now --show     the actions in your words, with their numbers
"""
)
@click.option("--show", is_flag=True, help="Show the words, not only how many.")
@everywhere
@click.pass_obj
def now(around: Surroundings, show: bool) -> int:  # noqa: FBT001 - click gives it so
    """Say whether an action is open."""
    waiting, words = around.journal.open_actions(), around.pack.words.shell
    tell_of_trouble(around)
    if not waiting:
        click.echo(words.nothing_open, file=around.stdout)
        return 1
    if not show:
        said = words.open_one if len(waiting) == 1 else words.open_more
        click.echo(said.replace("{count}", str(len(waiting))), file=around.stdout)
        return 0
    from nowwhat.packs.filling import fill  # noqa: PLC0415 - only to show words
    from nowwhat.sitting.wording import with_when  # noqa: PLC0415 - only to show words

    for number, action in enumerate(waiting, 1):
        values: dict[str, str | int] = {"number": number, "action": with_when(action)}
        click.echo(fill(words.open_words, values), file=around.stdout)
    return 0
