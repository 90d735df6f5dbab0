"""A journal as Markdown: day by day what was understood, chosen, and what came of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from nowwhat.exports.escaping import one_line, quote
from nowwhat.exports.words import ExportWords
from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Outcome, Rung, Session

_CHOICE: Final = re.compile(r"[a-z0-9_-]*")
"""What a script calls a choice; a person's own words have more than this."""

Entry = tuple[Moment, str]
"""When, and a piece of Markdown."""


def as_markdown(batch: Batch, words: ExportWords) -> str:
    """Write a journal; whatever would mean something in Markdown is taken as text.

    Args:
        batch: All of it.
        words: Headings and labels.
    """
    entries = sorted(_entries(batch, words), key=lambda entry: entry[0].at)
    pieces = [f"# {one_line(words.title)}\n"]
    if not entries:
        pieces.append(f"{one_line(words.nothing)}\n")
    for day, of_day in groupby(entries, key=lambda entry: entry[0].at.strftime(words.date)):
        pieces.append(f"## {one_line(day)}\n")
        pieces += [piece for _, piece in of_day]
    return "\n".join(pieces)


def _entries(batch: Batch, words: ExportWords) -> Iterator[Entry]:
    texts = {action.id: action.text for action in batch.actions}
    for insight in batch.insights:
        yield insight.noted, _piece(insight.noted, words.understood, insight.text, _of_none())
    for action in batch.actions:
        yield (
            action.committed,
            _piece(action.committed, words.chose, action.text, _plan(action, words)),
        )
    for checkin in batch.checkins:
        values = {
            "outcome": outcome_in(words)[checkin.outcome],
            "action": texts.get(checkin.action, ""),
        }
        heading = filled(words.account, values)
        yield checkin.at, _piece(checkin.at, heading, checkin.note, _account(checkin, words))
    for ladder in batch.ladders:
        rungs = [r for r in batch.rungs if r.ladder == ladder.id]
        yield ladder.made, _piece(ladder.made, words.ladder, ladder.text, _rungs(rungs, words))
    for session in batch.sessions:
        if session.answers or session.before is not None:
            heading = filled(words.session, {"title": session.script})
            yield session.ended, _piece(session.ended, heading, "", _session(session, words))


def filled(words: str, values: Mapping[str, str]) -> str:
    """Fill in what stands in braces, once."""
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), words)


def outcome_in(words: ExportWords) -> dict[Outcome, str]:
    """Give the words of each outcome."""
    return {
        Outcome.DONE: words.done,
        Outcome.PART: words.part,
        Outcome.NOT_YET: words.notyet,
        Outcome.LET_GO: words.letgo,
    }


Line = tuple[str, str | int | None]
"""A label, and what it names; nothing where there is none."""


def _of_none() -> Iterator[Line]:
    yield from ()


def _plan(action: Action, words: ExportWords) -> Iterator[Line]:
    yield words.when, _when(action, words)
    yield words.where, action.where
    yield words.how_long, action.how_long
    yield words.towards, action.towards
    yield words.obstacle, action.obstacle
    yield words.response, action.response
    yield words.feared, action.feared
    yield words.likely, action.likely
    yield words.discomfort, action.discomfort
    yield words.confidence, action.confidence


def _when(action: Action, words: ExportWords) -> str:
    if action.due is None:
        return action.when
    at = action.due.at.at
    said = at.strftime(words.date)
    if not action.due.whole_day:
        said = f"{said}, {at:%H:%M}"
    return f"{action.when} ({said})"


def _account(checkin: CheckIn, words: ExportWords) -> Iterator[Line]:
    true = {"yes": words.yes, "partly": words.partly, "no": words.no}
    sides = {"inside": words.inside, "outside": words.outside}
    yield words.came_true, true.get(checkin.came_true, checkin.came_true)
    yield words.happened, checkin.happened
    yield words.noticed, checkin.noticed
    obstacle = checkin.obstacle and [checkin.obstacle, sides.get(checkin.side, checkin.side)]
    yield words.in_the_way, ", ".join(filter(None, obstacle or ()))
    yield words.before, checkin.before
    yield words.most, checkin.most
    yield words.after, checkin.after


def _rungs(rungs: Iterable[Rung], words: ExportWords) -> Iterator[Line]:
    for rung in rungs:
        rated = f"({rung.discomfort})" if rung.discomfort is not None else ""
        yield words.rung, " ".join(filter(None, (rung.text, rated)))


def _session(session: Session, words: ExportWords) -> Iterator[Line]:
    yield words.before, session.before
    yield words.after, session.after
    for step, answer in session.answers.items():
        if not _CHOICE.fullmatch(str(answer)):
            yield f"{step.replace('_', ' ')}:", answer


def _piece(at: Moment, heading: str, text: str, lines: Iterator[Line]) -> str:
    said = f"**{at.at:%H:%M}** {one_line(heading)}\n"
    body = f"\n{quote(text)}" if text.strip() else ""
    items = [
        f"- {one_line(label)} {one_line(str(value))}\n"
        for label, value in lines
        if value not in ("", None)
    ]
    return said + body + ("\n" + "".join(items) if items else "")
