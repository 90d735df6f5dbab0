"""What an insight meets in the journal: an earlier one that is close to it, and the loop."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nowwhat.packs.filling import fill
from nowwhat.packs.words import InsightWords
from nowwhat.session.records import Insight
from nowwhat.sitting.tried import tried_in
from nowwhat.store.contract import JournalStore

if TYPE_CHECKING:
    from nowwhat.coach.coach import Coach

LOOP = 3
"""From so many insights on, with nothing tried between, the loop is named; once."""


def answer_insight(
    text: str, taken_up: str, journal: JournalStore, coach: "Coach", words: InsightWords
) -> tuple[str, ...]:
    """Answer an insight that was just noted: never as true where it is hard; then what it echoes.

    Args:
        text: The insight.
        taken_up: Id of the parked insight that it is; empty where it is a new one.
        journal: What was noted and tried before.
        coach: Who tells causal from hard, and close from far.
        words: The pack's words for it.
    """
    hard = coach.acknowledge(text) == "hard"
    said = [words.hard if hard else words.causal]
    earlier = [i for i in journal.insights() if i.origin != "acting" and i.id != taken_up]
    close = coach.recall(text, [i.text for i in earlier])
    if close:
        said.append(_close(earlier[close[0]], journal, words))
    if not hard and _is_loop(earlier, journal, coach):
        said.append(words.loop)
    return tuple(said)


def _close(insight: Insight, journal: JournalStore, words: InsightWords) -> str:
    day = insight.noted.at.strftime(words.date)
    since = [a for a in tried_in(journal) if a.committed.at >= insight.noted.at]
    if since:
        return fill(words.close_tried, {"date": day, "action": since[-1].text})
    return fill(words.close, {"date": day})


def _is_loop(earlier: Sequence[Insight], journal: JournalStore, coach: "Coach") -> bool:
    """Say whether the loop is to be named now: it is one, and was not named in it before.

    It was named at the first insight of a session, from the third of the row on, that was not a
    hard one: those are answered with nothing but that they are hard.
    """
    last = max((c.at.at for c in journal.checkins() if c.outcome.tried), default=None)
    # What was brought in from elsewhere is no pattern of sessions.
    since = [i for i in earlier if last is None or i.noted.at > last]
    row = [i for i in since if i.origin != "import"]
    named = (
        i.origin == "session" and coach.acknowledge(i.text) == "causal" for i in row[LOOP - 1 :]
    )
    return len(row) + 1 >= LOOP and not any(named)
