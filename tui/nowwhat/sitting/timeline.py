"""The timeline: what was understood and what was tried, a row each, to be searched and filtered."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Literal, get_args

import msgspec

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, CheckIn, Insight, Ladder
from nowwhat.sitting.accounts_of import account_of, by_action, is_open
from nowwhat.store.contract import JournalStore

Filter = Literal["all", "open", "tried", "letgo", "alone", "ladders"]
FILTERS: tuple[Filter, ...] = get_args(Filter)
"""What may be looked at alone; `alone` are insights that nothing was chosen for."""


class Mark(StrEnum):
    """What lies between the two banks."""

    DONE = "done"
    PART = "part"
    OPEN = "open"
    NOT_YET = "notyet"
    LET_GO = "letgo"
    ALONE = "alone"
    LADDER = "ladder"


class Row(msgspec.Struct, frozen=True):
    """One row: an action with the insight that it answers, an insight alone, or a ladder.

    Attributes:
        id: Of the action, the insight or the ladder.
        at: When it was chosen, noted or made.
        left: What was understood; empty where the row below says it, or where nothing was.
        right: What was chosen; of a ladder, its next rung.
        mark: What lies between.
        waits: It is an action that is still to be accounted for.
        heap: All words of it, folded for searching.
    """

    id: str
    at: Moment
    left: str
    right: str
    mark: Mark
    heap: str
    waits: bool = False


def timeline(journal: JournalStore, next_rung: Mapping[str, str] | None = None) -> tuple[Row, ...]:
    """Make the rows of a journal, the latest first.

    Args:
        journal: The journal.
        next_rung: For ladders by id, the rung that is suggested next.
    """
    insights = {insight.id: insight for insight in journal.insights()}
    accounts = by_action(journal.checkins())
    answered: set[str] = set()
    rows: list[Row] = []
    for action in journal.actions():
        insight = insights.get(action.insight)
        first = insight is not None and insight.id not in answered
        answered.add(action.insight)
        rows.append(_crossing(action, insight, accounts.get(action.id, ()), first=first))
    rows += (_alone(insight) for insight in insights.values() if insight.id not in answered)
    rows += (_ladder(ladder, journal, next_rung or {}) for ladder in journal.ladders())
    return tuple(sorted(rows, key=lambda row: (row.at.at, row.id), reverse=True))


def filtered(rows: Iterable[Row], only: Filter) -> Iterator[Row]:
    """Give the rows that a filter lets through."""
    if only == "all":
        yield from rows
        return
    if only == "open":
        yield from (row for row in rows if row.waits)
        return
    wanted = _LET_THROUGH[only]
    yield from (row for row in rows if row.mark in wanted)


def found(rows: Sequence[Row], said: str) -> tuple[Row, ...]:
    """Give the rows that hold every one of these words or beginnings; all of them for none.

    Case and accents do not matter.
    """
    words = folded(said).split()
    return tuple(row for row in rows if all(word in row.heap for word in words))


def outcome_said(row: Row, words: Words) -> str:
    """Say what became of a row's action, or what a row without one is."""
    said = words.ledger
    match row.mark:
        case Mark.OPEN:
            return said.still_open
        case Mark.ALONE:
            return said.alone_said
        case Mark.LADDER:
            return said.ladder_said
        case _:
            told: str = getattr(words.shell, row.mark.value)
            return told


def row_line(row: Row, words: Words) -> str:
    """Say a row in one line."""
    said = words.ledger
    values: dict[str, str | int] = {
        "date": row.at.at.strftime(words.insight.date),
        "left": _flat(row.left),
        "right": _flat(row.right),
        "outcome": outcome_said(row, words),
    }
    if row.mark is Mark.LADDER:
        return fill(said.row_ladder, values)
    if row.mark is Mark.ALONE:
        return fill(said.row_alone, values)
    return fill(said.row if row.left else said.row_action, values)


def _flat(text: str) -> str:
    return " ".join(text.split())


def folded(text: str) -> str:
    """Fold a text for searching: no case, no accents."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parted if not unicodedata.combining(char))


_LET_THROUGH: dict[str, frozenset[Mark]] = {
    "tried": frozenset({Mark.DONE, Mark.PART}),
    "letgo": frozenset({Mark.LET_GO}),
    "alone": frozenset({Mark.ALONE}),
    "ladders": frozenset({Mark.LADDER}),
}


def mark_of(checkins: Sequence[CheckIn]) -> Mark:
    """Say what lies between the banks for an action with these check-ins."""
    account = account_of(checkins)
    if account is None or (is_open(checkins) and not account.outcome.tried):
        return Mark.OPEN
    return Mark(account.outcome.value)


def _crossing(
    action: Action, insight: Insight | None, checkins: Sequence[CheckIn], *, first: bool
) -> Row:
    told = (word for c in checkins for word in (c.note, c.noticed, c.happened, c.obstacle))
    heap = (
        *(action.text, action.when, action.where, action.obstacle, action.response),
        *(action.towards, action.feared, insight.text if insight else "", *told),
    )
    return Row(
        id=action.id,
        at=action.committed,
        left=insight.text if insight and first else "",
        right=action.text,
        mark=mark_of(checkins),
        heap=folded("\n".join(heap)),
        waits=is_open(checkins),
    )


def _alone(insight: Insight) -> Row:
    text = insight.text
    return Row(insight.id, insight.noted, text, "", Mark.ALONE, folded(text))


def _ladder(ladder: Ladder, journal: JournalStore, next_rung: Mapping[str, str]) -> Row:
    rungs = (rung.text for rung in journal.rungs() if rung.ladder == ladder.id)
    heap, suggested = folded("\n".join((ladder.text, *rungs))), next_rung.get(ladder.id, "")
    return Row(ladder.id, ladder.made, ladder.text, suggested, Mark.LADDER, heap)
