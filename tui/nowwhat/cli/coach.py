"""`nowwhat coach`: what the coach finds in a line, for those who write packs or measure it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
import msgspec

from nowwhat.cli.options import everywhere
from nowwhat.cli.stdin import given_bytes
from nowwhat.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from nowwhat.coach.coach import Coach


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What `--json` says of one line, an object a line; its keys are a contract.

    Attributes:
        text: The line, as it came.
        concrete: One concrete action.
        reasons: Why not, the one that helps most first.
        question: What the coach would ask; null where it asks nothing.
        when: The line says when.
        where: It says where.
        safety: `ok`, `ask` or `stop`.
        ack: How it would be answered as an insight: `causal` or `hard`.
        care: It calls for help.
    """

    text: str
    concrete: bool
    reasons: tuple[str, ...]
    question: str | None
    when: bool
    where: bool
    safety: str
    ack: str
    care: bool


@click.group()
@everywhere
def coach() -> None:
    """Ask the coach about a line."""


@coach.command(
    epilog="""\b
Examples:
  nowwhat coach check ring the clinic tomorrow at 9
  nowwhat coach check --json "be a better person"
  nowwhat coach check - --json < lines   an object a line, as they come
"""
)
@click.argument("text", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line.")
@everywhere
@click.pass_obj
def check(around: Surroundings, text: tuple[str, ...], as_json: bool) -> int:  # noqa: FBT001
    """Judge a line: one concrete action, and a safe one? Nothing is kept of it."""
    judge = around.pack.coach
    lines = stdin_lines(around.stdin) if text == ("-",) else iter([" ".join(text)])
    for line in lines:
        found = find(judge, line)
        said = msgspec.json.encode(found).decode() if as_json else in_words(found)
        around.stdout.write(said + "\n")
        around.stdout.flush()
    return 0


def find(judge: "Coach", line: str) -> Finding:
    """Collect what the coach finds in a line."""
    from nowwhat.session.typed import LINE_LIMIT, take  # noqa: PLC0415 - after the options

    kept = take(line, LINE_LIMIT).text
    verdict = judge.judge(kept)
    return Finding(
        text=line,
        concrete=verdict.concrete,
        reasons=tuple(verdict.reasons),
        question=None if verdict.accepted else judge.question(kept, verdict, 1, 0),
        when=bool(verdict.when),
        where=bool(verdict.where),
        safety=verdict.safety,
        ack=judge.acknowledge(kept),
        care=bool(judge.hears(kept)),
    )


def in_words(found: Finding) -> str:
    """Say a finding in one line."""
    from nowwhat.session.typed import shown  # noqa: PLC0415 - after the options are known

    parts = ["concrete" if found.concrete else ", ".join(found.reasons)]
    parts += [name for name in ("when", "where", "care") if getattr(found, name)]
    parts += [found.safety] if found.safety != "ok" else []
    return shown(": ".join(filter(None, (" · ".join(parts), found.question))))


def stdin_lines(source: int) -> Iterator[str]:
    """Give lines as they come."""
    with given_bytes(source) as stream:
        for raw in stream:
            yield raw.decode("utf-8", "replace").rstrip("\r\n")
