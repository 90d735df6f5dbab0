"""One entry whole: the insight, the action and its plan, what was feared, what came of it."""

from collections.abc import Iterator, Sequence

import msgspec

from nowwhat.packs.filling import fill
from nowwhat.packs.ledger_words import EntryWords
from nowwhat.packs.pack import Pack
from nowwhat.packs.words import Words
from nowwhat.session.records import Action, CheckIn, Insight, Ladder, Outcome
from nowwhat.sitting.accounts_of import account_of, by_action
from nowwhat.sitting.climbing import Step, steps_of, suggested
from nowwhat.sitting.curve import Time, curve_lines, first_of, times_of
from nowwhat.sitting.wording import with_when
from nowwhat.store.contract import JournalStore


class Entry(msgspec.Struct, frozen=True):
    """What belongs to one row of the timeline.

    Attributes:
        insight: What was understood.
        action: What was chosen.
        checkins: Its accounts, oldest first.
        done: The times that it was done, with those of its repetitions, oldest first.
        ladder: A ladder, which has none of these.
        steps: Its rungs, the easiest first.
    """

    insight: Insight | None = None
    action: Action | None = None
    checkins: tuple[CheckIn, ...] = ()
    done: tuple[Time, ...] = ()
    ladder: Ladder | None = None
    steps: tuple[Step, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """A paragraph of an entry: what it is about, and its lines."""

    title: str
    lines: tuple[str, ...]


def entry_of(journal: JournalStore, row_id: str) -> Entry | None:
    """Find an entry by the id of its row; none where it is gone."""
    insights = {insight.id: insight for insight in journal.insights()}
    if row_id in insights:
        return Entry(insights[row_id])
    ladder = next((ladder for ladder in journal.ladders() if ladder.id == row_id), None)
    if ladder is not None:
        return Entry(ladder=ladder, steps=steps_of(journal, ladder))
    action = next((action for action in journal.actions() if action.id == row_id), None)
    if action is None:
        return None
    checkins = by_action(journal.checkins()).get(row_id, ())
    done = times_of(journal, first_of(action))
    return Entry(insights.get(action.insight), action, checkins, done)


def parts_of(entry: Entry, pack: Pack) -> Iterator[Part]:
    """Say an entry, a paragraph after another."""
    words: Words = pack.words
    said, date = words.entry, words.insight.date
    if entry.ladder is not None:
        yield from _ladder_parts(entry.ladder, entry.steps, words)
        return
    if entry.insight is not None:
        noted = entry.insight.noted.at.strftime(date)
        title = said.parked if entry.insight.origin == "parked" else said.understood
        yield Part(fill(title, {"date": noted}), (entry.insight.text,))
    if entry.action is None:
        return
    chosen = entry.action.committed.at.strftime(date)
    lines = (with_when(entry.action), *_plan_lines(entry.action, pack))
    yield Part(fill(said.chose, {"date": chosen}), lines)
    foretold = tuple(_foretold_lines(entry.action, said))
    if foretold:
        yield Part(said.before_it, foretold)
    account = account_of(entry.checkins)
    if account is not None:
        at = account.at.at.strftime(date)
        outcome = getattr(words.shell, account.outcome.value)
        title = fill(said.became, {"date": at, "outcome": outcome})
        yield Part(title, tuple(_account_lines(account, said)))
    again = tuple(curve_lines(entry.done, words.curve))
    if again:
        yield Part(said.again, (*again, words.curve.aim))


def _plan_lines(action: Action, pack: Pack) -> Iterator[str]:
    said: EntryWords = pack.words.entry
    doors = {door.id: door.title for door in pack.doors}
    for words, value in (
        (said.door, doors.get(action.door, "")),
        (said.where, action.where),
        (said.how_long, action.how_long),
        (said.towards, action.towards),
    ):
        if value:
            yield fill(words, {"text": value})
    if action.obstacle and action.response:
        yield fill(said.if_then, {"obstacle": action.obstacle, "response": action.response})
    elif action.obstacle:
        yield fill(said.might_hinder, {"text": action.obstacle})


def _foretold_lines(action: Action, said: EntryWords) -> Iterator[str]:
    if action.feared:
        yield fill(said.feared, {"text": action.feared})
    if action.likely is not None:
        yield fill(said.likely, {"number": action.likely})
    if action.discomfort is not None:
        yield fill(said.discomfort, {"number": action.discomfort})
    if action.confidence is not None:
        yield fill(said.confidence, {"number": action.confidence})


def _account_lines(account: CheckIn, said: EntryWords) -> Iterator[str]:
    came = {"yes": said.came_yes, "partly": said.came_partly, "no": said.came_no}
    if account.came_true:
        yield came[account.came_true]
    for words, text in (
        (said.happened, account.happened),
        (said.got_in_way, account.obstacle),
        (said.learnt, account.noticed),
        (said.note, account.note),
    ):
        if text:
            yield fill(words, {"text": text})
    for words, number in (
        (said.rated_before, account.before),
        (said.rated_most, account.most),
        (said.rated_after, account.after),
    ):
        if number is not None:
            yield fill(words, {"number": number})
    if account.outcome is Outcome.NOT_YET and account.stays_open:
        yield said.stays_open


def _ladder_parts(ladder: Ladder, steps: Sequence[Step], words: Words) -> Iterator[Part]:
    said = words.ladder
    made = ladder.made.at.strftime(words.insight.date)
    yield Part(fill(said.title, {"date": made}), (ladder.text,))
    rungs = tuple(_rung_line(step, words) for step in reversed(steps))
    yield Part(said.rungs, rungs)
    rung = suggested(steps)
    if rung is not None:
        yield Part(said.suggested, (rung.text, said.vary))


def _rung_line(step: Step, words: Words) -> str:
    said, rung = words.ladder, step.rung
    rated = words.curve.unsaid if rung.discomfort is None else str(rung.discomfort)
    values: dict[str, str | int] = {"text": rung.text, "number": rated, "count": len(step.done)}
    if not step.done:
        return fill(said.rung, values)
    return fill(said.rung_once if len(step.done) == 1 else said.rung_done, values)
