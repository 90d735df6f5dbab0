"""`nowwhat forget`: an entry, or everything, deleted for good."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.stdin import given_bytes
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble

if TYPE_CHECKING:
    from nowwhat.sitting.history import Entry

_MOST_TYPED = 1000


@click.command(
    epilog="""\b
Examples:
  nowwhat forget                the entries, with their numbers
  nowwhat forget 3              the third, and what hangs on it; asks first
  nowwhat forget 3 --only       the third alone
  nowwhat forget --everything   all of it; asks first

It goes from the journal, its backups, unfinished sessions and damaged files that were put aside.
What stood there is unlinked, not written over: whoever reads the bare disk may find it still.
"""
)
@click.argument("numbers", metavar="[NUMBER]...", nargs=-1, type=int)
@click.option("--only", is_flag=True, help="Not what hangs on it: an insight's actions, accounts.")
@click.option("--everything", is_flag=True, help="The whole journal, and your choices.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@everywhere
@click.pass_obj
def forget(
    around: Surroundings,
    numbers: tuple[int, ...],
    only: bool,  # noqa: FBT001 - click gives it so
    everything: bool,  # noqa: FBT001 - click gives it so
    yes: bool,  # noqa: FBT001 - click gives it so
) -> int:
    """Delete an entry for good, or everything. Without a number: list the entries."""
    if everything and (numbers or only):
        raise click.UsageError("--everything takes no numbers: all of it goes")
    if everything:
        return _forget_everything(around, asks=not yes)
    entries = _entries(around)
    if not numbers:
        return _list(around, entries)
    for number in numbers:
        if not 1 <= number <= len(entries):
            _refuse(number, len(entries))
    chosen = [entries[number - 1] for number in dict.fromkeys(numbers)]
    return _forget(around, chosen, only=only, asks=not yes)


def _refuse(number: int, top: int) -> NoReturn:
    there = f"from 1 to {top}" if top else "of an entry, and there is none"
    raise click.UsageError(f"forget takes a number {there}, not {number}")


def _entries(around: Surroundings) -> list["Entry"]:
    from nowwhat.sitting.history import forgettable  # noqa: PLC0415 - after the options are known

    return forgettable(around.journal, around.pack.words)


def _list(around: Surroundings, entries: Sequence["Entry"]) -> int:
    from nowwhat.packs.filling import fill  # noqa: PLC0415 - see above

    words = around.pack.words
    tell_of_trouble(around)
    for number, entry in enumerate(entries, 1):
        said = fill(words.taking.to_forget, {"number": number, "line": entry.line})
        click.echo(said, file=around.stdout)
    click.echo(
        words.taking.to_forget_how if entries else words.shell.history_empty, file=around.stdout
    )
    return 0


def _forget(around: Surroundings, chosen: Sequence["Entry"], *, only: bool, asks: bool) -> int:
    from nowwhat.packs.filling import fill  # noqa: PLC0415 - see above
    from nowwhat.sitting import forgetting  # noqa: PLC0415
    from nowwhat.sitting.opening import look_for_drafts  # noqa: PLC0415

    words, desk = around.pack.words.taking, around.desk()
    look_for_drafts(desk)  # what counts in a draft is kept before the draft may go
    ids = {entry.id for entry in chosen}
    beside = set() if only else {n for k in ids for n in forgetting.hanging_on(k, desk.journal)}
    for entry in chosen:
        click.echo(fill(words.forget_this, {"line": entry.line}), file=around.stdout)
    if count := len(beside - ids):
        click.echo(fill(words.forget_with, {"count": count}), file=around.stdout)
    if files := forgetting.unreadable(desk):
        click.echo(fill(words.forget_unreadable, {"files": ", ".join(files)}), file=around.stdout)
    if asks and not _confirmed(around, words.forget_word):
        return 1
    forgetting.forget(desk, ids | beside, unreadable=True)
    click.echo(words.forgotten, file=around.stdout)
    return 0


def _forget_everything(around: Surroundings, *, asks: bool) -> int:
    from nowwhat.sitting.forgetting import forget_everything  # noqa: PLC0415 - see above

    words = around.pack.words.taking
    click.echo(words.forget_all, file=around.stdout)
    if asks and not _confirmed(around, words.forget_all_word):
        return 1
    forget_everything(around.desk())
    click.echo(words.forgotten_all, file=around.stdout)
    return 0


def _confirmed(around: Surroundings, word: str) -> bool:
    """Ask for a word to be typed; anything else, and nothing, leaves all as it is."""
    words = around.pack.words.taking
    click.echo(words.forget_ask.replace("{word}", word), file=around.stdout)
    around.stdout.flush()
    with given_bytes(around.stdin) as given:
        typed = given.readline(_MOST_TYPED).decode("utf-8", "replace")
    if " ".join(typed.split()).casefold() == word.casefold():
        return True
    click.echo(words.not_forgotten, file=around.stdout)
    return False
