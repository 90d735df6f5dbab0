"""The curve of what was done again: discomfort each time, and what was feared against what came."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from nowwhat.packs.filling import fill
from nowwhat.packs.ledger_words import CurveWords
from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, CheckIn
from nowwhat.sitting.accounts_of import account_of, by_action
from nowwhat.store.contract import JournalStore

ENOUGH = 2
"""So many times make a curve."""

LATELY = 6
"""So many of them are said within a session."""


class Time(msgspec.Struct, frozen=True):
    """One time that something was done.

    Attributes:
        at: When it was accounted for.
        before: Discomfort just before, else that of planning it, 0-10 (SUDS).
        most: At its most.
        after: Afterwards.
        likely: How likely the feared thing seemed, 0-100.
        feared: What was feared.
        came_true: Whether it happened: `yes`, `partly`, `no`; empty where unasked.
        learnt: What was noticed, in the person's words.
    """

    at: Moment
    before: int | None = None
    most: int | None = None
    after: int | None = None
    likely: int | None = None
    feared: str = ""
    came_true: str = ""
    learnt: str = ""


def first_of(action: Action) -> str:
    """Name the chain of repetitions that an action belongs to: the id of its first."""
    return action.repeats or action.id


def times_of(journal: JournalStore, chain: str) -> tuple[Time, ...]:
    """List the times that the actions of a chain were done, in whole or in part, oldest first."""
    of_chain = [action for action in journal.actions() if first_of(action) == chain]
    return times(of_chain, journal.checkins())


def times(actions: Iterable[Action], checkins: Iterable[CheckIn]) -> tuple[Time, ...]:
    """List the times that these actions were done, oldest first."""
    accounts = by_action(checkins)
    done = (_time(action, account_of(accounts.get(action.id, ()))) for action in actions)
    return tuple(sorted(filter(None, done), key=lambda time: time.at.at))


def _time(action: Action, account: CheckIn | None) -> Time | None:
    if account is None or not account.outcome.tried:
        return None
    return Time(
        at=account.at,
        before=action.discomfort if account.before is None else account.before,
        most=account.most,
        after=account.after,
        likely=action.likely,
        feared=action.feared,
        came_true=account.came_true,
        learnt=account.noticed or account.note,
    )


def curve_lines(done: Sequence[Time], words: CurveWords) -> Iterator[str]:
    """Say a curve in plain words, a sentence a line; nothing where there is none."""
    if len(done) < ENOUGH:
        return
    yield _times_line(done, words)
    for said, rated in (
        (words.before, [time.before for time in done]),
        (words.most, [time.most for time in done]),
        (words.after, [time.after for time in done]),
    ):
        yield from _rated_line(said, rated, words)
    yield from _came_line(done, words)
    yield from _rated_line(words.likely, [time.likely for time in done], words)


def brief_lines(done: Sequence[Time], words: CurveWords) -> Iterator[str]:
    """Say of it what helps before the next time: the latest, at their most, and what came."""
    if len(done) < ENOUGH:
        return
    yield _times_line(done, words)
    latest = done[-LATELY:]
    if len(done) > LATELY:
        yield fill(words.lately, {"count": LATELY})
    yield from _rated_line(words.most, [time.most for time in latest], words)
    yield from _came_line(latest, words)


def _times_line(done: Sequence[Time], words: CurveWords) -> str:
    first = done[0].at.at.strftime(words.date)
    return fill(words.times, {"count": len(done), "date": first})


def _rated_line(said: str, rated: Sequence[int | None], words: CurveWords) -> Iterator[str]:
    if any(value is not None for value in rated):
        numbers = ", ".join(words.unsaid if value is None else str(value) for value in rated)
        yield fill(said, {"numbers": numbers})


def _came_line(done: Sequence[Time], words: CurveWords) -> Iterator[str]:
    came = {"yes": words.yes, "partly": words.partly, "no": words.no}
    if any(time.came_true for time in done):
        answers = ", ".join(came.get(time.came_true, words.unsaid) for time in done)
        yield fill(words.came_true, {"answers": answers})
