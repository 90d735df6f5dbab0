"""`nowwhat history`: what was noted, chosen and tried."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble
from nowwhat.session.typed import shown

if TYPE_CHECKING:
    from nowwhat.sitting.looking_back import Span
    from nowwhat.sitting.timeline import Filter

ONLY = ("all", "open", "tried", "letgo", "alone", "ladders")
"""The filters, as `sitting.timeline` has them; naming them here loads nothing."""


@click.command(
    epilog="""\b
Examples:
  nowwhat history                     the ledger: look, search, mend, delete
  nowwhat history | less              everything, oldest first, a line each
  nowwhat history --only open
  nowwhat history --search clinic
  nowwhat history --week              what was noted, tried and learnt in seven days
"""
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with everything.")
@click.option("--week", "span", flag_value="week", default=None, help="Look back on seven days.")
@click.option("--month", "span", flag_value="month", default=None, help="Look back on thirty days.")
@click.option("--only", type=click.Choice(ONLY), help="Only some of it.")
@click.option("--search", default="", metavar="WORDS", help="Only what holds these words.")
@everywhere
@click.pass_obj
def history(
    around: Surroundings,
    as_json: bool,  # noqa: FBT001 - click gives it so
    span: "Span | None",
    only: "Filter | None",
    search: str,
) -> int:
    """Look at what was noted, chosen and tried.

    On a terminal it is the ledger, to be searched and changed; else a list.
    """
    if as_json:
        from nowwhat.cli.export import json_of  # noqa: PLC0415 - only for JSON

        click.echo(json_of(around), file=around.stdout)
    elif span:
        _say_days(around, span)
    elif only or search:
        _say_found(around, only or "all", search)
    elif os.isatty(around.stdin) and around.stdout.isatty():
        return _open(around)
    else:
        from nowwhat.sitting.history import history_lines  # noqa: PLC0415 - only to show words

        _say(around, history_lines(around.journal, around.pack.words))
    tell_of_trouble(around)
    return 0


def _open(around: Surroundings) -> int:
    """Open the ledger on the full screen where there is one, else in lines."""
    from nowwhat.cli.screen import show, why_lines  # noqa: PLC0415 - only on a terminal
    from nowwhat.cli.session import DEFAULT, sit  # noqa: PLC0415

    if not why_lines(around):
        from nowwhat.screens.entrance import Entrance  # noqa: PLC0415 - line mode needs none

        return show(around, Entrance("ledger", DEFAULT))
    script = _speak_ledger(around)
    return sit(around, script) if script else 0


def _speak_ledger(around: Surroundings) -> str:
    """Speak the ledger in lines; gives a script that the person would begin now."""
    from nowwhat.cli.dialogues import open_lines  # noqa: PLC0415 - the screen needs none of it
    from nowwhat.plain.commands import LeaveAsked  # noqa: PLC0415
    from nowwhat.plain.ledger import Ledger  # noqa: PLC0415
    from nowwhat.plain.lines import EndOfInputError  # noqa: PLC0415

    try:
        script = Ledger(around.desk(), open_lines(around)).run()
    except (EndOfInputError, LeaveAsked):
        script = ""
    tell_of_trouble(around)
    return script


def _say_days(around: Surroundings, span: "Span") -> None:
    from nowwhat.sitting.looking_back import look_back, look_parts, span_said  # noqa: PLC0415

    seen = look_back(around.journal, span, around.clock.now().at.date())
    _say(around, [span_said(seen, around.pack.words)])
    for part in look_parts(seen, around.pack):
        _say(around, ["", *filter(None, (part.title, *part.lines))])


def _say_found(around: Surroundings, only: "Filter", search: str) -> None:
    from nowwhat.sitting.climbing import next_rungs  # noqa: PLC0415 - only to show words
    from nowwhat.sitting.timeline import filtered, found, row_line, timeline  # noqa: PLC0415

    rows = timeline(around.journal, next_rungs(around.journal))
    listed = found(tuple(filtered(rows, only)), search)
    words = around.pack.words
    _say(around, [row_line(row, words) for row in reversed(listed)] or [words.ledger.none_found])


def _say(around: Surroundings, lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(shown(line), file=around.stdout)
