"""Looking back on a week or a month: what was noted, tried and learnt, and what helped."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from nowwhat.packs.filling import fill
from nowwhat.packs.pack import Pack
from nowwhat.packs.words import Words
from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, CheckIn, Insight, Outcome
from nowwhat.sitting.accounts_of import account_of, by_action
from nowwhat.sitting.entry import Part
from nowwhat.store.contract import JournalStore

Span = Literal["week", "month"]
DAYS: dict[Span, int] = {"week": 7, "month": 30}
"""How many days are looked at, the last of them being today at first."""

_MORNING, _NOON, _EVENING, _NIGHT = 5, 12, 18, 23
"""Hours at which each part of the day begins; night ends with the morning."""


class Look(msgspec.Struct, frozen=True):
    """What there is of a few days.

    Attributes:
        first: The first day, as it was lived.
        last: The last day.
        noted: What was understood.
        tried: What was done, in whole or in part, with the account of it.
        others: Accounts of what was not: not yet, let go.
        texts: The actions by their ids, all there are.
    """

    first: date
    last: date
    noted: tuple[Insight, ...]
    tried: tuple[tuple[Action, CheckIn], ...]
    others: tuple[tuple[Action, CheckIn], ...]
    texts: dict[str, str]


def look_back(journal: JournalStore, span: Span, today: date, back: int = 0) -> Look:
    """Look at the days up to today, or at as many before those.

    Args:
        journal: The journal.
        span: How many days.
        today: The present day where the person is.
        back: How many spans earlier.
    """
    days = DAYS[span]
    last = today - timedelta(days=days * back)
    first = last - timedelta(days=days - 1)
    actions = {action.id: action for action in journal.actions()}
    accounts = (
        (actions[name], account)
        for name, told in by_action(journal.checkins()).items()
        if name in actions and (account := account_of(told)) and _within(account.at, first, last)
    )
    by_time = sorted(accounts, key=lambda pair: pair[1].at.at)
    return Look(
        first=first,
        last=last,
        noted=tuple(i for i in journal.insights() if _within(i.noted, first, last)),
        tried=tuple(pair for pair in by_time if pair[1].outcome.tried),
        others=tuple(pair for pair in by_time if not pair[1].outcome.tried),
        texts={name: action.text for name, action in actions.items()},
    )


def look_parts(look: Look, pack: Pack) -> Iterator[Part]:
    """Say what there is, a paragraph after another; counts and their own words, and no score."""
    words: Words = pack.words
    said = words.looking
    if not (look.noted or look.tried or look.others):
        yield Part("", (said.nothing,))
        return
    for title, lines in (
        (said.noted, _times([insight.text for insight in look.noted], words)),
        (said.tried, _times([action.text for action, _ in look.tried], words)),
        (said.learnt, _times(_learnt(look.tried, words), words)),
        (said.helped, tuple(_helped(look, pack))),
        (said.others, tuple(_others(look.others, words))),
    ):
        if lines:
            yield Part(title, lines)


def _times(lines: Iterable[str], words: Words) -> tuple[str, ...]:
    """Say what is there more than once in one line, with how often."""
    counted = Counter(lines)
    return tuple(
        line if count == 1 else fill(words.looking.times, {"text": line, "count": count})
        for line, count in counted.items()
    )


def span_said(look: Look, words: Words) -> str:
    """Say which days are looked at."""
    date_words = words.insight.date
    values = {"first": look.first.strftime(date_words), "last": look.last.strftime(date_words)}
    return fill(words.looking.days, {name: str(value) for name, value in values.items()})


def _within(moment: Moment, first: date, last: date) -> bool:
    return first <= moment.at.date() <= last


def _learnt(tried: Iterable[tuple[Action, CheckIn]], words: Words) -> Iterator[str]:
    said = words.looking
    came = {"yes": said.came_yes, "partly": said.came_partly, "no": said.came_no}
    for action, account in tried:
        if account.noticed or account.note:
            yield account.noticed or account.note
        if action.feared and account.came_true:
            yield fill(came[account.came_true], {"text": action.feared})


def _helped(look: Look, pack: Pack) -> Iterator[str]:
    """Count what was tried by door, size and time of day; then quote the plans that were there."""
    said = pack.words.looking
    doors = {door.id: door.title for door in pack.doors}
    actions = [action for action, _ in look.tried]
    sizes = {True: said.piece, False: said.whole}
    for words, counted in (
        (said.by_door, Counter(doors[a.door] for a in actions if a.door in doors)),
        (said.by_size, Counter(sizes[_is_piece(a, look.texts)] for a in actions)),
        (said.by_time, Counter(_time_of_day(a, c, pack.words) for a, c in look.tried)),
    ):
        if counted:
            each = (
                fill(said.count, {"words": name, "count": count})
                for name, count in counted.most_common()
            )
            yield fill(words, {"counts": ", ".join(each)})
    planned = dict.fromkeys((a.obstacle, a.response) for a in actions if a.obstacle and a.response)
    for obstacle, response in planned:
        yield fill(said.plan, {"obstacle": obstacle, "response": response})


def _is_piece(action: Action, texts: dict[str, str]) -> bool:
    """Say whether it was a piece of something: by its door, or as a smaller next try."""
    follows = texts.get(action.follows, action.text)
    return action.door == "fraction" or follows != action.text


def _time_of_day(action: Action, account: CheckIn, words: Words) -> str:
    """Say when it was due, where a time was named; else when it was accounted for."""
    said = words.looking
    due = action.due
    hour = due.at.at.hour if due is not None and not due.whole_day else account.at.at.hour
    if hour < _MORNING or hour >= _NIGHT:
        return said.night
    if hour < _NOON:
        return said.morning
    return said.afternoon if hour < _EVENING else said.evening


def _others(others: Sequence[tuple[Action, CheckIn]], words: Words) -> Iterator[str]:
    said = words.looking
    for action, account in others:
        line = said.let_go if account.outcome is Outcome.LET_GO else said.not_yet
        text = {"text": action.text, "obstacle": account.obstacle}
        yield fill(line, text)
        if account.obstacle:
            yield fill(said.got_in_way, text)
